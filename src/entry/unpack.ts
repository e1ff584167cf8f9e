/**
 * What the build packs into a script: deflated JSON in 85 printable characters. Most learning systems send files as they are, so what is not
 * packed here goes over the line in full.
 */
import { inflateSync, strFromU8 } from 'fflate';
import { fromBase85 } from '../tracking/state/base85.ts';

/** @param packed as `packed` of `build/packed.ts` has written it */
export function unpack(packed: string): unknown {
  return inflated(fromBase85(packed));
}

/** @param deflated JSON */
export function inflated(deflated: Uint8Array): unknown {
  return JSON.parse(strFromU8(inflateSync(deflated)));
}
