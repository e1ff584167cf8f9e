import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { habitPage, ownHabits } from '../../src/simulator/habit-list.ts';
import { habitsOf, lmsProfile } from '../../src/simulator/lms-profiles.ts';
import { strict12 } from '../../src/simulator/lms/standard.ts';

test('docs/lms-habits.md is what the tables say (`npm run lms-docs`)', () => {
  expect(readFileSync(new URL('../../docs/lms-habits.md', import.meta.url), 'utf8')).toBe(habitPage());
});

test('a habit is listed where it differs from the standard, with where it is known from', () => {
  expect(ownHabits(strict12, 'scorm12')).toEqual([]);
  const source = { source: 'player.js', version: '7', seen: 'read' } as const;
  const habits = {
    ...strict12,
    limits: { ...strict12.limits, state: 10 },
    keeping: { ...strict12.keeping, dropsNul: !strict12.keeping.dropsNul },
    sources: { 'limits.state': source } as const,
  };
  expect(ownHabits(habits, 'scorm12')).toEqual([
    { name: 'limits.state', value: 10, source },
    { name: 'keeping.dropsNul', value: !strict12.keeping.dropsNul, source: undefined },
  ]);
});

test('a value without a limit differs from one that has one', () => {
  const unlimited = { ...strict12, limits: { ...strict12.limits, state: Number.POSITIVE_INFINITY } };
  expect(ownHabits(unlimited, 'scorm12').map(({ name }) => name)).toEqual(['limits.state']);
  expect(habitPage()).toContain(`## ${lmsProfile('openolat').title} (\`openolat\`), SCORM 1.2`);
  expect(ownHabits(habitsOf(lmsProfile('openolat'), 'scorm12'), 'scorm12').length).toBeGreaterThan(0);
});
