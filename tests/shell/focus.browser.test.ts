/** Where what was pressed goes away, the focus goes on to what is next: a keyboard or a screen reader never starts the page anew. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Conflict } from '../../src/course/merge-answers.ts';
import { fi } from '../../src/text/fi.ts';
import { focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { course as fixture } from './fixture-course.ts';
import { drawn, inside, showCourse } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

/** The one button of the cover. */
const first = fi.shell.cover.begin;
const conflict: Conflict = { field: 'b.second.first', current: { text: 'Uusi', at: 2 }, other: { text: 'Vanha', at: 1 } };

/** Presses a button as a keyboard does. */
async function press(name: string | RegExp): Promise<void> {
  (page.getByRole('button', { name }).first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await drawn(document.body);
}

test('a problem that is put away leaves it on the header above', async () => {
  const session = new FakeSession();
  await showCourse(session);
  session.set({ status: { state: 'not-saved', reason: 'offline', local: true } });
  await drawn(document.body);
  await press('Piilota');
  expect(focused()?.getAttribute('aria-haspopup')).toBe('dialog');
});

test('a problem that is over while its button has the focus leaves it there too', async () => {
  const session = new FakeSession();
  await showCourse(session);
  session.set({ status: { state: 'not-saved', reason: 'offline', local: true } });
  await drawn(document.body);
  (page.getByRole('button', { name: 'Piilota' }).element() as HTMLElement).focus();
  session.set({ status: { state: 'saved', at: 1 } });
  await drawn(document.body);
  expect(focused()?.getAttribute('aria-haspopup')).toBe('dialog');
});

test('the last choice between two versions leaves it on the button of the page below', async () => {
  const session = new FakeSession({}, { 'b.second.first': 'Uusi' });
  session.set({ conflicts: [conflict] });
  await showCourse(session);
  await press(/^Ota tämä/);
  expect(focused()?.textContent?.trim()).toBe(first);
});

test('words that are put away leave it on the choice that is still to make, else on the button of the page below', async () => {
  const session = new FakeSession({}, { 'b.second.first': 'Uusi' });
  session.set({ conflicts: [conflict], kept: [{ name: 'lms-state', content: 'rikki' }] });
  await showCourse(session);
  await press(fi.saving.kept.dismiss);
  expect(focused()?.textContent).toBe(fi.saving.conflicts.title(1));
  session.set({ conflicts: [] });
  await showCourse(session);
  await press(fi.saving.kept.dismiss);
  expect(focused()?.textContent?.trim()).toBe(first);
});

describe('a page that stood in the course’s place', () => {
  test.each([
    ['no-lms', fi.insteadOfCourse.noLms.goOn],
    ['unconfirmed', fi.insteadOfCourse.unconfirmed.goOn],
    ['elsewhere', fi.insteadOfCourse.elsewhere.takeOver],
    ['stale', fi.insteadOfCourse.stale.goOn],
  ] as const)('%s: leaves it on the button of the cover', async (phase, button) => {
    const session = new FakeSession();
    session.set({ phase });
    await showCourse(session);
    await press(button);
    expect(focused()?.textContent?.trim()).toBe(first);
  });

  test('leaves it on the exercise that the learner was at before', async () => {
    const session = new FakeSession();
    await showCourse(session, 'b/b.second');
    session.set({ phase: 'elsewhere' });
    await drawn(document.body);
    await press(fi.insteadOfCourse.elsewhere.takeOver);
    expect(focused()?.textContent).toBe('Toinen tehtävä');
  });

  test('leaves it on the field in which she wrote, and that in sight', async () => {
    const session = new FakeSession();
    await showCourse(session, 'b/b.second');
    await userEvent.fill(page.getByRole('textbox', { name: 'Mitä opit?' }), 'Hakemaan');
    session.set({ phase: 'closing', status: { state: 'not-saved', reason: 'offline', local: true } });
    await drawn(document.body);
    await press(fi.insteadOfCourse.closing.stay);
    expect(focused()).toBe(page.getByRole('textbox', { name: 'Mitä opit?' }).element());
    expect((focused() as HTMLTextAreaElement).value).toBe('Hakemaan');
    await expect.element(page.getByRole('textbox', { name: 'Mitä opit?' })).toBeInViewport();
  });

  test('leaves it on the button of the cover where none stood: she presses it and is in the course', async () => {
    const session = new FakeSession();
    session.set({ phase: 'opening' });
    await showCourse(session);
    session.set({ phase: 'open' });
    await drawn(document.body);
    expect(focused()?.textContent?.trim()).toBe(first);
  });

  test('takes it nowhere after a reload where none stood: a course in a frame leaves the LMS its focus', async () => {
    const session = new FakeSession({}, { '@place': 'b' });
    session.set({ phase: 'opening' });
    await showCourse(session, '', true);
    session.set({ phase: 'open' });
    await drawn(document.body);
    expect(focused()).toBe(document.body);
  });
});

describe('an exercise that is not the one that was gone to, once parts are shown one at a time again', () => {
  const shown = (one: Element): boolean => one.checkVisibility({ contentVisibilityAuto: true }) && one.closest('[hidden]') === null;

  test('is not folded away while she writes in it, though that was asked for in another browser', async () => {
    const session = new FakeSession({}, { '@all': 'yes' });
    await showCourse(session, 'b/b.first');
    await userEvent.fill(page.getByRole('textbox', { name: 'Mitä opit?' }), 'Paljon');
    const area = focused();
    session.store.change({ '@all': '' });
    await drawn(document.body);
    expect(focused()).toBe(area);
    expect(inside(document.body).filter((one) => one.matches('[data-exercise]') && shown(one))).toHaveLength(2);
  });

  test('nor is what is asked at the chapter’s end', async () => {
    const chapters = fixture.chapters.map((one) =>
      one.id === 'b' ? { ...one, tomorrow: { id: 'tomorrow', label: 'Mitä kokeilet huomenna?' } } : one,
    );
    const session = new FakeSession({ chapters }, { '@all': 'yes' });
    await showCourse(session, 'b/b.first');
    await userEvent.fill(page.getByRole('textbox', { name: /Mitä kokeilet huomenna/ }), 'Kysyn');
    const area = focused();
    session.store.change({ '@all': '' });
    await drawn(document.body);
    expect(focused()).toBe(area);
  });
});

test('"I am ready" leaves it on the words that say so', async () => {
  await showCourse(new FakeSession({ completeWhen: 'learner' }, { 'a.meeting.first': 'Tervehdin' }), 'ajokortti');
  await press(fi.shell.ready.button);
  expect(focused()?.textContent?.trim()).toBe(fi.shell.ready.said);
});

test('a file that was read leaves it on the button that reads one', async () => {
  const { app } = await showCourse(new FakeSession(), 'tyokirja');
  const input = inside(app).find((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === 'file');
  if (!input) throw new Error('No field for a file');
  const files = new DataTransfer();
  files.items.add(new File([new FakeSession({}, { 'a.meeting.first': 'Tervehdin' }).file.export()], 'kopio.json'));
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
  await drawn(app);
  await press(fi.workbook.copy.take);
  expect(focused()?.textContent?.trim()).toBe(fi.workbook.copy.read);
});

test('who only browses is not led past the words that nothing is saved', async () => {
  const session = new FakeSession({}, { '@place': 'b/b.second' });
  session.launchAs('browse');
  await showCourse(session);
  expect(scrollY).toBe(0);
  await expect.element(page.getByText(fi.saving.browse)).toBeInViewport();
});
