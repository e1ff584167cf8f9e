import { deflateSync, strToU8 } from 'fflate';

/** Deflated JSON in base64, as `src/entry/unpack.ts` reads it. */
export function packed(value: unknown): string {
  return Buffer.from(deflateSync(strToU8(JSON.stringify(value)), { level: 9 })).toString('base64');
}
