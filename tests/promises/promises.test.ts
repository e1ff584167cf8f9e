import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isNamed, testsOf, type TestPath } from './named-tests.ts';
import { readPromises } from './promises.ts';

const { promises, insides } = readPromises();
const holders = [...promises.flatMap((promise) => promise.holders), ...insides];

describe('tests/PROMISES.md', () => {
  it('says each promise once, with a test that holds it', () => {
    expect(promises.filter((promise) => promise.holders.length === 0).map((promise) => promise.words)).toEqual([]);
    expect(new Set(promises.map((promise) => promise.words)).size).toBe(promises.length);
    expect(promises.length).toBeGreaterThan(100);
  });

  it('names tests that there are', () => {
    const known = new Map<string, TestPath[]>();
    const missing = holders.filter(({ file, name }) => {
      if (!existsSync(`tests/${file}`)) return true;
      if (name.length === 0) return false;
      const tests = known.get(file) ?? testsOf(`tests/${file}`);
      known.set(file, tests);
      return !tests.some((test) => isNamed(test, name));
    });
    expect(missing.map(({ file, name }) => [file, ...name].join(' › '))).toEqual([]);
  });

  it.each(['session', 'tracking', 'records', 'e2e'])('has each test of tests/%s under a promise, or as an inside', (room) => {
    const files = readdirSync(`tests/${room}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(test|spec)\.ts$/.test(file))
      .map((file) => `${room}/${file.replaceAll('\\', '/')}`);
    expect(files.length).toBeGreaterThan(10);
    const homeless = files.flatMap((file) => {
      const names = holders.filter((holder) => holder.file === file).map((holder) => holder.name);
      if (names.some((name) => name.length === 0)) return [];
      const tests = testsOf(`tests/${file}`);
      if (tests.length === 0 || names.length === 0) return [file];
      return tests.filter((test) => !names.some((name) => isNamed(test, name))).map((test) => [file, ...test].join(' › '));
    });
    expect(homeless).toEqual([]);
  });
});
