/** The two forms in which a state is packed now. They differ in what foretells its bits: how short it gets, and how long that takes. */
import { ContextModel } from './context-model.ts';
import { LightModel } from './light-model.ts';
import { primedModel } from './primed-model.ts';
import type { StateModel } from './state-model.ts';

export class StateForm {
  /** The first character of a state. */
  readonly version: string;
  /** A model that has read nothing. */
  readonly newModel: () => StateModel;
  readonly #begin: () => StateModel;
  #begun: StateModel | undefined;
  #working: StateModel | undefined;
  #uses = 0;

  /** @param begin makes a model that has read what stands before every state of this form */
  constructor(version: string, newModel: () => StateModel, begin: () => StateModel) {
    this.version = version;
    this.newModel = newModel;
    this.#begin = begin;
  }

  /** The model that has read what stands before every state, and nothing else; shared, so nobody may let it learn. */
  get begun(): StateModel {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  /** The one model for reading and writing, since a model is large. @returns it as `model` is, good until the next call */
  working(model: StateModel): StateModel {
    this.#uses += 1;
    this.#working ??= this.newModel();
    this.#working.become(model);
    return this.#working;
  }

  /** Counts up with each use: who works in slices sees whether somebody else has used the model meanwhile. */
  get uses(): number {
    return this.#uses;
  }
}

/** As short as it gets: by the context model, which has read a primer of 22,000 letters. Release 1.0.0's version A is read with it too. */
export const DENSE = new StateForm('B', () => new ContextModel(), primedModel);

/** A quarter to a half longer, with a fraction of the work. */
export const LIGHT = new StateForm(
  'C',
  () => new LightModel(),
  () => new LightModel(),
);
