/** Somebody who presses everything twice: the second press meets what the first has led to. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, inside, showCourse } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

/** Presses as a mouse does. @param times how often within a moment, at the same place */
async function press(target: Element | undefined, times: number): Promise<void> {
  for (const type of ['mousedown', 'click'])
    target?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, detail: times }));
  await drawn(document.body);
}

const found = (matches: (one: Element) => boolean): Element | undefined => inside(document.body).find(matches);
const add = (): Element | undefined => found((one) => one.matches('.add button'));
const option = (): Element | undefined => found((one) => one.localName === 'span' && one.textContent === 'Palvelupiste');
const entry = (): HTMLDetailsElement => found((one) => one.matches('.entry')) as HTMLDetailsElement;

test('it picks no answer, which she has not read', async () => {
  const session = new FakeSession();
  await showCourse(session, 'c/c.ideas');
  const picked = (): boolean => [...session.store.answers].some(([id, { text }]) => id.endsWith('.channel') && text === 'desk');
  await press(add(), 1);
  expect(option()).toBeDefined();
  await press(option(), 2);
  expect(picked()).toBe(false);
  await press(option(), 1);
  expect(picked()).toBe(true);
});

test('it leads one place on, not past one that she has never seen', async () => {
  await showCourse(new FakeSession(), 'b');
  const forward = (): Element | undefined => found((one) => one.matches('a.forward'));
  await press(forward(), 1);
  await expect.poll(() => focused()?.textContent).toBe('Ensimmäinen tehtävä');
  await press(forward(), 2);
  expect(location.hash).toBe('#b/b.first');
  await press(forward(), 1);
  await expect.poll(() => focused()?.textContent).toBe('Toinen tehtävä');
});

test('on the same thing it is heard, and so is a key at any time', async () => {
  await showCourse(new FakeSession(), 'c/c.ideas');
  await press(add(), 1);
  const summary = entry().querySelector('summary') ?? undefined;
  expect(entry().open).toBe(true);
  await press(summary, 1);
  expect(entry().open).toBe(false);
  await press(summary, 2);
  expect(entry().open).toBe(true);
  await press(option(), 3);
  summary?.click();
  await drawn(document.body);
  expect(entry().open).toBe(false);
});
