import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { note } from '../../src/course/answers.ts';
import { beginTest } from '../../src/session/storage-test.ts';
import { SUPPORT_PAGE } from '../../src/shell/navigation/route.ts';
import { fi } from '../../src/text/fi.ts';
import { axeProblems, focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, inside, showCourse, wordsOf } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

const { support } = fi;
const secret = 'Salainen ajatus työpaikasta';

function troubled(): FakeSession {
  const session = new FakeSession({}, { 'a.meeting.first': secret, 'a.meeting.secret': 'Vain minulle' });
  session.launchAs('normal', { stateLength: 4096, receipts: false });
  session.set({
    support: {
      ...session.support,
      room: { used: 1024, limit: 4096 },
      saves: [
        { at: Date.parse('2026-11-25T08:00:00Z'), result: 'saved' },
        { at: Date.parse('2026-11-25T08:01:00Z'), result: 'not-saved', reason: 'refused', detail: 'LMSCommit answered false – 101' },
        { at: Date.parse('2026-11-25T08:02:00Z'), result: 'not-saved', reason: 'refused', detail: `wrong value: ${secret} of Virtanen` },
        { at: Date.parse('2026-11-25T08:03:00Z'), result: 'not-saved', reason: 'refused', detail: 'no session for Virtanen' },
      ],
    },
  });
  return session;
}

function facts(app: Element): string {
  return inside(app).find((one): one is HTMLTextAreaElement => one.localName === 'textarea')?.value ?? '';
}

/** What the list says of each promise. */
function told(app: Element): string[] {
  return inside(app)
    .filter(({ localName, className }) => localName === 'li' && ['kept', 'broken', 'open'].includes(className))
    .map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() ?? '');
}

describe('the technical facts', () => {
  test('say what the course is, what was found of the LMS and how the last saves went', async () => {
    const session = troubled();
    const { app } = await showCourse(session, SUPPORT_PAGE);
    const text = facts(app);
    expect(text).toContain(`Kurssi: ${session.course.id} ${session.course.version}`);
    expect(text).toContain('Yhteys: API API in the parent');
    expect(text).toContain('stateLength 4096');
    expect(text).toContain('receipts false');
    expect(text).toContain('Avaustapa: normal');
    const hour = new Date().getHours();
    expect(text).toMatch(new RegExp(`Aika: \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\dZ \\(${String(hour)}\\.\\d\\d .+\\)`));
    expect(text).toContain(navigator.userAgent);
    expect(text).toContain('versio 7: 1\u00a0024 merkkiä, tilaa 4\u00a0096');
    expect(text).toContain('2026-11-25T08:01:00.000Z not-saved refused LMSCommit answered false – 101');
  });

  test('hold no answer and nothing of the learner, even where the LMS repeats them in an error', async () => {
    const { app } = await showCourse(troubled(), SUPPORT_PAGE);
    for (const own of [secret, 'Vain minulle', 'Virtanen', 'Aino']) expect(facts(app)).not.toContain(own);
    expect(facts(app)).toContain('2026-11-25T08:02:00.000Z not-saved refused …');
  });

  test('come with advice where what a closing page sends may not arrive', async () => {
    const session = troubled();
    expect(wordsOf((await showCourse(session, SUPPORT_PAGE)).app)).not.toContain(support.saveSooner);
    document.body.replaceChildren();
    session.launchAs('normal', { stateLength: 4096, saveSooner: true });
    expect(wordsOf((await showCourse(session, SUPPORT_PAGE)).app)).toContain(support.saveSooner);
  });

  test('are copied as plain text at the press of a button', async () => {
    const { app } = await showCourse(troubled(), SUPPORT_PAGE);
    let copied = '';
    document.addEventListener('copy', () => (copied = facts(app)), { once: true });
    await userEvent.click(page.getByRole('button', { name: support.copy }));
    await drawn(app);
    expect(copied).toContain('stateLength 4096');
    expect(wordsOf(app)).toContain(support.copied);
  });

  test('are reached from the workbook, and from the words of a save that fails', async () => {
    const session = troubled();
    await showCourse(session, 'tyokirja');
    await userEvent.click(page.getByRole('link', { name: support.link }));
    await expect.poll(() => focused()?.textContent).toBe(support.page);
    await showCourse(session, 'a');
    session.set({ status: { state: 'not-saved', reason: 'refused', local: true } });
    await drawn(document.body);
    await userEvent.click(page.getByRole('link', { name: support.link }));
    await expect.poll(() => focused()?.textContent).toBe(support.page);
  });

  test('leave the place to come back to as it was, and lead on to the workbook only', async () => {
    const session = new FakeSession({}, { '@place': 'b/b.second' });
    await showCourse(session, SUPPORT_PAGE);
    expect(session.place).toBe('b/b.second');
    expect(page.getByRole('link', { name: /^Seuraava/ }).elements()).toEqual([]);
    await expect.element(page.getByRole('link', { name: /^Edellinen/ })).toHaveAttribute('href', '#tyokirja');
  });
});

describe('the test of saving', () => {
  test('begins with what the launch has shown, and goes on to what is to be done', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session, SUPPORT_PAGE);
    expect(told(app)[0]).toBe(`${support.test.verdict.kept}: ${support.test.promise.lms}`);
    expect(told(app)[3]).toBe(`${support.test.verdict.open}: ${support.test.promise.whole}`);
    await userEvent.click(page.getByRole('button', { name: support.test.begin }));
    await drawn(app);
    expect(focused()?.textContent).toBe(support.test.next);
    expect(session.place).toBe(SUPPORT_PAGE);
    expect(await axeProblems()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: fi.shell.exit }));
    expect(session.calls).toContain('exit');
  });

  test('says for each promise that is broken what it means and what to do', async () => {
    const session = new FakeSession({}, { ...beginTest(SUPPORT_PAGE, Date.now() - 60_000) } as Record<string, string>);
    session.launchAs('normal', { thisBrowserOnly: true, stateLength: 255 });
    session.set({
      launch: { ...(session.launch as NonNullable<typeof session.launch>), finished: true },
      support: { ...session.support, saves: [{ at: Date.now(), result: 'not-saved', reason: 'refused' }] },
    });
    const { app } = await showCourse(session, SUPPORT_PAGE);
    const { broken, promise, verdict } = support.test;
    for (const name of ['lms', 'limits', 'save', 'whole', 'exit', 'completion'] as const)
      expect(told(app)).toContain(`${verdict.broken}: ${promise[name]}${broken[name]}`);
    expect(await axeProblems()).toEqual([]);
  });

  test('tells of a save without a receipt that the next launch will show it', async () => {
    const session = new FakeSession({}, { ...beginTest(SUPPORT_PAGE, Date.now()) } as Record<string, string>);
    session.set({ status: { state: 'sent', at: Date.now() } });
    const { app } = await showCourse(session, SUPPORT_PAGE);
    expect(wordsOf(app)).toContain(support.test.sent);
  });

  test('only reads where the learner looks in', async () => {
    const session = new FakeSession();
    session.launchAs('browse');
    const { app } = await showCourse(session, SUPPORT_PAGE);
    expect(wordsOf(app)).toContain(support.test.browse);
    expect(page.getByRole('button', { name: support.test.begin }).elements()).toEqual([]);
  });

  test('ends without a trace', async () => {
    const session = new FakeSession({}, { ...beginTest(SUPPORT_PAGE, Date.now()) } as Record<string, string>);
    const { app } = await showCourse(session, SUPPORT_PAGE);
    await userEvent.click(page.getByRole('button', { name: support.test.end }));
    await drawn(app);
    expect(session.store.answers.get(note.testText)?.text).toBe('');
    expect(focused()?.textContent).toBe(support.test.what);
  });

  test('fits a window of 360 pixels', async () => {
    await page.viewport(360, 640);
    await showCourse(troubled(), SUPPORT_PAGE);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});

describe('an LMS that wipes the answers when it is told of completion', () => {
  const wipesOnCompletion = true;
  const { wipes } = fi.saving;

  test('is told only after the learner has chosen, and the question stays in sight until then', async () => {
    const session = new FakeSession({ wipesOnCompletion });
    const { app, said } = await showCourse(session, 'a');
    await userEvent.fill(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }), 'Tervehdin');
    await expect.poll(() => said.join()).toContain(wipes.what);
    await drawn(app);
    expect(session.progress.complete).toBe(false);
    await expect.element(page.getByRole('button', { name: wipes.take })).toBeInViewport();
    expect(await axeProblems()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: wipes.without }));
    await drawn(app);
    expect(session.progress.complete).toBe(true);
    expect(session.store.answers.get(note.copy)?.text).toBe('none');
    expect(page.getByRole('button', { name: wipes.take }).elements()).toEqual([]);
    expect(wordsOf(app)).toContain(fi.saving.review);
  });

  test('comes after the file with her answers', async () => {
    const session = new FakeSession({ wipesOnCompletion }, { 'a.meeting.first': 'Tervehdin' });
    await showCourse(session, 'a');
    const files: string[] = [];
    document.addEventListener('click', (event) => event.target instanceof HTMLAnchorElement && files.push(event.target.download));
    await userEvent.click(page.getByRole('button', { name: wipes.take }));
    expect(files).toEqual([expect.stringMatching(/^aspa-ajokortti-tyokirja-.*\.json$/)]);
    expect(session.store.answers.get(note.copy)?.text).toBe('file');
    expect(session.progress.complete).toBe(true);
  });

  test('"I am ready" is answered with what completion waits for', async () => {
    const session = new FakeSession({ wipesOnCompletion, completeWhen: 'learner' }, { 'a.meeting.first': 'Tervehdin' });
    const { app } = await showCourse(session, 'ajokortti');
    await userEvent.click(page.getByRole('button', { name: 'Olen valmis' }));
    await drawn(app);
    expect(wordsOf(app)).not.toContain(fi.shell.ready.said);
    expect(focused()?.textContent).toBe(wipes.what);
  });
});
