import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipPackage } from '../../src/own-package/zip-package.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Time and date of each entry, as the zip's directory has them (APPNOTE 4.4.6), by path. */
function datesIn(zip: Uint8Array): Map<string, number> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const dates = new Map<string, number>();
  for (let at = 0; at < zip.length - 4; at++) {
    if (view.getUint32(at, true) !== 0x0201_4b50) continue;
    const path = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    dates.set(path, view.getUint32(at + 12, true));
  }
  return dates;
}

const yearOf = (date: number): number => 1980 + (date >>> 25);

test('a file’s date is of its content, so that no server takes a browser’s copy of the release before for it', () => {
  const first = datesIn(
    zipPackage(
      new Map([
        ['index.html', bytes('<p>Ensin.</p>')],
        ['letters.woff2', bytes('abc')],
      ]),
    ),
  );
  const second = datesIn(
    zipPackage(
      new Map([
        ['index.html', bytes('<p>Sitten</p>')],
        ['letters.woff2', bytes('abc')],
      ]),
    ),
  );
  expect([...first.keys()]).toEqual(['index.html', 'letters.woff2']);
  expect(second.get('index.html')).not.toBe(first.get('index.html'));
  expect(second.get('letters.woff2')).toBe(first.get('letters.woff2'));
  for (const date of [...first.values(), ...second.values()]) expect(yearOf(date)).toBe(2025);
});

test('whatever a file holds, its date is one, and it comes out as it was', () => {
  const long = new Uint8Array(300_000).map((_, index) => index % 251);
  const zip = zipPackage(
    new Map([
      ['empty', new Uint8Array()],
      ['long', long],
    ]),
  );
  expect([...datesIn(zip).values()].map(yearOf)).toEqual([2025, 2025]);
  expect(unzipSync(zip)['long']).toEqual(long);
});
