import { afterEach, expect, test, vi } from 'vitest';
import { kindOf, seedsToRun } from './seeds.ts';

afterEach(() => vi.unstubAllEnvs());

test('CI runs the same seeds each time, from 1 on', () => {
  vi.stubEnv('SOAK_SEED', '');
  vi.stubEnv('SOAK_FROM', undefined);
  vi.stubEnv('SOAK_RUNS', '3');
  expect(seedsToRun()(0)).toEqual([1, 2, 3]);
});

test('any four systems that follow each other in `npm test` have each kind of learner, any two of them both browsers', () => {
  for (const name of ['SOAK_SEED', 'SOAK_FROM', 'SOAK_RUNS']) vi.stubEnv(name, undefined);
  const seedsOf = seedsToRun();
  expect(seedsOf(4)).toEqual(seedsOf(0));
  const kindsFrom = (place: number, systems: number): ReturnType<typeof kindOf>[] =>
    Array.from({ length: systems }, (_, index) => seedsOf(place + index))
      .flat()
      .map(kindOf);
  const kinds = kindsFrom(0, 4);
  expect(kinds).toContainEqual({ writesPages: true, keeps: true, completes: false, inFirefox: expect.any(Boolean) });
  expect(kinds).toContainEqual({ writesPages: false, keeps: false, completes: false, inFirefox: expect.any(Boolean) });
  expect(kinds).toContainEqual({ writesPages: false, keeps: true, completes: true, inFirefox: expect.any(Boolean) });
  expect(kinds).toContainEqual({ writesPages: false, keeps: true, completes: false, inFirefox: expect.any(Boolean) });
  for (const place of [0, 1, 2, 3]) expect(new Set(kindsFrom(place, 2).map(({ inFirefox }) => inFirefox)).size).toBe(2);
});

test('SOAK_FROM says where they begin, SOAK_SEED replays one', () => {
  vi.stubEnv('SOAK_RUNS', '2');
  vi.stubEnv('SOAK_FROM', '770050');
  expect(seedsToRun()(0)).toEqual([770_050, 770_051]);
  vi.stubEnv('SOAK_SEED', '9');
  expect(seedsToRun()(0)).toEqual([9]);
});

test('fresh seeds are told, so that they can be run again', () => {
  vi.stubEnv('SOAK_SEED', '');
  vi.stubEnv('SOAK_FROM', 'fresh');
  vi.stubEnv('SOAK_RUNS', '1');
  const told = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const [seed] = seedsToRun()(0);
  expect(told).toHaveBeenCalledWith(expect.stringContaining(`SOAK_FROM=${seed}`));
});

test('what is no number is refused by name', () => {
  vi.stubEnv('SOAK_SEED', '');
  vi.stubEnv('SOAK_FROM', 'last');
  expect(() => seedsToRun()).toThrow('SOAK_FROM=last');
});
