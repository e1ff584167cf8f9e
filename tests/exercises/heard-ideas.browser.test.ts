import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, test } from 'vitest';
import { CustomerProfiles } from '../../src/exercises/customer-profiles/element.ts';
import type { CustomerProfiles as Profiles } from '../../src/exercises/customer-profiles/definition.ts';
import { ideas } from './fixtures.ts';
import { settled, show } from './worksheet.ts';

const question = (label: string): { readonly label: string } => ({ label });
const profiles: Profiles = {
  kind: 'customer-profiles',
  id: 'e.profiles',
  title: 'Profiilit',
  why: 'Siksi.',
  task: '',
  classes: [],
  answersOf: ideas.id,
  profilesLabel: 'Profiilit',
  add: 'Lisää',
  minimum: 2,
  name: { id: 'name', ...question('Nimi') },
  ways: { id: 'ways', ...question('Tavat') },
  channels: { id: 'channels', ...question('Kanavat') },
  ensuring: { id: 'ensuring', ...question('Varmistus') },
};
const said = {
  [`${ideas.id}.ideas.abcd`]: '1',
  [`${ideas.id}.ideas.abcd.who`]: 'Nuori',
  [`${ideas.id}.ideas.abcd.what`]: 'Lappu uutuushyllyyn',
  [`${ideas.id}.ideas.efgh`]: '2',
};

beforeEach(() => document.body.replaceChildren());

async function shown(texts: Readonly<Record<string, string>>, sign?: string): Promise<CustomerProfiles> {
  const { element } = await show(new CustomerProfiles(), profiles, texts);
  const chapter = { id: 'ideas', title: 'Kysy käyttäjiltä', shortTitle: 'Kysy', parts: [{ type: 'exercise', exercise: ideas } as const] };
  element.course = { ...element.course, chapters: [sign === undefined ? chapter : { ...chapter, sign }] };
  await settled(element);
  return element;
}

test('what users said is at hand where the profiles are made, with who said it and in which part it is written', async () => {
  await shown(said, 'F');
  await userEvent.click(page.getByText('Käyttäjien ajatukset osiosta F (1)'));
  await expect.element(page.getByText('Lappu uutuushyllyyn')).toBeVisible();
  await expect.element(page.getByText('Nuori')).toBeVisible();
});

test('a part that has no sign is named by its title', async () => {
  await shown(said);
  await expect.element(page.getByText('Käyttäjien ajatukset osiosta Kysy (1)')).toBeVisible();
});

test('where nothing was said yet, nothing of it is shown', async () => {
  const element = await shown({});
  expect(element.renderRoot.querySelector('.heard')).toBeNull();
});
