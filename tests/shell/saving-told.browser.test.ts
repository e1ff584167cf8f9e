/** What the page tells of saving: when all is well, when it is not, and when nothing is saved at all. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { note } from '../../src/course/answers.ts';
import type { SaveStatus } from '../../src/session/save-status.ts';
import { fi } from '../../src/text/fi.ts';
import { focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, goTo, inside, showCourse, wordsOf } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

describe('saving', () => {
  test('the header says when, and a problem is told in full, politely, once', async () => {
    const session = new FakeSession();
    const { app, said } = await showCourse(session);
    const at = new Date(2026, 10, 24, 14, 5).getTime();
    session.set({ status: { state: 'saved', at } });
    await drawn(app);
    expect(wordsOf(app)).toContain('Tallennettu klo 14.05');
    for (const minute of [6, 7]) {
      session.set({
        status: { state: 'not-saved', reason: 'offline', local: true, retryAt: new Date(2026, 10, 24, 14, minute).getTime() },
      });
      await drawn(app);
    }
    expect(wordsOf(app)).toContain('Ei yhteyttä – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.07.');
    session.set({ status: { state: 'saving', local: true } });
    session.set({ status: { state: 'saved', at } });
    await drawn(app);
    expect(said).toEqual([
      fi.saving.firstSaved,
      'Ei yhteyttä – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.06.',
      fi.saving.backAgain,
    ]);
  });

  test('a problem stays told while it is tried again, so that the page does not jump, and is gone once it has worked', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session);
    const told = async (status: SaveStatus): Promise<string> => {
      session.set({ status });
      await drawn(app);
      return inside(app)
        .filter(({ localName }) => localName === 'aspa-save-problem')
        .map(wordsOf)
        .join();
    };
    const problem = await told({ state: 'not-saved', reason: 'other-page', local: true, retryAt: Date.now() });
    expect(problem).toContain(fi.saving.why['other-page']);
    expect(await told({ state: 'saving', local: true })).toBe(problem);
    expect(await told({ state: 'saved', at: Date.now() })).toBe('');
    expect(await told({ state: 'saving', local: true })).toBe('');
  });

  test('what goes wrong is told in the page’s banner, and all that is told stands in a landmark', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session);
    session.set({ status: { state: 'not-saved', reason: 'refused', local: true, retryAt: Date.now() }, roomLeft: 0.1 });
    await drawn(app);
    const banner = inside(app).filter(({ localName }) => localName === 'header');
    expect(banner).toHaveLength(1);
    expect(wordsOf(banner[0] as Element)).toContain('Vastausten tilasta on jäljellä 10\u00a0%');
    const landmarks = 'header, main, nav, dialog, [role=status], style';
    const shell = app.renderRoot.querySelector('.shell');
    const outside = [...(shell?.children ?? [])].filter(
      (part) => !part.matches(landmarks) && [...(part.shadowRoot?.children ?? [])].some((inner) => !inner.matches(`${landmarks}, .window`)),
    );
    expect(outside.map(({ localName }) => localName)).toEqual([]);
  });

  test('a problem that was read can be put away, and another one comes back', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session);
    session.set({ status: { state: 'not-saved', reason: 'offline', local: true } });
    await drawn(app);
    await userEvent.click(page.getByRole('button', { name: 'Piilota' }));
    await drawn(app);
    const told = (name: string): string =>
      inside(app)
        .filter(({ localName }) => localName === name)
        .map(wordsOf)
        .join();
    expect(told('aspa-save-problem')).toBe('');
    expect(told('aspa-save-status')).toBe('Ei yhteyttä');
    session.set({ status: { state: 'not-saved', reason: 'full', local: true } });
    await drawn(app);
    expect(told('aspa-save-problem')).toContain('Ota vastauksistasi kopio');
  });

  test('a meter appears when less than a quarter of the room is left', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session);
    session.set({ roomLeft: 0.25 });
    await drawn(app);
    const meter = (): HTMLMeterElement | undefined => inside(app).find((one): one is HTMLMeterElement => one.localName === 'meter');
    expect(meter()).toBeUndefined();
    session.set({ roomLeft: 0.12 });
    await drawn(app);
    expect(meter()?.value).toBe(12);
    expect(meter()?.labels[0]?.textContent).toContain('Vastausten tilasta on jäljellä 12\u00a0%');
  });

  test('what is gone to stands below the header, however much that has to tell', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session);
    session.set({ status: { state: 'not-saved', reason: 'refused', local: true, retryAt: Date.now() }, roomLeft: 0.1 });
    await drawn(app);
    await goTo('b/b.second');
    const header = app.renderRoot.querySelector('.top')?.getBoundingClientRect();
    expect(header?.bottom).toBeGreaterThan(120);
    expect(focused()?.textContent).toBe('Toinen tehtävä');
    expect(focused()?.getBoundingClientRect().top).toBeGreaterThanOrEqual(header?.bottom ?? Infinity);
  });

  test('on a telephone a problem leaves most of the page to the work, and says what to do when asked', async () => {
    await page.viewport(360, 740);
    const session = new FakeSession();
    const { app } = await showCourse(session);
    session.set({ status: { state: 'not-saved', reason: 'refused', local: false, retryAt: Date.now() }, roomLeft: 0.1 });
    await drawn(app);
    expect(app.renderRoot.querySelector('.top')?.clientHeight).toBeLessThan(740 * 0.4);
    expect(page.getByRole('button', { name: 'Tallenna kopio' }).elements()).toHaveLength(1);
    const todo = (): boolean | undefined =>
      inside(app)
        .find(({ className }) => className === 'next')
        ?.checkVisibility();
    expect(todo()).toBe(false);
    await userEvent.click(page.getByRole('button', { name: fi.saving.more }));
    await expect.poll(todo).toBe(true);
  });

  test('browsing says before typing that nothing is saved, and marks no place', async () => {
    const session = new FakeSession();
    session.launchAs('browse');
    const { app } = await showCourse(session);
    expect(wordsOf(app)).toContain(fi.saving.browse);
    await goTo('b');
    expect(wordsOf(app)).toContain(fi.saving.browse);
    expect(wordsOf(app)).toContain('Ei tallenneta');
    expect(session.calls.filter((call) => call.startsWith('visit'))).toEqual([]);
  });

  test('review says so only where nothing is stored after completion', async () => {
    const session = new FakeSession();
    session.launchAs('review');
    const { app } = await showCourse(session);
    expect(wordsOf(app)).not.toContain(fi.saving.review);
    session.launchAs('review', { storesAfterCompletion: false });
    await drawn(app);
    expect(wordsOf(app)).toContain(fi.saving.review);
  });

  test('an LMS without a review mode that stores nothing after completion is named as soon as the course is complete', async () => {
    const session = new FakeSession();
    session.launchAs('normal', { storesAfterCompletion: false });
    const { app } = await showCourse(session);
    expect(wordsOf(app)).not.toContain(fi.saving.review);
    session.store.change({ [note.completed]: '2026-11-24T08:00:00.000Z' });
    session.set({});
    await drawn(app);
    expect(wordsOf(app)).toContain(fi.saving.review);
  });

  test.each([
    ['ahead', 'Tallessa selaimessa'],
    ['removed', 'Lähetetty'],
  ] as const)('the header says where the words are that such an LMS stores no more: %s', async (copyHere, words) => {
    const session = new FakeSession();
    session.launchAs('review', { storesAfterCompletion: false });
    session.set({ status: { state: 'sent', at: Date.now() }, copyHere });
    const { app } = await showCourse(session);
    expect(wordsOf(app)).toContain(words);
  });
});
