/** A learner who comes back to the page after a long time is asked whether she has gone on elsewhere. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Launch } from '../../src/tracking/tracker.ts';
import { fi } from '../../src/text/fi.ts';
import { axeProblems, focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, inside, showCourse, wordsOf, type Shown } from './shown-course.ts';

const MINUTE = 60_000;
const { wasAway } = fi.saving;

beforeEach(() => page.viewport(714, 666));
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** The course in an LMS that keeps one state, or in another. */
async function shown(limits: Partial<Launch['limits']> = { replaces: true }): Promise<Shown> {
  const session = new FakeSession();
  if (session.launch) session.launch = { ...session.launch, limits: { ...session.launch.limits, ...limits } };
  return showCourse(session, 'a');
}

function passes(minutes: number): void {
  const now = Date.now() + minutes * MINUTE;
  vi.spyOn(Date, 'now').mockReturnValue(now);
}

const notice = (app: Element): string => wordsOf(inside(app).find(({ localName }) => localName === 'aspa-was-away') as Element);

test('as soon as there is a sign of her, where she looks, until she puts it away', async () => {
  const { app, said } = await shown();
  const field = page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' });
  await userEvent.fill(field, 'Tervehdin');
  passes(16);
  await drawn(app);
  expect(notice(app)).toBe('');
  await userEvent.type(field, ' aina');
  await drawn(app);
  expect(notice(app)).toContain(wasAway.what);
  expect(said).toContain(wasAway.what);
  expect(focused()?.localName).toBe('textarea');
  expect(await axeProblems()).toEqual([]);
  await userEvent.click(page.getByRole('region', { name: wasAway.title }).getByRole('button'));
  await drawn(app);
  expect(focused()).toBe(field.element());
  expect(notice(app)).toBe('');
  passes(16);
  await userEvent.click(field);
  await drawn(app);
  expect(notice(app)).toContain(wasAway.what);
});

test('not after a short while', async () => {
  const { app } = await shown();
  passes(10);
  await userEvent.click(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }));
  passes(10);
  await userEvent.keyboard('x');
  await drawn(app);
  expect(notice(app)).toBe('');
});

test('not where the LRS puts together what was written on two computers', async () => {
  const { app } = await shown({});
  passes(60);
  await userEvent.click(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }));
  await drawn(app);
  expect(inside(app).some(({ localName }) => localName === 'aspa-was-away')).toBe(false);
});
