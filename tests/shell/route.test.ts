import { expect, test } from 'vitest';
import { linkOf, routeOf } from '../../src/shell/navigation/route.ts';
import { course } from './fixture-course.ts';

test.each([
  ['#b', { page: 'b' }],
  ['b', { page: 'b' }],
  ['#b/b.second', { page: 'b', exercise: 'b.second' }],
  ['#b/b.second.first', { page: 'b', exercise: 'b.second', field: 'b.second.first' }],
  ['#b.second.first', { page: 'b', exercise: 'b.second', field: 'b.second.first' }],
  ['#c.ideas', { page: 'c', exercise: 'c.ideas' }],
  ['#ajokortti', { page: 'ajokortti' }],
  ['#tyokirja', { page: 'tyokirja' }],
])('%s leads to its place', (link, route) => {
  expect(routeOf(course, link)).toEqual(route);
});

test('an exercise of another chapter leaves the learner at the chapter that was asked for', () => {
  expect(routeOf(course, '#a/b.second')).toEqual({ page: 'a' });
});

test.each(['', '#', '#unknown', '#/path', '#%', '#b2/b.second9'])('%s leads nowhere', (link) => {
  expect(routeOf(course, link)).toBeUndefined();
});

test.each(['b', 'b/b.second', 'b/b.second.first', 'ajokortti'])('%s is written as it was read', (link) => {
  const route = routeOf(course, link);
  expect(route && linkOf(route)).toBe(link);
});
