/** The context model as it is before the first byte of a state: it has read the frozen primer. */
import { ContextModel, type ByteKind } from './context-model.ts';
import { ID, TEXT, writeId } from './state-records.ts';
import { MARK, writeText } from './state-bytes.ts';
import { PRIMER } from './state-primer.ts';

let primed: ContextModel | undefined;
let working: ContextModel | undefined;
let uses = 0;

/** The model that has read the primer and nothing else; shared, so nobody may let it learn. */
export function primedModel(): ContextModel {
  primed ??= readPrimer();
  return primed;
}

/** The one model for reading and writing, since a model is large. @returns it as `model` is, good until the next call */
export function workingModel(model: ContextModel): ContextModel {
  uses += 1;
  working ??= new ContextModel();
  working.become(model);
  return working;
}

/** Counts up with each use: who works in slices sees whether somebody else has used the model meanwhile. */
export function usesOfWorkingModel(): number {
  return uses;
}

function readPrimer(): ContextModel {
  const model = new ContextModel();
  const write = (byte: number, kind: ByteKind): void => {
    model.begin(kind);
    for (let shift = 7; shift >= 0; shift--) {
      model.foretell();
      model.learn(((byte >> shift) & 1) as 0 | 1);
    }
    model.end();
  };
  let previous = '';
  for (const [id, text] of PRIMER) {
    previous = writeId(id, previous, (byte) => write(byte, ID));
    writeText(text, (byte) => write(byte, TEXT));
    write(MARK.endOfText, TEXT);
  }
  return model;
}
