import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageFile, packageKinds } from '../../build/packages.ts';
import { samplePackage } from '../build/packages-of-sample.ts';
import { packageFigures } from './build-bench.ts';
import { codecBench } from './codec-bench.ts';
import { keepsLimit, median, type Figure } from './figure.ts';

const command = fileURLToPath(new URL('bench.cli.ts', import.meta.url));
let folder: string;
let sizes: Map<string, number>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aspa-bench-test-'));
  const made = await Promise.all(packageKinds.map(({ name }) => samplePackage(name)));
  for (const { kind, zip } of made) await writeFile(join(folder, `${packageFile(kind.name)}.zip`), zip);
  sizes = new Map(made.map(({ kind, zip }) => [kind.name, zip.byteLength]));
});

afterAll(() => rmSync(folder, { recursive: true }));

function bench(...options: string[]): { code: number | null; out: string; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', command, ...options], { encoding: 'utf8' });
  return { code: status, out: stdout, said: stderr };
}

test('every package is weighed, and its launch', () => {
  const figures = packageFigures(folder);
  for (const [name, bytes] of sizes) {
    const own = figures.filter((figure) => figure.name.startsWith(`${name}: `));
    expect(own.map(({ unit }) => unit)).toEqual(['bytes', 'requests', 'bytes']);
    expect(own[0]).toMatchObject({ name: `${name}: zip`, value: bytes });
    // The page and the script; the font's file is named in no rule here.
    expect(own[1]?.value).toBe(2);
    expect(own[2]?.value).toBeGreaterThan(100);
    expect(own.every(keepsLimit)).toBe(true);
  }
  expect(figures).toHaveLength(3 * packageKinds.length);
});

test('the codec holds nine thousand letters of Finnish in 4,096 characters', () => {
  const figures = codecBench(1);
  expect(figures.filter((figure) => !keepsLimit(figure))).toEqual([]);
  expect(figures.filter(({ atLeast }) => atLeast !== undefined)).toHaveLength(1);
  for (const { name, value } of figures) expect(value, name).toBeGreaterThan(0);
});

test('a limit is broken when it is reached, an aim when it is not', () => {
  const figure: Figure = { name: 'x', value: 10, unit: 's' };
  expect(keepsLimit(figure)).toBe(true);
  expect(keepsLimit({ ...figure, limit: 10 })).toBe(false);
  expect(keepsLimit({ ...figure, limit: 11, atLeast: 10 })).toBe(true);
  expect(keepsLimit({ ...figure, atLeast: 11 })).toBe(false);
  expect(keepsLimit({ ...figure, value: Number.NaN, limit: 10 })).toBe(false);
});

test('a median is the value in the middle, whatever the order', () => {
  expect(median([30, 1, 2])).toBe(2);
  expect(() => median([])).toThrow(RangeError);
});

test('the command prints one JSON document and tells how it goes on standard error', () => {
  const { code, out, said } = bench('--quick', '--only', 'codec,build', '--packages', folder);
  const { quick, figures, broken } = JSON.parse(out) as { quick: boolean; figures: Record<string, Figure[]>; broken: string[] };
  expect([code, quick, broken]).toEqual([0, true, []]);
  expect(Object.keys(figures)).toEqual(['codec', 'build']);
  expect(figures['build']).toEqual(packageFigures(folder));
  expect(said).toContain('codec: done in');
});

test('a group that there is not is refused with those that there are', () => {
  const { code, out, said } = bench('--only', 'speed');
  expect([code, out]).toEqual([1, '']);
  expect(said).toContain(
    'There is no group “speed”. The groups are build, launch, first-paint, course, typing, codec, records, hr-page, dev.',
  );
});
