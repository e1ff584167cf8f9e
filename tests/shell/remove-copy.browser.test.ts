import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CopyHere } from '../../src/session/session-view.ts';
import { fi } from '../../src/text/fi.ts';
import { axeProblems, focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, showCourse, wordsOf } from './shown-course.ts';

const { here } = fi.workbook;
const remove = page.getByRole('button', { name: here.remove });
const confirm = page.getByRole('button', { name: here.confirm, exact: true });
const cancel = page.getByRole('button', { name: here.cancel });

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

async function workbook(copyHere: CopyHere): Promise<{ session: FakeSession; words: () => string; app: Element }> {
  const session = new FakeSession({}, { 'a.meeting.first': 'Moi' });
  session.copyHere = copyHere;
  const { app } = await showCourse(session, 'tyokirja');
  return { session, app, words: () => wordsOf(app) };
}

describe('on the page of her own workbook a learner', () => {
  test.each(['copied', 'ahead'] as const)('is told what she loses before her copy is removed: %s', async (copyHere) => {
    const { session, words } = await workbook(copyHere);
    expect(words()).toContain(here.others(60));
    await userEvent.click(remove);
    expect(words()).toContain(here.shared.copied);
    expect(focused()?.textContent).toBe(here.sure.copied);
    expect(words()).toContain(here.loses[copyHere]);
    expect(session.calls).not.toContain('removeFromBrowser');
    await userEvent.click(confirm);
    await drawn(document.body);
    expect(session.calls).toContain('removeFromBrowser');
    expect(words()).toContain(here.removed);
    expect(focused()?.textContent).toBe(here.removed);
    expect(remove.elements()).toEqual([]);
  });

  test('who changes her mind keeps her copy, and the focus where it was', async () => {
    const { session, words } = await workbook('ahead');
    await userEvent.click(remove);
    await userEvent.click(cancel);
    expect(session.calls).not.toContain('removeFromBrowser');
    expect(words()).not.toContain(here.sure.copied);
    expect(focused()?.textContent?.trim()).toBe(here.remove);
  });

  test('is told where the browser does not say that it is gone', async () => {
    const { session, words } = await workbook('copied');
    session.isRemovingSure = false;
    await userEvent.click(remove);
    await userEvent.click(confirm);
    await drawn(document.body);
    expect(words()).toContain(here.uncertain);
    expect(words()).not.toContain(here.removed);
  });

  test('is given what could not be read too, which no file of answers has', async () => {
    const { session, words } = await workbook('ahead');
    session.set({ kept: [{ name: 'lms-state', content: 'rikki' }] });
    await userEvent.click(remove);
    // In the notice, and here.
    expect(words().split(fi.saving.kept.title)).toHaveLength(3);
    const section = page.getByRole('region', { name: here.title });
    await expect.element(section.getByRole('button', { name: fi.saving.kept.file.lms, exact: true })).toBeVisible();
    expect(await axeProblems()).toEqual([]);
  });

  test('sees what becomes of her copy while she reads', async () => {
    const { session, app } = await workbook('ahead');
    await userEvent.click(remove);
    session.set({ copyHere: 'copied' });
    await drawn(app);
    expect(wordsOf(app)).toContain(here.loses.copied);
  });

  test('finds no such thing where nothing is kept', async () => {
    const { words } = await workbook('nothing');
    expect(words()).not.toContain(here.title);
  });

  test('can do all of it with the keyboard, and a checker finds nothing', async () => {
    const { session } = await workbook('ahead');
    (remove.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(await axeProblems()).toEqual([]);
    await userEvent.keyboard('{Tab}{Tab}{Enter}');
    expect(session.calls).toContain('removeFromBrowser');
  });
});

test.each([
  ['gone', true],
  ['not known to be gone', false],
])('without an LMS the course ends when all is removed, and says that it is %s', async (_what, isSure) => {
  const { session, words } = await workbook('only');
  session.isRemovingSure = isSure;
  session.launchAs('normal', { thisBrowserOnly: true });
  await drawn(document.body);
  expect(words()).toContain(here.only);
  expect(words()).toContain(here.shared.only);
  await userEvent.click(remove);
  expect(words()).toContain(here.loses.only);
  expect(words()).toContain(here.sure.only);
  await userEvent.click(confirm);
  await drawn(document.body);
  expect(words()).toContain(isSure ? fi.insteadOfCourse.closed.removed : here.uncertain);
  expect(words().includes(fi.insteadOfCourse.closed.removed)).toBe(isSure);
});

test('a course that closed without being saved offers to remove what is left here', async () => {
  const { session, words } = await workbook('ahead');
  session.set({ phase: 'closed', status: { state: 'not-saved', reason: 'offline', local: true } });
  await drawn(document.body);
  await userEvent.click(remove);
  expect(words()).toContain(here.loses.ahead);
  await userEvent.click(confirm);
  await drawn(document.body);
  expect(session.calls).toContain('removeFromBrowser');
  expect(words()).toContain(here.removed);
});
