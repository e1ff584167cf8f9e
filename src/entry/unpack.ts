/**
 * What the build packs into a script: deflated text in printable characters. Most learning systems send files as they are, so what is not
 * packed here goes over the line in full.
 */
import { inflateSync, strFromU8 } from 'fflate';
import { fromBase92 } from './base92.ts';

/** @param packed as `packed` of `build/packed.ts` has written it */
export function unpack(packed: string): string {
  return inflated(fromBase92(packed));
}

export function inflated(deflated: Uint8Array): string {
  return strFromU8(inflateSync(deflated));
}
