/** What is seen first is drawn first, and all of a page soon after. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, inside, showCourse } from './shown-course.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => document.body.replaceChildren());

const there = (what: string): boolean => inside(document.body).some((element) => element.matches(what));
const exercises = (): (string | null)[] =>
  inside(document.body)
    .filter((element) => element.matches('[data-exercise]'))
    .map((element) => element.getAttribute('data-exercise'));
const isPainted = (): Promise<unknown> => new Promise((painted) => requestAnimationFrame(painted));

/** Goes there, until the frame in which it is painted first. */
async function turnsTo(place: string): Promise<void> {
  const changed = new Promise((done) => window.addEventListener('hashchange', done, { once: true }));
  location.hash = `#${place}`;
  await changed;
  await isPainted();
}

describe('a chapter', () => {
  test('is painted first as far as its first part, with the focus on its title; the rest follows', async () => {
    await showCourse(new FakeSession());
    await turnsTo('b');
    expect(exercises()).toEqual([]);
    expect(there('.prose')).toBe(false);
    expect(focused()?.localName).toBe('h1');
    await drawn(document.body);
    expect(exercises()).toEqual(['b.first', 'b.second']);
    expect(there('.prose')).toBe(true);
    expect(focused()?.localName).toBe('h1');
  });

  test('has at once the exercise that was gone to, and soon those that are folded', async () => {
    await showCourse(new FakeSession());
    await turnsTo('b/b.second');
    expect(exercises()).toEqual(['b.second']);
    await drawn(document.body);
    expect(exercises()).toEqual(['b.first', 'b.second']);
  });
});

describe('the contents', () => {
  test('beside the page follow it', async () => {
    await showCourse(new FakeSession());
    await turnsTo('a');
    expect(there('a[aria-current]')).toBe(false);
    await drawn(document.body);
    expect(there('a[aria-current]')).toBe(true);
  });

  test('behind their button are drawn when they are opened', async () => {
    await page.viewport(714, 666);
    await showCourse(new FakeSession(), 'a');
    expect(there('a[aria-current]')).toBe(false);
    await page.getByRole('button', { name: /^Sisällys/ }).click();
    await drawn(document.body);
    expect(there('a[aria-current]')).toBe(true);
  });
});

test('the cover has its words first and its picture soon', async () => {
  const showing = showCourse(new FakeSession());
  await isPainted();
  expect(there('a.start')).toBe(true);
  expect(there('aspa-licence-card')).toBe(false);
  await showing;
  expect(there('aspa-licence-card')).toBe(true);
});
