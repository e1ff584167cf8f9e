/** A ZIP archive written piece by piece: the same bytes for the same content, whenever and wherever it is made. */
import { strToU8, Zip, ZipDeflate } from 'fflate';

export type ZipEntry = readonly [path: string, pieces: Iterable<string | Uint8Array>];

/** @param entries asked for one after the other, so that each is made when the one before is written */
export function* zipChunks(entries: Iterable<ZipEntry>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const [path, pieces] of entries) {
    const file = new ZipDeflate(path, { level: 6 });
    // ZIP would else hold the moment of writing. In the time of this place, since that is how fflate writes it.
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    for (const piece of pieces) {
      file.push(typeof piece === 'string' ? strToU8(piece) : piece);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
