import { describe, expect, test } from 'vitest';
import { AnswerStore } from '../../src/course/answer-store.ts';
import { progressOf } from '../../src/course/completion-rules.ts';
import type { Course } from '../../src/course/course.ts';
import { readLicenceRule } from '../../src/course/read-licence-rule.ts';
import { courseMinutes } from '../../src/shell/cover/course-minutes.ts';
import { shortExercises } from '../../src/shell/cover/short-exercises.ts';
import { neighbourOf } from '../../src/shell/navigation/page-titles.ts';
import type { Route } from '../../src/shell/navigation/route.ts';
import { nextExercise, wayOn, type WayOn } from '../../src/shell/navigation/way-on.ts';
import { fi } from '../../src/text/fi.ts';
import { path } from '../exercises/drawn-fixtures.ts';
import { channels } from '../exercises/fixtures.ts';
import { course as fixture } from './fixture-course.ts';

/** The course with minutes of its exercises and chapters. */
function timed(minutes: Readonly<Record<string, number>>): Course {
  return {
    ...fixture,
    chapters: fixture.chapters.map((chapter) => ({
      ...chapter,
      ...(minutes[chapter.id] === undefined ? {} : { minutes: minutes[chapter.id] }),
      parts: chapter.parts.map((part) =>
        part.type === 'exercise' && minutes[part.exercise.id] !== undefined
          ? { type: 'exercise', exercise: { ...part.exercise, minutes: minutes[part.exercise.id] } }
          : part,
      ),
    })) as Course['chapters'],
  };
}

function at(place: string, answers: Readonly<Record<string, string>> = {}, course: Course = fixture): WayOn {
  const store = new AnswerStore();
  store.change(answers);
  return wayOn(course, progressOf(course, store.answers), place);
}

test('who looks at her licence is led to what it still asks for, then to what is left', () => {
  const next = (answers: Readonly<Record<string, string>>): string | undefined => {
    const store = new AnswerStore();
    store.change(answers);
    return nextExercise(fixture, progressOf(fixture, store.answers))?.exercise.id;
  };
  expect(next({ 'b.first.first': 'x' })).toBe('a.meeting');
  expect(next({ 'a.meeting.first': 'x' })).toBe('b.first');
});

test('the way on from a chapter’s head leads past what is done in it, from an exercise to the next one', () => {
  const forward = (route: Route, ...done: string[]): string | undefined => neighbourOf(route, 1, fixture, fi, new Set(done))?.page;
  expect(forward({ page: 'b' })).toBe('b/b.first');
  expect(forward({ page: 'b' }, 'b.first')).toBe('b/b.second');
  expect(forward({ page: 'b' }, 'b.second')).toBe('b/b.first');
  expect(forward({ page: 'b' }, 'b.first', 'b.second', 'c.ideas')).toBe('c');
  expect(forward({ page: 'b', exercise: 'b.first' }, 'b.first', 'b.second')).toBe('b/b.second');
  expect(forward({ page: 'tuki' })).toBeUndefined();
});

describe('where the cover leads', () => {
  test('to the first chapter at the first launch', () => {
    expect(at('')).toMatchObject({ next: undefined, last: undefined, link: 'esipuhe' });
  });

  test('to the exercise that she was at, though something is written in it', () => {
    const way = at('b/b.second', { 'b.first.first': 'x' });
    expect(way.link).toBe('b/b.second');
    expect(way.nextExercise?.id).toBe('b.second');
    expect(way.isLastDone).toBe(false);
  });

  test('to the step that she was at, by its name where it has one', () => {
    const course: Course = {
      ...fixture,
      chapters: [...fixture.chapters, { id: 's', title: 'S', shortTitle: 'S', parts: [{ type: 'exercise', exercise: path }] }],
    };
    expect(at('s/c.path.before', {}, course)).toMatchObject({ link: 's/c.path.before', step: 'Ennen palvelua' });
    expect(at('s/c.path', {}, course).step).toBeUndefined();
    expect(at('s/c.path.group', {}, course).step).toBeUndefined();
    expect(fi.shell.cover.goOn('Palvelupolku', 'Palvelun aikana')).toBe('Jatka: Palvelupolku, palvelun aikana');
    expect(fi.shell.cover.goOn('Palvelupolku')).toBe('Jatka: Palvelupolku');
  });

  test('to a channel by its name, which one that the learner names herself has not', () => {
    const course: Course = {
      ...fixture,
      chapters: [...fixture.chapters, { id: 's', title: 'S', shortTitle: 'S', parts: [{ type: 'exercise', exercise: channels }] }],
    };
    expect(at('s/b.channels.phone', {}, course).step).toBe('Puhelin');
    expect(at('s/b.channels.social', {}, course)).toMatchObject({ link: 's/b.channels.social', step: undefined });
  });

  test('to the chapter or page where that was no exercise', () => {
    expect(at('b')).toMatchObject({ link: 'b', last: undefined });
    expect(at('tyokirja').link).toBe('tyokirja');
  });

  test('after an exercise that is done to the compulsory one that is not, wherever it stands', () => {
    expect(at('b/b.first', { 'b.first.first': 'x' })).toMatchObject({ isLastDone: true, link: 'a/a.meeting' });
  });

  test('with the licence on to the next that is not done, and from the end to the beginning again', () => {
    const licence = { 'a.meeting.first': 'x' };
    expect(at('a/a.meeting', licence).link).toBe('b/b.first');
    expect(at('b/b.second', { ...licence, 'b.second.first': 'x' }).link).toBe('c/c.ideas');
    // What belongs to an earned class asks for nothing more.
    expect(at('b/b.second', { ...licence, 'b.second.first': 'x', '@earned.C': '2026-11-24T08:00:00.000Z' }).link).toBe('b/b.first');
    const ideas = { 'c.ideas.ideas.i1': '1' };
    expect(at('b/b.second', { ...licence, ...ideas, 'b.second.first': 'x' }).link).toBe('c/c.ideas');
  });

  test('to the licence when all is done, wherever she was', () => {
    const course = { ...fixture, chapters: fixture.chapters.filter(({ id }) => id !== 'c') };
    const answers = { 'a.meeting.first': 'x', 'b.first.first': 'x', 'b.second.first': 'x' };
    for (const place of ['b/b.first', 'tyokirja', ''])
      expect(at(place, answers, course)).toMatchObject({ isAllDone: true, link: 'ajokortti' });
    expect(at('b/b.first', answers).isAllDone).toBe(false);
  });
});

test('two others are offered that fit into a quarter of an hour, and none that is done or is where she goes on', () => {
  const course = timed({ 'a.meeting': 45, 'b.first': 10, 'b.second': 15, 'c.ideas': 15 });
  const offered = (place: string, answers: Readonly<Record<string, string>> = {}): string[] => {
    const store = new AnswerStore();
    store.change(answers);
    return shortExercises(course, progressOf(course, store.answers), at(place, answers, course)).map(({ exercise }) => exercise.id);
  };
  expect(offered('a/a.meeting')).toEqual(['b.first', 'b.second']);
  expect(offered('b/b.second')).toEqual(['b.first', 'c.ideas']);
  expect(offered('a/a.meeting', { 'b.first.first': 'x' })).toEqual(['b.second', 'c.ideas']);
});

test('the times are those of chapters that earn a class, the compulsory ones first', () => {
  expect(courseMinutes(timed({ esipuhe: 5, a: 45, b: 40, c: 30 }))).toMatchObject({
    compulsory: [{ sign: 'A', minutes: 45, needs: undefined }],
    optional: [
      { sign: 'B', minutes: 40, needs: undefined },
      { sign: 'C', minutes: 30, needs: undefined },
    ],
  });
});

test.each([
  ['A1 or B', { compulsory: '', alternative: 'A B', optional: 'C', choice: 1 }],
  ['any 2 of A1 B C', { compulsory: '', alternative: 'A B C', optional: '', choice: 2 }],
  ['A1 and any 1 of B C', { compulsory: 'A', alternative: 'B C', optional: '', choice: 1 }],
  ['A1 or (B and C)', { compulsory: '', alternative: 'A B C', optional: '', choice: undefined }],
])('with %s the times of what there is a choice of stand apart', (written, expected) => {
  const course = { ...timed({ a: 45, b: 40, c: 30 }), licence: [{ rule: readLicenceRule(written) }] };
  const { choice, ...times } = courseMinutes(course);
  const signs = Object.fromEntries(Object.entries(times).map(([role, all]) => [role, all.map(({ sign }) => sign).join(' ')]));
  expect({ ...signs, choice }).toEqual(expected);
});
