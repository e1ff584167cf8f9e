/** The pages in the course’s place: no LMS, an unknown site, a second tab, an old page, and the end. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SaveStatus } from '../../src/session/save-status.ts';
import { note } from '../../src/course/answers.ts';
import { fi } from '../../src/text/fi.ts';
import { saveWords } from '../../src/shell/notices/save-words.ts';
import { TrackingError } from '../../src/tracking/tracking-error.ts';
import { axeProblems, focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, goTo, heading, inside, showCourse, wordsOf } from './shown-course.ts';

/** What every live region says from now on, whichever it stands in. */
function toldIn(app: Element): string[] {
  const told: string[] = [];
  const heard = (): void => {
    for (const region of inside(app).filter((one) => one.matches('[role=status], [role=alert], [aria-live]'))) {
      const words = region.textContent?.trim() ?? '';
      if (words !== '' && said.get(region) !== words) told.push(words);
      said.set(region, words);
    }
  };
  const said = new Map<Element, string>();
  heard();
  told.length = 0;
  const watch = (root: Node): void => new MutationObserver(heard).observe(root, { subtree: true, childList: true, characterData: true });
  for (const element of inside(app)) if (element.shadowRoot) watch(element.shadowRoot);
  return told;
}

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

describe('phases', () => {
  test('on a telephone its words begin where those of other pages do', async () => {
    await page.viewport(360, 740);
    const session = new FakeSession();
    const { app } = await showCourse(session, 'esipuhe');
    const margin = app.renderRoot.querySelector('main')?.firstElementChild?.getBoundingClientRect();
    session.set({ phase: 'elsewhere' });
    await drawn(app);
    const words = inside(app)
      .find(({ localName }) => localName === 'aspa-instead-of-course')
      ?.shadowRoot?.querySelector('p')
      ?.getBoundingClientRect();
    expect(words?.left).toBe(margin?.left);
    expect(words?.width).toBeGreaterThan(300);
  });

  test('without an LMS the course says so, and goes on in this browser when asked', async () => {
    const session = new FakeSession();
    session.set({ phase: 'no-lms', problem: new TrackingError('unreachable', 'no answer') });
    const { app } = await showCourse(session);
    expect(wordsOf(app)).toContain('Oppimisympäristö ei vastaa.');
    expect(wordsOf(app)).toContain('ovat tallessa oppimisympäristössä, vaikka ne eivät näy tässä');
    expect(focused()?.localName).toBe('h1');
    await userEvent.click(page.getByRole('button', { name: 'Jatka tässä selaimessa' }));
    await drawn(app);
    expect(heading()).toBe('Aspa-ajokortti');
    expect(wordsOf(app)).toContain(fi.saving.thisBrowserOnly);
    await goTo('esipuhe');
    expect(wordsOf(app)).not.toContain(fi.saving.thisBrowserOnly);
  });

  test('a launch that names an unknown site is asked about, by its name, and nothing else is on the page', async () => {
    const session = new FakeSession();
    session.set({ phase: 'unconfirmed', strangers: ['https://lrs.example.net', 'http://lms.example.org:8080'] });
    const { app } = await showCourse(session);
    expect(focused()?.textContent).toBe(fi.insteadOfCourse.unconfirmed.title);
    for (const host of ['lrs.example.net', 'http://lms.example.org:8080']) expect(wordsOf(app)).toContain(host);
    expect(page.getByRole('textbox').elements()).toEqual([]);
    expect(await axeProblems()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: fi.insteadOfCourse.unconfirmed.dontSend }));
    await drawn(app);
    expect(heading()).toBe(fi.insteadOfCourse.noLms.title);
    session.set({ phase: 'unconfirmed', strangers: ['https://lrs.example.net'] });
    await drawn(app);
    await userEvent.click(page.getByRole('button', { name: fi.insteadOfCourse.unconfirmed.goOn }));
    await drawn(app);
    expect(session.calls).toEqual(expect.arrayContaining(['sendNothing', 'sendThere']));
    expect(heading()).toBe('Aspa-ajokortti');
  });

  test('after the end the way back to an unknown site is a link that names it', async () => {
    const session = new FakeSession();
    session.set({ phase: 'closed', wayBack: 'https://lms.example.org/course/7', status: { state: 'saved', at: Date.now() } });
    await showCourse(session);
    const link = page.getByRole('link', { name: fi.insteadOfCourse.closed.wayBack('lms.example.org') });
    await expect.element(link).toHaveAttribute('href', 'https://lms.example.org/course/7');
    expect(await axeProblems()).toEqual([]);
  });

  test('a second tab offers to take over', async () => {
    const session = new FakeSession();
    session.set({ phase: 'elsewhere' });
    const { app } = await showCourse(session);
    expect(page.getByRole('textbox').elements()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Jatka tässä välilehdessä' }));
    await drawn(app);
    expect(session.calls).toContain('takeOver');
    expect(heading()).toBe('Aspa-ajokortti');
  });

  test('an old page does not write until it is told to', async () => {
    const session = new FakeSession();
    session.set({ phase: 'stale' });
    const { app } = await showCourse(session);
    expect(wordsOf(app)).toContain('jo näkynyt uudempi versio vastauksistasi');
    expect(wordsOf(app)).toContain('auki toisella laitteella');
    expect(wordsOf(app)).toContain('Jos näet tämän viestin silloinkin');
    await userEvent.click(page.getByRole('button', { name: 'Jatka tästä versiosta' }));
    expect(session.calls).toContain('goOnAnyway');
  });

  const unsaved: SaveStatus = { state: 'not-saved', reason: 'offline', local: true };

  test('a course that is being closed says that it saves, and tells how that went once it is known', async () => {
    const session = new FakeSession();
    session.set({ phase: 'closing', status: { state: 'saving', local: true } });
    const { app } = await showCourse(session);
    expect(heading()).toBe(fi.insteadOfCourse.closing.title);
    expect(wordsOf(app)).toContain(fi.insteadOfCourse.closing.saving);
    expect(wordsOf(app)).not.toMatch(/Vastauksesi (ovat tallessa|on lähetetty)/);
    session.set({ phase: 'closed', status: { state: 'saved', at: Date.now() } });
    await drawn(app);
    expect(focused()?.textContent).toBe(fi.insteadOfCourse.closed.title);
    expect(wordsOf(app)).toContain(fi.insteadOfCourse.closed.saved);
  });

  test('a course that could not be saved stays: tried again, gone on with, taken as a file, or ended all the same', async () => {
    const session = new FakeSession();
    session.set({ phase: 'closing', status: { state: 'saving', local: true } });
    const { app } = await showCourse(session);
    session.set({ status: unsaved });
    await drawn(app);
    expect(heading()).toBe(fi.insteadOfCourse.closing.notSaved);
    expect(wordsOf(app)).toContain(fi.saving.textIsHere);
    expect(await axeProblems()).toEqual([]);
    await expect.element(page.getByRole('button', { name: fi.saving.takeCopy })).toBeVisible();
    // Tried again by itself: nothing on the page moves.
    session.set({ status: { state: 'saving', local: true } });
    await drawn(app);
    expect(heading()).toBe(fi.insteadOfCourse.closing.notSaved);
    expect(wordsOf(app)).toContain(fi.insteadOfCourse.closing.trying);
    session.exit = () => Promise.resolve(void session.calls.push('exit'));
    session.stay = () => void session.calls.push('stay');
    session.exitUnsaved = () => void session.calls.push('exitUnsaved');
    const { again, stay, unsaved: end } = fi.insteadOfCourse.closing;
    for (const name of [again, stay, end]) await userEvent.click(page.getByRole('button', { name }));
    expect(session.calls).toEqual(['exit', 'stay', 'exitUnsaved']);
  });

  test('that it could not be saved is the heading with the focus, and said once; so is how trying again went', async () => {
    const session = new FakeSession();
    session.set({ phase: 'closing', status: { state: 'saving', local: true } });
    const { app } = await showCourse(session);
    const told = toldIn(app);
    session.set({ status: unsaved });
    await drawn(app);
    expect(focused()?.textContent).toBe(fi.insteadOfCourse.closing.notSaved);
    const { detail } = saveWords(unsaved, fi);
    expect(told).toEqual([detail]);
    session.set({ status: { state: 'saving', local: true } });
    await drawn(app);
    session.set({ phase: 'closed', status: { state: 'saved', at: Date.now() } });
    await drawn(app);
    expect(told).toEqual([detail, fi.insteadOfCourse.closing.trying, fi.insteadOfCourse.closed.saved]);
    expect(focused()?.textContent).toBe(fi.insteadOfCourse.closed.title);
  });

  test('a course that goes offline only when it closes says so once', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session, 'b');
    const told = toldIn(app);
    session.set({ phase: 'closing', status: unsaved });
    await drawn(app);
    expect(told).toEqual([saveWords(unsaved, fi).detail]);
  });

  test('a learner who goes on instead of closing is where she was', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session, 'b');
    session.set({ phase: 'closing', status: unsaved });
    await drawn(app);
    await userEvent.click(page.getByRole('button', { name: fi.insteadOfCourse.closing.stay }));
    await drawn(app);
    expect(inside(app).some(({ localName }) => localName === 'aspa-chapter-page')).toBe(true);
  });

  test('a course that closed before it knew tells the outcome when it comes, with a copy to take', async () => {
    const session = new FakeSession();
    session.set({ phase: 'closed', status: { state: 'saving', local: true } });
    const { app } = await showCourse(session);
    expect(wordsOf(app)).toContain(fi.insteadOfCourse.closed.saving);
    expect(wordsOf(app)).not.toMatch(/Vastauksesi (ovat tallessa|on lähetetty)/);
    session.set({ status: { state: 'not-saved', reason: 'refused', local: false } });
    await drawn(app);
    expect(wordsOf(app)).toContain(fi.insteadOfCourse.closed.notSaved);
    expect(wordsOf(app)).toContain(fi.insteadOfCourse.closed.bringCopy);
    await expect.element(page.getByRole('button', { name: 'Tallenna kopio' })).toBeVisible();
  });

  test('a course that was only looked at claims nothing when it closes', async () => {
    const session = new FakeSession();
    session.launchAs('browse');
    session.set({ phase: 'closed', status: { state: 'not-saved', reason: 'read-only', local: false } });
    const { app } = await showCourse(session);
    expect(wordsOf(app)).toContain(fi.insteadOfCourse.closed.browse);
    expect(wordsOf(app)).not.toContain('tallessa');
  });

  test('a course that closed with work that was only sent does not call it saved', async () => {
    const session = new FakeSession();
    session.set({ phase: 'closed', status: { state: 'sent', at: Date.now() } });
    await showCourse(session);
    await expect.element(page.getByRole('main').getByText('Vastauksesi on lähetetty oppimisympäristöön')).toBeVisible();
    expect(document.body.innerText).not.toContain('tallessa');
  });

  test.each(['nothing', 'ahead'] as const)(
    'with %s in this browser: whether both versions of an answer are somewhere is said as it is',
    async (copyHere) => {
      const session = new FakeSession();
      const [current, other] = ['Täällä', 'Toisella koneella'].map((text) => ({ text, at: Date.now() }));
      const conflicts = current && other ? [{ field: 'a.thoughts.first', current, other }] : [];
      session.set({ phase: 'closed', status: { state: 'saved', at: Date.now() }, copyHere, conflicts });
      const { app } = await showCourse(session);
      const { saved, notSaved, bringCopy } = fi.insteadOfCourse.closed;
      const isKept = copyHere !== 'nothing';
      expect([saved, notSaved, bringCopy].map((words) => wordsOf(app).includes(words))).toEqual([isKept, !isKept, !isKept]);
      expect(page.getByRole('button', { name: fi.saving.takeCopy }).elements()).toHaveLength(isKept ? 0 : 1);
    },
  );

  test('work that an LMS stores no more after completion is said to be in this browser, to be taken as a copy', async () => {
    const session = new FakeSession();
    session.launchAs('normal', { storesAfterCompletion: false });
    session.store.change({ [note.completed]: '2026-11-24T08:00:00.000Z' });
    session.set({ phase: 'closed', status: { state: 'sent', at: Date.now() }, copyHere: 'ahead' });
    const { app } = await showCourse(session);
    expect(wordsOf(app)).toContain(fi.insteadOfCourse.closed.local);
    expect(wordsOf(app)).not.toContain('lähetetty');
    await expect.element(page.getByRole('button', { name: fi.saving.takeCopy })).toBeVisible();
    expect(await axeProblems()).toEqual([]);
  });

  test.each(['nothing', 'removed'] as const)(
    'with %s in this browser it does not say that it has what the LMS stores no more',
    async (copyHere) => {
      const session = new FakeSession();
      session.launchAs('review', { storesAfterCompletion: false });
      session.set({ phase: 'closed', status: { state: 'sent', at: Date.now() }, copyHere });
      const { app } = await showCourse(session);
      expect(wordsOf(app)).toContain(fi.insteadOfCourse.closed[copyHere === 'removed' ? 'removed' : 'sent']);
      expect(wordsOf(app)).not.toContain('tallessa tässä selaimessa');
    },
  );
});
