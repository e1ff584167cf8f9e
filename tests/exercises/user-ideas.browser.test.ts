import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { itemsOf } from '../../src/course/list-items.ts';
import { UserIdeas } from '../../src/exercises/user-ideas/element.ts';
import { ideas } from './fixtures.ts';
import { heard } from './screen-reader.ts';
import { awkward, axeProblems, focusedField, settled, show, smallTargets } from './worksheet.ts';

const idea = (id: string, order: number, texts: Record<string, string>): Record<string, string> => ({
  [`c.ideas.ideas.${id}`]: String(order),
  ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [`c.ideas.ideas.${id}.${field}`, text])),
});

const filled = {
  ...idea('aaaa', 1, { who: 'Nuori', channel: 'desk', sort: 'idea', what: awkward, response: 'Kokeillaan syyslomalla.' }),
  ...idea('bbbb', 2, { who: 'Eläkeläinen', channel: 'desk', sort: 'improvement', what: 'Lisää tuoleja.', response: 'Siirretään kaksi.' }),
};

const lines = (element: UserIdeas): (string | undefined)[] =>
  [...element.renderRoot.querySelectorAll('.sums dl > div')].map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

test('before anything is written, the page says that no names belong here', async () => {
  const { element } = await show(new UserIdeas(), ideas);
  await expect.element(page.getByText('Älä kirjoita nimiä. Ikäryhmä tai rooli riittää.')).toBeVisible();
  expect(element.renderRoot.querySelector('.sums')).toBeNull();
  expect(element.renderRoot.textContent).not.toContain('Lisää ensimmäinen kohta');
});

test('an idea is added with the focus on who said it, and the counts follow', async () => {
  const first = idea('aaaa', 1, { who: 'Nuori', channel: 'desk', sort: 'idea', what: 'Pelejä.', response: 'Kokeillaan.' });
  const { element, store, textOf } = await show(new UserIdeas(), ideas, first);
  // Of one there is nothing to count.
  expect(lines(element)).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Lisää käyttäjän ajatus' }));
  const item = itemsOf(store.answers, 'c.ideas.ideas')[1]?.id ?? '';
  await vi.waitFor(() => expect(focusedField()).toBe(`c.ideas.ideas.${item}.who`));
  await userEvent.keyboard('Opiskelija');
  await expect.element(page.getByText('Ikäryhmä tai rooli, ei koskaan nimeä.').last()).toBeVisible();
  await userEvent.click(page.getByRole('radio', { name: 'Chat' }).last());
  await userEvent.click(page.getByRole('radio', { name: 'Parannusehdotus' }).last());
  await userEvent.fill(page.getByRole('textbox', { name: 'Ajatus 2: Mitä käyttäjä sanoi?' }), 'Pidempi aukiolo.');
  await userEvent.fill(page.getByRole('textbox', { name: 'Ajatus 2: Mitä voisimme tehdä?' }), 'Selvitetään.');
  expect(textOf(`c.ideas.ideas.${item}.sort`)).toBe('improvement');
  expect(lines(element)).toEqual(['Idea 1', 'Parannusehdotus 1', 'Palvelupiste 1', 'Chat 1']);
  await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
});

test('suggestions are offered for who said it, and anything else may be written', async () => {
  const { fieldElement } = await show(new UserIdeas(), ideas, filled);
  const root = fieldElement('c.ideas.ideas.aaaa.who').shadowRoot;
  const list = root?.querySelector('input')?.getAttribute('list');
  expect([...(root?.querySelectorAll<HTMLOptionElement>(`#${list} option`) ?? [])].map(({ value }) => value)).toEqual(['Lapsi', 'Nuori']);
});

test('counts cover what was not chosen, so that they add up to all', async () => {
  const { element } = await show(new UserIdeas(), ideas, { ...filled, ...idea('cccc', 3, { who: 'Lapsi', channel: 'gone' }) });
  expect(lines(element)).toEqual(['Idea 1', 'Parannusehdotus 1', 'Valitsematta 1', 'Palvelupiste 2', 'Valitsematta 1']);
  await expect.element(page.getByText('3 ajatusta')).toBeVisible();
});

test('a folded idea shows its gist, and that something in it is missing', async () => {
  const { element } = await show(new UserIdeas(), ideas, { ...filled, ...idea('cccc', 3, { who: 'Lapsi' }) });
  const folded = [...element.renderRoot.querySelectorAll('.entry > summary')].map(({ textContent }) =>
    textContent?.replace(/\s+/g, ' ').trim(),
  );
  expect(folded[1]).toBe('Parannusehdotus Eläkeläinen · Palvelupiste Lisää tuoleja.');
  expect(folded[2]).toBe('Lapsi Kesken Ajatus on vielä kirjoittamatta');
});

test('remove and undo, twice over, bring back every word', async () => {
  const { element, store } = await show(new UserIdeas(), ideas, filled);
  for (const id of ['aaaa', 'bbbb', 'aaaa']) {
    await element.goTo(`c.ideas.ideas.${id}.who`);
    const remove = element.renderRoot
      .querySelector<HTMLElement>(`[data-field="c.ideas.ideas.${id}.who"]`)
      ?.closest('details')
      ?.querySelector('button');
    remove?.click();
    await vi.waitFor(() => expect(focusedField()).toBe(`c.ideas.ideas.${id}`));
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focusedField()).toBe(`c.ideas.ideas.${id}.who`));
  }
  for (const [field, text] of Object.entries(filled)) expect(store.answers.get(field)?.text).toBe(text);
});

test('what was written comes back to the letter', async () => {
  const { fieldElement } = await show(new UserIdeas(), ideas, filled);
  expect(fieldElement('c.ideas.ideas.aaaa.what').shadowRoot?.querySelector('textarea')?.value).toBe(awkward);
  expect(fieldElement('c.ideas.ideas.bbbb.sort').shadowRoot?.querySelector<HTMLInputElement>(':checked')?.value).toBe('improvement');
});

test('saving while an entry is open closes nothing and takes no focus', async () => {
  const { element, save, textOf } = await show(new UserIdeas(), ideas, filled);
  await element.goTo('c.ideas.ideas.bbbb.response');
  await userEvent.keyboard('{End}{ArrowLeft}');
  await save();
  await userEvent.keyboard(' nyt');
  expect(textOf('c.ideas.ideas.bbbb.response')).toBe('Siirretään kaksi nyt.');
  expect(focusedField()).toBe('c.ideas.ideas.bbbb.response');
});

test('the keyboard alone opens an entry and walks through it', async () => {
  const { element, textOf } = await show(new UserIdeas(), ideas, filled);
  element.renderRoot.querySelector<HTMLElement>('.entry > summary')?.focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(element.renderRoot.querySelector<HTMLDetailsElement>('.entry')?.open).toBe(true));
  await userEvent.keyboard('{Tab}');
  expect(focusedField()).toBe('c.ideas.ideas.aaaa.who');
  await userEvent.keyboard('{Tab}{ArrowDown}{Tab}{ArrowDown}');
  expect(textOf('c.ideas.ideas.aaaa.channel')).toBe('chat');
  expect(textOf('c.ideas.ideas.aaaa.sort')).toBe('improvement');
});

test('read-only, entries stand open with nothing to press in them', async () => {
  const { element } = await show(new UserIdeas(), ideas, filled, { readOnly: true });
  expect(element.renderRoot.querySelectorAll('details.entry[open]')).toHaveLength(2);
  expect(element.renderRoot.querySelectorAll('button')).toHaveLength(0);
});

test('axe finds nothing, and forty ideas fit a narrow phone with room for a finger', async () => {
  await show(new UserIdeas(), ideas);
  expect(await axeProblems()).toEqual([]);
  const open = await show(new UserIdeas(), ideas, filled);
  for (const details of open.element.renderRoot.querySelectorAll('details')) details.open = true;
  await settled(open.element);
  expect(await axeProblems()).toEqual([]);
  expect(smallTargets(open.element, 44)).toEqual([]);
  await page.viewport(320, 640);
  const many = Object.assign(
    {},
    ...Array.from({ length: 40 }, (_, index) => idea(`a${String(index).padStart(3, '0')}`, index, { who: 'Ä'.repeat(100), what: awkward })),
  ) as Record<string, string>;
  const { element } = await show(new UserIdeas(), ideas, many);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  expect(smallTargets(element, 44)).toEqual([]);
});

test('a screen reader hears the rule about names, the gist of each idea and the counts', async () => {
  const { element } = await show(new UserIdeas(), ideas, filled);
  const phrases = await heard(element);
  expect(phrases).toContain('Älä kirjoita nimiä. Ikäryhmä tai rooli riittää.');
  expect(phrases).toContain('Lisää tuoleja.');
  expect(phrases.join('|')).toContain('term|Palvelupiste|end of term|definition|2');
});
