/**
 * What the build packs into a bundle: deflated JSON in base64. Most learning systems send files as they are, so what is not packed here
 * goes over the line in full.
 */
import { inflateSync, strFromU8 } from 'fflate';

/** @param packed as `packed` of `build/packed.ts` has written it */
export function unpack(packed: string): unknown {
  return JSON.parse(strFromU8(inflateSync(Uint8Array.from(atob(packed), (character) => character.charCodeAt(0)))));
}
