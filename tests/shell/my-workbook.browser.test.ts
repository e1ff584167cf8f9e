import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fi } from '../../src/text/fi.ts';
import { map } from '../exercises/drawn-fixtures.ts';
import { focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, inside, showCourse, wordsOf } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

const awkward = '<script>alert(1)</script> <b>ä ö å</b> 😀\n{ } [,] & "lainaus"';
const answers = {
  'a.meeting.first': awkward,
  'a.meeting.secret': 'Vain minulle',
  'c.ideas.ideas.abcd': '1',
  'c.ideas.ideas.abcd.who': 'Nuori',
  'c.ideas.ideas.abcd.channel': 'desk',
  'c.ideas.ideas.abcd.what': 'Lisää sohvia',
};

test('everything that was written stands under its question, as it was written', async () => {
  const { app } = await showCourse(new FakeSession({}, answers), 'tyokirja');
  const answered = inside(app).filter(({ localName }) => localName === 'dd');
  expect(answered.map(({ textContent }) => textContent)).toEqual([
    awkward,
    'Vain minulle',
    'Nuori',
    'Palvelupiste',
    fi.workbook.nothingYet,
    'Lisää sohvia',
  ]);
  expect(getComputedStyle(answered[0] as Element).whiteSpace).toBe('pre-wrap');
  expect(inside(app).some(({ localName }) => localName === 'script' || localName === 'b')).toBe(false);
});

test('in 320 pixels a map of fifteen levels and a word of fifty letters stay within the page', async () => {
  await page.viewport(320, 640);
  const ids = Array.from({ length: 15 }, (_, level) => `lev${String.fromCharCode(97 + level)}`);
  const nodes = ids.flatMap((id, level): [string, string][] => [
    [`d.map.map.${id}`, `${ids[level - 1] ?? 'partners'} 1`],
    [`d.map.map.${id}.text`, level === 9 ? 'asiakaspalvelu'.repeat(4) : 'Kirjastot'],
  ]);
  const chapters = [{ id: 'd', title: 'Vuoropuhelu', shortTitle: 'Vuoropuhelu', parts: [{ type: 'exercise', exercise: map } as const] }];
  await showCourse(new FakeSession({ chapters }, Object.fromEntries(nodes)), 'tyokirja');
  await expect.element(page.getByText('Kirjastot').last()).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

test('a chapter’s sign is filled where its classes are earned, and an outline before', async () => {
  const session = new FakeSession({}, { 'b.first.first': 'Kirjaa' });
  const { app } = await showCourse(session, 'tyokirja');
  const fills = (): (string | null | undefined)[] =>
    ['a', 'b'].map((sign) =>
      inside(app)
        .find((element) => element.matches(`.chapter[data-sign=${sign}] .sign path`))
        ?.getAttribute('fill'),
    );
  expect(fills()).toEqual(['var(--paper)', 'var(--paper)']);
  session.store.change({ 'b.second.first': 'Kirjaa' });
  await drawn(app);
  expect(fills()).toEqual(['var(--paper)', 'var(--sign)']);
});

test('what is not begun says so, and leads to where it is begun', async () => {
  const { app } = await showCourse(new FakeSession(), 'tyokirja');
  expect(wordsOf(app).split(fi.workbook.exerciseEmpty)).toHaveLength(5);
  await userEvent.click(page.getByRole('link', { name: 'Siirry tehtävään: Toinen tehtävä' }));
  await expect.poll(() => focused()?.textContent).toBe('Toinen tehtävä');
});

test('answers to questions that the course no longer asks are shown too', async () => {
  const { app } = await showCourse(new FakeSession({}, { 'z.old.first': 'Vanha ajatus', '@place': 'a' }), 'tyokirja');
  expect(wordsOf(app)).toContain(fi.workbook.older);
  expect(wordsOf(app)).toContain('Vanha ajatus');
});

async function pick(app: Element, name: string, content: string): Promise<void> {
  const input = inside(app).find((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === 'file');
  if (!input) throw new Error('No field for a file');
  const files = new DataTransfer();
  files.items.add(new File([content], name, { type: 'application/json' }));
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
  await drawn(app);
}

test('a copy is read back in after a look at what it changes', async () => {
  const copy = new FakeSession({}, { ...answers, 'b.first.first': 'Kansalliskirjastoa' }).file.export();
  const session = new FakeSession({}, { 'a.meeting.first': 'Hymyillen', 'a.meeting.secret': 'Vain minulle' });
  const { app } = await showCourse(session, 'tyokirja');
  await pick(app, 'kopio.json', copy);
  expect(focused()?.textContent).toBe('Näin tiedosto kopio.json muuttaa vastauksiasi');
  const words = wordsOf(app);
  expect(words).toContain(fi.workbook.copy.added(4));
  expect(words).toContain(fi.workbook.copy.changed(1));
  expect(words).toContain('Hymyillen');
  expect(words).toContain('<script>alert(1)</script>');
  expect(session.store.answers.get('a.meeting.first')?.text).toBe('Hymyillen');
  await userEvent.click(page.getByRole('button', { name: fi.workbook.copy.take }));
  await drawn(app);
  expect(session.store.answers.get('a.meeting.first')?.text).toBe(awkward);
  expect(session.store.answers.get('b.first.first')?.text).toBe('Kansalliskirjastoa');
  expect(wordsOf(app)).toContain(fi.workbook.copy.taken);
});

test('where a text of the file waits for a choice, the place where it was taken says so', async () => {
  const session = new FakeSession({}, { 'a.meeting.first': 'Hymyillen' });
  const { app } = await showCourse(session, 'tyokirja');
  await pick(app, 'kopio.json', new FakeSession({}, answers).file.export());
  session.set({ conflicts: [{ field: 'a.meeting.first', current: { text: awkward, at: 2 }, other: { text: 'Hymyillen', at: 1 } }] });
  await userEvent.click(page.getByRole('button', { name: fi.workbook.copy.take }));
  await drawn(app);
  const said = inside(app).find((element) => element.matches('.said'));
  expect(said?.textContent).toBe(`${fi.workbook.copy.taken} ${fi.saving.conflicts.title(1)}`);
});

test('answers to unknown questions are taken only where the learner wants them, and too long ones are named', async () => {
  const copy = new FakeSession({}, { 'a.meeting.first': 'x'.repeat(5000), 'b.first.first': 'Uusi', 'z.old.first': 'Vanha' }).file.export();
  const session = new FakeSession();
  const { app } = await showCourse(session, 'tyokirja');
  const { takeAll, takeKnown, tooLong, unknown } = fi.workbook.copy;
  await pick(app, 'kopio.json', copy);
  expect(wordsOf(app)).toContain(unknown(1));
  expect(wordsOf(app)).toMatch(new RegExp(tooLong('.*', 5000, 4000).replace(/[()]/g, '\\$&')));
  await userEvent.click(page.getByRole('button', { name: takeKnown }));
  await drawn(app);
  expect(session.store.answers.get('b.first.first')?.text).toBe('Uusi');
  expect(session.store.answers.has('z.old.first')).toBe(false);
  expect(session.store.answers.has('a.meeting.first')).toBe(false);
  await pick(app, 'kopio.json', copy);
  await userEvent.click(page.getByRole('button', { name: takeAll }));
  await drawn(app);
  expect(session.store.answers.get('z.old.first')?.text).toBe('Vanha');
});

test('a file that puts rows elsewhere, or back where they were removed, says so before it is taken', async () => {
  const rows = {
    'c.ideas.ideas.abcd': '1',
    'c.ideas.ideas.abcd.what': 'Sohvia',
    'c.ideas.ideas.bcde': '2',
    'c.ideas.ideas.bcde.what': 'Kahvia',
  };
  const copy = new FakeSession({}, rows).file.export();
  const session = new FakeSession({}, rows);
  const { app } = await showCourse(session, 'tyokirja');
  session.store.change({ 'c.ideas.ideas.abcd': '3', 'c.ideas.ideas.bcde': '' });
  await pick(app, 'kopio.json', copy);
  expect(wordsOf(app)).toContain(fi.workbook.copy.moved(1));
  expect(wordsOf(app)).toContain(fi.workbook.copy.putBack(1));
  session.store.change({ 'c.ideas.ideas.abcd': '1', 'c.ideas.ideas.bcde': '2' });
  await pick(app, 'kopio.json', copy);
  expect(wordsOf(app)).not.toContain(fi.workbook.copy.moved(1));
  expect(wordsOf(app)).toContain(fi.workbook.copy.nothing);
});

test('a file that has become too much since she looked is refused with a reason, and nothing of it is taken', async () => {
  const session = new FakeSession();
  const { app } = await showCourse(session, 'tyokirja');
  await pick(app, 'kopio.json', new FakeSession({}, answers).file.export());
  session.store.change({ 'z.from.elsewhere': 'sana '.repeat(60_000) });
  await userEvent.click(page.getByRole('button', { name: fi.workbook.copy.take }));
  await drawn(app);
  expect(wordsOf(app)).toContain(fi.workbook.copy.unreadable['too-much']);
  expect(wordsOf(app)).not.toContain(fi.workbook.copy.taken);
  expect(session.store.answers.has('a.meeting.first')).toBe(false);
  expect(focused()?.id).toBe('read');
});

test('a file that is larger than any copy is refused before it is read', async () => {
  const { app } = await showCourse(new FakeSession(), 'tyokirja');
  await pick(app, 'suuri.json', `{${' '.repeat(1_000_001)}}`);
  expect(wordsOf(app)).toContain(fi.workbook.copy.unreadable['too-large']);
});

test('a copy that is not taken changes nothing', async () => {
  const session = new FakeSession({}, { 'a.meeting.first': 'Hymyillen' });
  const { app } = await showCourse(session, 'tyokirja');
  await pick(app, 'kopio.json', new FakeSession({}, answers).file.export());
  await userEvent.click(page.getByRole('button', { name: fi.workbook.copy.cancel }));
  expect(session.store.answers.get('a.meeting.first')?.text).toBe('Hymyillen');
});

test.each([
  ['kuva.json', '\u0000PNG', fi.workbook.copy.unreadable['not-json']],
  ['muu.json', '{"format":"other"}', fi.workbook.copy.unreadable['not-a-copy']],
  ['toinen.json', new FakeSession({ id: 'https://example.org/other' }, answers).file.export(), fi.workbook.copy.unreadable['other-course']],
])('a file that is no copy of this course is refused with a reason: %s', async (name, content, reason) => {
  const { app } = await showCourse(new FakeSession(), 'tyokirja');
  await pick(app, name, content);
  expect(wordsOf(app)).toContain(reason);
  expect(page.getByRole('button', { name: fi.workbook.copy.take }).elements()).toEqual([]);
});

test('a copy is saved as a file', async () => {
  const { app } = await showCourse(new FakeSession({}, answers), 'tyokirja');
  const saved = new Promise<HTMLAnchorElement>((done) => {
    const notice = (event: Event): void => {
      const link = event.target as HTMLAnchorElement;
      if (!link.download) return;
      event.preventDefault();
      document.removeEventListener('click', notice);
      done(link);
    };
    document.addEventListener('click', notice);
  });
  await userEvent.click(page.getByRole('button', { name: fi.workbook.copy.save }));
  const { download, href } = await saved;
  expect(download).toMatch(/^aspa-ajokortti-tyokirja-\d{4}-\d\d-\d\d\.json$/);
  const copy = (await (await fetch(href)).json()) as { answers: Record<string, unknown> };
  expect(copy.answers['a.meeting.first']).toMatchObject({ text: awkward });
  await drawn(app);
  expect(wordsOf(app)).toContain(fi.workbook.copy.saved(download));
});
