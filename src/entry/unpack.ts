/**
 * What the build packs into a bundle: deflated JSON in base64. Most learning systems send files as they are, so what is not packed here
 * goes over the line in full.
 */
import { inflateSync, strFromU8 } from 'fflate';

/** @param packed as `packed` of `build/packed.ts` has written it */
export function unpack(packed: string): unknown {
  const deflated = atob(packed);
  const bytes = new Uint8Array(deflated.length);
  // A loop, since a launch waits for it: `Uint8Array.from` takes ten times as long.
  for (let at = 0; at < bytes.length; at++) bytes[at] = deflated.charCodeAt(at);
  return JSON.parse(strFromU8(inflateSync(bytes)));
}
