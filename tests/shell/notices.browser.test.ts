import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { NEVER_WRITTEN, type Conflict } from '../../src/course/merge-answers.ts';
import { fi } from '../../src/text/fi.ts';
import { path } from '../exercises/drawn-fixtures.ts';
import { axeProblems, focused } from '../exercises/worksheet.ts';
import { course } from './fixture-course.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, goTo, inside, showCourse, wordsOf } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

const at = Date.now();
const text: Conflict = {
  field: 'b.second.first',
  current: { text: 'Uusi', at },
  other: { text: '<i>Vanha</i>\ntoinen rivi', at: at - 60_000 },
};
const choice: Conflict = { field: 'c.ideas.ideas.abcd.channel', current: { text: 'desk', at }, other: { text: '', at: at - 60_000 } };

test('that nothing leaves this browser is said where the course opens, and not on every page', async () => {
  const session = new FakeSession();
  session.launchAs('normal', { thisBrowserOnly: true });
  const { app } = await showCourse(session, 'a');
  expect(wordsOf(app)).toContain(fi.saving.thisBrowserOnly);
  await goTo('esipuhe');
  expect(wordsOf(app)).not.toContain(fi.saving.thisBrowserOnly);
});

test('two versions of an answer stand side by side in words, and one is chosen', async () => {
  const session = new FakeSession({}, { 'b.second.first': 'Uusi' });
  session.set({ conflicts: [text, choice] });
  const { app } = await showCourse(session);
  expect(wordsOf(app)).toContain('Toinen tehtävä: Mitä opit?');
  expect(wordsOf(app)).toContain('Kysytään käyttäjiltä: Missä?');
  const versions = inside(app).filter(({ localName }) => localName === 'blockquote');
  expect(versions.map(({ textContent }) => textContent)).toEqual(['Uusi', '<i>Vanha</i>\ntoinen rivi', 'Palvelupiste', 'Tyhjä']);
  expect(await axeProblems()).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Ota tämä vastaus kysymykseen Toinen tehtävä: Mitä opit?' }));
  await drawn(app);
  expect(session.store.answers.get('b.second.first')?.text).toBe('<i>Vanha</i>\ntoinen rivi');
  expect(wordsOf(app)).toContain(fi.saving.conflicts.resolved(1));
  expect(focused()?.textContent).toBe(fi.saving.conflicts.title(1));
  await userEvent.click(page.getByRole('button', { name: /^Pidä tämä/ }));
  await drawn(app);
  expect(session.calls).toContain('resolve c.ideas.ideas.abcd.channel current');
  expect(wordsOf(app)).not.toContain(fi.saving.conflicts.what);
});

test('the next two versions are read from their beginning, however far the ones before were scrolled', async () => {
  const session = new FakeSession({}, { 'b.second.first': 'Uusi' });
  const long = { text: 'Kirjoitin tästä pitkästi.\n'.repeat(40), at };
  session.set({ conflicts: ['b.second.first', 'c.path.later'].map((field) => ({ field, current: long, other: text.other })) });
  const { app } = await showCourse(session);
  const first = (): Element => inside(app).find(({ localName }) => localName === 'blockquote') as Element;
  first().scrollTop = 300;
  expect(first().scrollTop).toBe(300);
  await userEvent.click(page.getByRole('button', { name: /^Pidä tämä/ }).first());
  await drawn(app);
  expect(first().scrollTop).toBe(0);
});

test('two versions that come to light while she writes are told to who does not see the top of the page', async () => {
  const session = new FakeSession({}, { 'b.second.first': 'Uusi' });
  const { app, said } = await showCourse(session, 'b/b.second');
  expect(said).not.toContain(fi.saving.conflicts.title(1));
  session.set({ conflicts: [{ field: 'b.second.first', current: { text: 'Uusi', at: 2 }, other: { text: 'Vanha', at: 1 } }] });
  await drawn(app);
  expect(said).toContain(fi.saving.conflicts.title(1));
  session.set({ status: { state: 'saving', local: true } });
  await drawn(app);
  expect(said.filter((words) => words.includes(fi.saving.conflicts.title(1)))).toHaveLength(1);
});

test.each([
  ['another question', 'c.path.later', 'Vanha'],
  ['a third version', 'b.second.first', 'Vielä vanhempi'],
])('a double click chooses once: %s that has come into the place of the first was not read yet', async (_what, field, older) => {
  const session = new FakeSession({}, { 'b.second.first': 'Uusi' });
  const other = { text: 'Vanha', at: at - 60_000 };
  session.set({
    conflicts: [
      { ...text, other },
      { field, current: text.current, other: { ...other, text: older } },
    ],
  });
  const { app } = await showCourse(session);
  await userEvent.dblClick(page.getByRole('button', { name: /^Ota tämä/ }).first());
  await drawn(app);
  expect(session.calls.filter((call) => call.startsWith('resolve'))).toEqual(['resolve b.second.first other']);
});

test('who turns to another page while two versions wait sees its title, which has the focus; at the launch she sees the versions', async () => {
  await page.viewport(360, 740);
  const session = new FakeSession({}, { 'b.second.first': 'Uusi' });
  session.set({ conflicts: [text, choice] });
  await showCourse(session, 'a');
  await expect.element(page.getByRole('heading', { name: fi.saving.conflicts.title(2) })).toBeInViewport();
  await goTo('b');
  expect(focused()?.textContent).toBe('Hyödynnä lähteitä');
  const { top, bottom } = focused()?.getBoundingClientRect() ?? new DOMRect();
  expect(top).toBeGreaterThan(50);
  expect(bottom).toBeLessThan(740 / 2);
});

test('a version of a field that nothing stands in any more is offered beside nothing, which was never written', async () => {
  const session = new FakeSession({}, {});
  session.set({ conflicts: [{ ...text, current: NEVER_WRITTEN }] });
  const { app } = await showCourse(session);
  const versions = inside(app).filter((element) => element.matches('.version :is(.when, blockquote)'));
  expect(versions.slice(0, 2).map(({ textContent }) => textContent)).toEqual(['Nyt kurssilla', 'Tyhjä']);
});

test('a version to choose leads to its field, into an exercise and a step that are folded', async () => {
  const chapter = { id: 's', title: 'S', shortTitle: 'S', parts: [{ type: 'exercise', exercise: path }] } as const;
  const session = new FakeSession({ chapters: [...course.chapters, chapter] }, { 'c.path.later': 'Uusi' });
  session.set({ conflicts: [{ ...text, field: 'c.path.later' }, text, { ...text, field: 'b.gone.first' }] });
  const { app } = await showCourse(session, 'esipuhe');
  await userEvent.click(page.getByRole('link', { name: /Mitä tapahtuu palvelutilanteen jälkeen/ }));
  await expect.poll(() => (focused() as HTMLTextAreaElement | null)?.value).toBe('Uusi');
  await userEvent.click(page.getByRole('link', { name: 'Toinen tehtävä: Mitä opit?' }));
  await expect.poll(() => focused()?.getRootNode()).toHaveProperty('host.dataset.field', 'b.second.first');
  const titles = inside(app).filter((element) => element.matches('.conflict h3'));
  expect(titles.at(-1)?.querySelector('a'), 'a question that is not asked any more').toBeNull();
});

test('who has a choice to make is not led past it to her last exercise', async () => {
  const session = new FakeSession({}, { '@place': 'b/b.second' });
  session.set({ conflicts: [text] });
  await showCourse(session);
  expect(scrollY).toBe(0);
});

test('what could not be read is offered as a file, and the words can be put away', async () => {
  const session = new FakeSession();
  session.set({ kept: [{ name: 'lms-state', content: '\u0001rikki' }] });
  const { app } = await showCourse(session);
  await expect.element(page.getByRole('button', { name: 'Tallenna tiedostoksi' })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Sulje ilmoitus' }));
  await drawn(app);
  expect(wordsOf(app)).not.toContain(fi.saving.kept.title);
});

test('a new attempt that begins empty says where the earlier answers are, and takes the copy that is still here', async () => {
  const session = new FakeSession();
  session.set({ earlier: new Map([['b.second.first', { text: 'Viime kerralta', at }]]) });
  const { app } = await showCourse(session);
  expect(wordsOf(app)).toContain(fi.saving.earlier.what);
  expect(await axeProblems()).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: fi.saving.earlier.take }));
  await drawn(app);
  expect(session.store.answers.get('b.second.first')?.text).toBe('Viime kerralta');
  expect(wordsOf(app)).toContain(fi.saving.earlier.taken);
  expect(wordsOf(app)).not.toContain(fi.saving.earlier.what);
});

test('where no copy of them is here, it leads to the page that reads one from a file, and can be put away', async () => {
  const session = new FakeSession();
  session.set({ earlier: new Map() });
  const { app } = await showCourse(session);
  expect(wordsOf(app)).toContain(fi.saving.earlier.file);
  expect(page.getByRole('button', { name: fi.saving.earlier.take }).elements()).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: fi.saving.earlier.dismiss }));
  await drawn(app);
  expect(wordsOf(app)).not.toContain(fi.saving.earlier.what);
  expect(focused()?.textContent?.trim()).toBe(fi.shell.cover.begin);
});

test('answers that nobody has put a name to are offered, and taken over only where she says that they are hers', async () => {
  const session = new FakeSession();
  session.set({ strays: new Map([['b.second.first', { text: 'Ilman yhteyttä', at }]]) });
  const { app } = await showCourse(session);
  expect(wordsOf(app)).toContain(fi.saving.strays.what);
  expect(wordsOf(app)).not.toContain('Ilman yhteyttä');
  expect(await axeProblems()).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: fi.saving.strays.dismiss }));
  await drawn(app);
  expect(session.calls).not.toContain('takeStrays');
  expect(wordsOf(app)).not.toContain(fi.saving.strays.what);
  expect(focused()?.textContent?.trim()).toBe(fi.shell.cover.begin);
});

test('she takes them over by one press', async () => {
  const session = new FakeSession();
  session.set({ strays: new Map([['b.second.first', { text: 'Ilman yhteyttä', at }]]) });
  const { app } = await showCourse(session);
  await userEvent.click(page.getByRole('button', { name: fi.saving.strays.take }));
  await drawn(app);
  expect(session.calls).toContain('takeStrays');
  expect(wordsOf(app)).toContain(fi.saving.strays.taken);
});

test('words that did not fit into the LMS and are in another browser: it says so, with a way to bring them', async () => {
  const session = new FakeSession();
  session.set({ lacksWords: true });
  const { app } = await showCourse(session);
  expect(wordsOf(app)).toContain(fi.saving.lacksWords.what);
  expect(await axeProblems()).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: fi.saving.lacksWords.dismiss }));
  await drawn(app);
  expect(wordsOf(app)).not.toContain(fi.saving.lacksWords.what);
});
