import { deflateSync, strToU8 } from 'fflate';
import { toBase85 } from '../src/tracking/base85.ts';

/** Deflated JSON in the 85 characters that stand in a script as they are, as `src/entry/unpack.ts` reads it. */
export function packed(value: unknown): string {
  return toBase85(deflateSync(strToU8(JSON.stringify(value)), { level: 9 }));
}
