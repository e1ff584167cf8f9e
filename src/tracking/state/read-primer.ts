/** Apart from the primer itself, since a worker is given that (`prime-aside.ts`). */
import { ContextModel } from './context-model.ts';
import { MARK, writeText } from './state-bytes.ts';
import type { ByteKind } from './state-model.ts';
import type { Primer } from './state-primer.ts';
import { ID, TEXT, writeId } from './state-records.ts';

/** @returns a model that has read the primer and nothing else */
export function readPrimer(primer: Primer): ContextModel {
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
  for (const [id, text] of primer) {
    previous = writeId(id, previous, (byte) => write(byte, ID));
    writeText(text, (byte) => write(byte, TEXT));
    write(MARK.endOfText, TEXT);
  }
  return model;
}
