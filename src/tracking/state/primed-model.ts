/** The context model as it is before the first byte of a state: it has read the frozen primer. */
import { ContextModel, type ModelTables } from './context-model.ts';
import { readPrimer } from './read-primer.ts';
import { PRIMER } from './state-primer.ts';

let primed: ContextModel | undefined;

/** The model that has read the primer and nothing else; shared, so nobody may let it learn. */
export function primedModel(): ContextModel {
  primed ??= readPrimer(PRIMER);
  return primed;
}

/** Another thread has read the primer; where this one has read it meanwhile, nothing changes. */
export function takePrimed(tables: ModelTables): void {
  primed ??= new ContextModel(tables);
}
