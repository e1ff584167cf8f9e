import { render } from 'lit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { itemsOf } from '../../src/course/list-items.ts';
import { ChannelAssessment } from '../../src/exercises/channel-assessment/element.ts';
import { renderProfileWords } from '../../src/exercises/channel-assessment/picture.ts';
import { channelRows } from '../../src/exercises/channel-assessment/channel-rows.ts';
import { en } from '../../src/text/en.ts';
import { channels } from './fixtures.ts';
import { heard } from './screen-reader.ts';
import { awkward, axeProblems, focused, focusedField, settled, show, smallTargets } from './worksheet.ts';

const filled = {
  'b.channels.phone.skill': 'fluent',
  'b.channels.phone.skill_note': 'Vieraat kielet jännittävät.\nSelviän silti.',
  'b.channels.phone.presence': 'daily',
  'b.channels.phone.development': awkward,
  'b.channels.chat.skill': 'learning',
  'b.channels.social.inst': '1',
  'b.channels.social.inst.name': 'Instagram <b>&amp;</b> {ystävät} 😀',
  'b.channels.social.inst.presence': 'sometimes',
};

/** How far each lane of the drawn profile reaches, left and right, a row a channel. */
function reached(element: ChannelAssessment): [number, number][] {
  return [...element.renderRoot.querySelectorAll('.profile-picture g')].map((row) => {
    const bars = [...row.querySelectorAll('rect')];
    const count = (side: SVGRectElement[]): number => side.filter((bar) => bar.classList.contains('reached')).length;
    return [count(bars.slice(0, bars.length / 2)), count(bars.slice(bars.length / 2))];
  });
}

/** Opens a row as a learner does. */
async function opens(row: string): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: new RegExp(`^${row}( |$)`) }));
}

const names = (element: ChannelAssessment): (string | null)[] =>
  [...element.renderRoot.querySelectorAll('.profile-picture .name')].map(({ textContent }) => textContent);

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

describe('empty', () => {
  test('every given channel is in the picture already, and what is still empty leads there', async () => {
    const { element } = await show(new ChannelAssessment(), channels);
    expect(names(element)).toEqual(['Puhelin', 'Chat']);
    expect(reached(element)).toEqual([
      [0, 0],
      [0, 0],
    ]);
    await opens('Mikä auttaisi sinua.');
    await userEvent.click(page.getByRole('link', { name: 'Chat: kaikki kohdat' }));
    await vi.waitFor(() => expect(focusedField()).toBe('b.channels.chat.skill'));
    expect((focused() as HTMLInputElement).value).toBe('learning');
  });

  test('the sign of a thought about developing says in the picture what it means, once there is one', async () => {
    const { element, store } = await show(new ChannelAssessment(), channels);
    const legend = '+ kehittämisajatus kirjattu';
    const picture = (): string => element.renderRoot.querySelector('.profile-picture')?.textContent ?? '';
    expect(picture()).not.toContain('+');
    store.change({ 'b.channels.phone.development': 'Kuuntelen' });
    await vi.waitFor(() => expect(picture()).toContain('Puhelin +'));
    expect(picture()).toContain(legend);
  });

  test('it begins with the channels in which she serves, and asks for nothing else', async () => {
    const { element } = await show(new ChannelAssessment(), channels);
    await expect.element(page.getByRole('button', { name: 'Missä kanavissa palvelet?' })).toHaveAttribute('aria-expanded', 'true');
    expect(element.renderRoot.textContent).not.toContain('Vielä tarvitaan');
  });

  test('many missing cells of what was begun in version 1.0.0 are asked for in one sentence, with its other way out beside it', async () => {
    await show(new ChannelAssessment(), channels, { 'b.channels.phone.skill': 'fluent' });
    await expect.element(page.getByText('0/3 tehty')).toBeVisible();
    await userEvent.click(page.getByText('Vielä tarvitaan'));
    await expect.element(page.getByRole('link', { name: 'Täytä vielä 5 kohtaa' })).toBeVisible();
    await userEvent.click(page.getByRole('link', { name: 'Tai täytä ainakin yksi kanava kokonaan', exact: false }));
    await vi.waitFor(() => expect(focusedField()).toBe('b.channels.help'));
  });
});

describe('the channels in which she serves', () => {
  const shownIn = (row: string): string =>
    page
      .getByRole('button', { name: new RegExp(`^${row}( |$)`) })
      .element()
      .textContent.replace(/\s+/g, ' ')
      .trim();

  test('picked ones come first, and the others are none of her work once she goes on', async () => {
    const { textOf } = await show(new ChannelAssessment(), channels);
    await userEvent.click(page.getByRole('checkbox', { name: 'Chat' }));
    expect(textOf('b.channels.mine')).toBe('chat');
    expect(textOf('b.channels.phone_not_mine')).toBeUndefined();
    await userEvent.click(page.getByRole('button', { name: /^Seuraava/ }));
    await expect.poll(() => focused()?.textContent?.trim()).toBe('Chat');
    expect(focused()?.getAttribute('aria-expanded')).toBe('true');
    expect([textOf('b.channels.phone_not_mine'), textOf('b.channels.social_not_mine')]).toEqual(['not_mine', 'not_mine']);
    expect(textOf('b.channels.chat_not_mine')).toBeUndefined();
    expect(shownIn('Puhelin')).toBe('Puhelin Ei kuulu työhöni');
  });

  test('where none was picked, going on says nothing of any', async () => {
    const { store } = await show(new ChannelAssessment(), channels);
    await userEvent.click(page.getByRole('button', { name: /^Seuraava/ }));
    await expect.poll(() => focused()?.textContent?.trim()).toBe('Puhelin');
    expect(store.answers.size).toBe(0);
  });

  test('one with an answer counts as picked', async () => {
    await show(new ChannelAssessment(), channels, { 'b.channels.phone.skill_note': 'Vieraat kielet' });
    await expect.element(page.getByRole('checkbox', { name: 'Puhelin' })).toBeChecked();
    await expect.element(page.getByRole('checkbox', { name: 'Chat' })).not.toBeChecked();
  });

  test('the one with which she begins is picked with its first answer, and the task’s own rule counts from then on', async () => {
    const { textOf } = await show(new ChannelAssessment(), channels);
    await userEvent.click(page.getByRole('button', { name: 'Näytä kaikki' }));
    await userEvent.click(page.getByRole('radio', { name: 'Vasta opettelen' }).nth(1));
    expect([textOf('b.channels.chat.skill'), textOf('b.channels.mine')]).toEqual(['learning', 'chat']);
    await expect.element(page.getByRole('checkbox', { name: 'Chat' })).toBeChecked();
    await userEvent.click(page.getByText('Vielä tarvitaan'));
    await expect.element(page.getByRole('link', { name: /^(Täytä vielä|Vastaa|Valitse)/ }).first()).toBeVisible();
    expect(page.getByRole('link', { name: 'Tai täytä', exact: false }).query()).toBeNull();
  });

  test('beginning with a channel that she names picks its kind, and only then', async () => {
    const { textOf } = await show(new ChannelAssessment(), channels);
    await userEvent.click(page.getByRole('button', { name: 'Näytä kaikki' }));
    await userEvent.click(page.getByRole('button', { name: 'Lisää somekanava' }));
    expect(textOf('b.channels.mine')).toBe('social');
    await userEvent.click(page.getByRole('radio', { name: 'Vasta opettelen' }).first());
    expect(textOf('b.channels.mine')).toBe('social');
  });

  test('what was begun in version 1.0.0 is not picked by a further answer, and keeps its rule', async () => {
    const { textOf, element } = await show(new ChannelAssessment(), channels, { 'b.channels.phone.skill': 'fluent' });
    await element.goTo('b.channels.chat.skill');
    await userEvent.click(page.getByRole('radio', { name: 'Vasta opettelen' }));
    expect([textOf('b.channels.chat.skill'), textOf('b.channels.mine')]).toEqual(['learning', undefined]);
    await userEvent.click(page.getByText('Vielä tarvitaan'));
    await expect.element(page.getByRole('link', { name: 'Tai täytä ainakin yksi kanava kokonaan', exact: false })).toBeVisible();
  });

  test('“not my work” folds the row and keeps its answers, and one press takes it back', async () => {
    const { element, fieldElement, textOf } = await show(new ChannelAssessment(), channels, filled);
    await element.goTo('b.channels.phone.development');
    await userEvent.click(page.getByRole('button', { name: 'Ei kuulu työhöni Puhelin' }));
    expect(textOf('b.channels.phone_not_mine')).toBe('not_mine');
    expect(textOf('b.channels.phone.development')).toBe(awkward);
    await expect.poll(() => fieldElement('b.channels.phone.development').checkVisibility()).toBe(false);
    expect(focused()?.textContent).toContain('Kuuluu työhöni');
    expect(names(element).join()).not.toContain('Puhelin');
    expect(element.renderRoot.querySelector('.profile-words')?.textContent).not.toContain('Puhelin');
    await expect.element(page.getByRole('checkbox', { name: 'Puhelin' })).not.toBeInTheDocument();
    await userEvent.click(page.getByRole('button', { name: 'Kuuluu työhöni Puhelin' }));
    expect(textOf('b.channels.phone_not_mine')).toBe('');
    await expect.poll(() => fieldElement('b.channels.phone.development').checkVisibility()).toBe(true);
    // Its button is gone: the focus is on the title of the row that has opened.
    await expect.poll(() => focused()?.getAttribute('aria-controls')).toBe('fields-b.channels.phone');
    expect(focused()?.getAttribute('aria-expanded')).toBe('true');
    expect(names(element).join()).toContain('Puhelin');
    expect(element.renderRoot.querySelector('.profile-words')?.textContent).toContain('Puhelin');
  });

  test('unpicking one with answers says that it is none of her work; picking it again takes that back', async () => {
    const { element, textOf } = await show(new ChannelAssessment(), channels, filled);
    await element.goTo('b.channels.mine');
    await userEvent.click(page.getByRole('checkbox', { name: 'Puhelin' }));
    expect([textOf('b.channels.phone_not_mine'), textOf('b.channels.mine')]).toEqual(['not_mine', 'chat social']);
    await userEvent.click(page.getByRole('checkbox', { name: 'Puhelin' }));
    expect([textOf('b.channels.phone_not_mine'), textOf('b.channels.mine')]).toEqual(['', 'chat social phone']);
  });

  test('what was done by the first rule stays done when a channel is said to be none of hers', async () => {
    const { store } = await show(new ChannelAssessment(), channels, { ...filled, 'b.channels.help': 'Pyydän tunnukset.' });
    await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
    await opens('Puhelin');
    await userEvent.click(page.getByRole('button', { name: 'Ei kuulu työhöni Puhelin' }));
    await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
    expect(store.answers.get('b.channels.done_before')?.text).toBe('yes');
  });

  test('a done row folds to a line with both scales, in words too', async () => {
    await show(new ChannelAssessment(), channels, filled);
    expect(shownIn('Puhelin')).toBe('Puhelin Tehty Osaamiseni : Palvelu sujuu hyvin Läsnäoloni : Lähes päivittäin');
    expect(shownIn('Chat')).toContain('Kesken');
  });
});

describe('filled', () => {
  test('the picture and its words follow each answer', async () => {
    const { element } = await show(new ChannelAssessment(), channels);
    await opens('Puhelin');
    await userEvent.click(page.getByRole('radio', { name: 'Palvelu sujuu hyvin' }).first());
    await userEvent.click(page.getByRole('radio', { name: 'En ole vielä mukana' }).first());
    expect(reached(element)).toEqual([
      [3, 1],
      [0, 0],
    ]);
    await expect
      .element(page.getByText('Osaamiseni: palvelu sujuu hyvin. Läsnäoloni: en ole vielä mukana.', { exact: false }))
      .toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Tyhjennä Puhelin, Osaamiseni' }));
    expect(reached(element)[0]).toEqual([0, 1]);
    expect(focusedField()).toBe('b.channels.phone.skill');
    await userEvent.fill(page.getByRole('textbox', { name: 'Puhelin: Kehittäminen' }), 'Harjoittelen.');
    expect(names(element)[0]).toBe('Puhelin +');
  });

  test('a channel that the learner names comes into the picture by its name, and goes and comes back with undo', async () => {
    const { element, store, textOf } = await show(new ChannelAssessment(), channels);
    await opens('Some, mitkä.');
    await userEvent.click(page.getByRole('button', { name: 'Lisää somekanava' }));
    const item = itemsOf(store.answers, 'b.channels.social')[0]?.id ?? '';
    await vi.waitFor(() => expect(focusedField()).toBe(`b.channels.social.${item}.name`));
    expect(names(element)).toEqual(['Puhelin', 'Chat', 'Nimetön kanava']);
    await userEvent.keyboard('Mastodon');
    expect(names(element)[2]).toBe('Mastodon');
    const group = page.getByRole('group', { name: 'Mastodon', exact: true });
    await userEvent.click(group.getByRole('radio', { name: 'Voin opastaa muitakin' }));
    expect(reached(element)[2]).toEqual([4, 0]);
    await userEvent.click(page.getByRole('button', { name: 'Poista kanava Mastodon' }));
    await vi.waitFor(() => expect(focusedField()).toBe(`b.channels.social.${item}`));
    expect(names(element)).toEqual(['Puhelin', 'Chat']);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focusedField()).toBe(`b.channels.social.${item}.name`));
    expect(reached(element)[2]).toEqual([4, 0]);
    expect(textOf(`b.channels.social.${item}.skill`)).toBe('guiding');
  });

  test('a note opens beside its scale, with the focus in it', async () => {
    const { textOf } = await show(new ChannelAssessment(), channels);
    await opens('Chat');
    await userEvent.click(page.getByRole('button', { name: 'Lisää huomio Chat, Läsnäoloni' }));
    await vi.waitFor(() => expect(focusedField()).toBe('b.channels.chat.presence_note'));
    await userEvent.keyboard('Vain arkisin.');
    expect(textOf('b.channels.chat.presence_note')).toBe('Vain arkisin.');
  });

  test('a note that is emptied stays where it is, with the focus in it', async () => {
    const { element, textOf } = await show(new ChannelAssessment(), channels, { 'b.channels.chat.skill_note': 'Ä' });
    await element.goTo('b.channels.chat.skill_note');
    await userEvent.keyboard('{End}{Backspace}');
    expect(textOf('b.channels.chat.skill_note')).toBe('');
    await userEvent.keyboard('ö');
    expect(textOf('b.channels.chat.skill_note')).toBe('ö');
  });

  test('one whole channel and an idea of what would help elsewhere is enough', async () => {
    await show(new ChannelAssessment(), channels, filled);
    await expect.element(page.getByText('Vielä tarvitaan')).toBeVisible();
    await opens('Mikä auttaisi sinua.');
    await userEvent.fill(page.getByRole('textbox', { name: 'Kuinka tyhjäksi', exact: false }), 'Pyydän tunnukset.');
    await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
  });

  test('cells that wait are named one by one, and none when all is filled', async () => {
    const whole = Object.fromEntries(
      ['phone', 'chat'].flatMap((channel) => [
        [`b.channels.${channel}.skill`, 'guiding'],
        [`b.channels.${channel}.presence`, 'daily'],
        [`b.channels.${channel}.development`, 'Opin lisää.'],
      ]),
    );
    const { store } = await show(new ChannelAssessment(), channels, { ...whole, 'b.channels.chat.presence': '' });
    await opens('Mikä auttaisi sinua.');
    await expect.element(page.getByRole('link', { name: 'läsnäoloni', exact: true })).toBeVisible();
    store.change({ 'b.channels.chat.presence': 'daily' });
    await expect.element(page.getByText('Kaikki kohdat on täytetty.')).toBeVisible();
    await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
  });

  test('not all is filled while a channel of hers that she names has no kind yet, or a kind no name', async () => {
    const whole = (row: string): Record<string, string> => ({
      [`b.channels.${row}.skill`]: 'guiding',
      [`b.channels.${row}.presence`]: 'daily',
      [`b.channels.${row}.development`]: 'Opin lisää.',
    });
    const { store, element } = await show(new ChannelAssessment(), channels, {
      'b.channels.mine': 'phone social',
      'b.channels.chat_not_mine': 'not_mine',
      ...whole('phone'),
    });
    await opens('Mikä auttaisi sinua.');
    await expect.element(page.getByRole('button', { name: 'Mikä auttaisi sinua?', exact: true })).toBeVisible();
    expect(element.renderRoot.textContent).not.toContain('Kaikki kohdat on täytetty.');
    const waiting = (): string[] => [...element.renderRoot.querySelectorAll('.waiting a')].map(({ textContent }) => textContent);
    expect(waiting()).toEqual(['Lisää ensimmäinen kohta: Some, mitkä?']);
    store.change({ 'b.channels.social.inst': '1', ...whole('social.inst') });
    await expect.poll(waiting).toEqual(['Kirjoita: Somekanavan nimi']);
    store.change({ 'b.channels.social.inst.name': 'Instagram' });
    await expect.element(page.getByText('Kaikki kohdat on täytetty.')).toBeVisible();
  });

  test('forty named channels keep the page as wide as the screen', async () => {
    await page.viewport(320, 640);
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => `c${String(index).padStart(3, '0')}`).flatMap((id, index) => [
        [`b.channels.social.${id}`, String(index)],
        [`b.channels.social.${id}.name`, `Paikallisryhmäjaostoyhteistyökanava${'x'.repeat(60)}`],
      ]),
    );
    const { element } = await show(new ChannelAssessment(), channels, many);
    expect(names(element)).toHaveLength(42);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    const picture = element.renderRoot.querySelector('.profile-picture')?.getBoundingClientRect();
    for (const name of element.renderRoot.querySelectorAll('.profile-picture .name')) {
      const box = name.getBoundingClientRect();
      expect(box.left).toBeGreaterThanOrEqual((picture?.left ?? 0) - 4);
      expect(box.right).toBeLessThanOrEqual((picture?.right ?? 0) + 4);
    }
  });
});

test('one column on a phone with the profile folded, scales side by side where there is room, the profile beside them from 788 px', async () => {
  const { element } = await show(new ChannelAssessment(), channels);
  const place = (selector: string, index = 0): DOMRect =>
    element.renderRoot.querySelectorAll(selector)[index]?.getBoundingClientRect() ?? new DOMRect();
  await element.goTo('b.channels.phone.skill');
  await page.viewport(360, 640);
  expect(place('.cell', 1).top).toBeGreaterThan(place('.cell', 0).bottom);
  expect(place('.profile-picture').height).toBe(0);
  await userEvent.click(page.getByRole('button', { name: 'Oma profiilini' }));
  expect(place('.profile-picture').height).toBeGreaterThan(100);
  await page.viewport(714, 666);
  expect(place('.cell', 1).top).toBe(place('.cell', 0).top);
  expect(place('.picture').top).toBeGreaterThan(place('.asked').bottom);
  await page.viewport(788 + 16, 800);
  expect(place('.picture').left).toBeGreaterThan(place('.asked').right);
  expect(place('.asked').width).toBeGreaterThanOrEqual(480);
  expect(place('.profile-picture').width).toBeGreaterThanOrEqual(300);
});

test('what was written comes back to the letter', async () => {
  const { fieldElement } = await show(new ChannelAssessment(), channels, filled);
  const control = (field: string): string | undefined =>
    fieldElement(field).shadowRoot?.querySelector<HTMLTextAreaElement>('#control')?.value;
  expect(control('b.channels.phone.development')).toBe(awkward);
  expect(control('b.channels.phone.skill_note')).toBe(filled['b.channels.phone.skill_note']);
  expect(control('b.channels.social.inst.name')).toBe(filled['b.channels.social.inst.name']);
  expect(fieldElement('b.channels.chat.skill').shadowRoot?.querySelector<HTMLInputElement>(':checked')?.value).toBe('learning');
});

test('saving takes the focus neither from a text nor from a scale', async () => {
  const { save, textOf, element } = await show(new ChannelAssessment(), channels);
  await element.goTo('b.channels.phone.skill');
  await userEvent.keyboard(' ');
  await save();
  await userEvent.keyboard('{ArrowDown}');
  await save();
  await userEvent.keyboard('{ArrowDown}');
  expect(textOf('b.channels.phone.skill')).toBe('fluent');
  expect(focusedField()).toBe('b.channels.phone.skill');
  await element.goTo('b.channels.phone.development');
  await userEvent.keyboard('aä');
  await userEvent.keyboard('{ArrowLeft}');
  await save();
  await userEvent.keyboard('ö');
  expect(textOf('b.channels.phone.development')).toBe('aöä');
});

test('the keyboard alone reaches every cell in reading order', async () => {
  const { element } = await show(new ChannelAssessment(), channels);
  await element.goTo('b.channels.phone.skill');
  const visited: (string | undefined)[] = [];
  for (let presses = 0; presses < 20; presses++) {
    // An example stands in its field.
    if (visited.at(-1) !== focusedField()) visited.push(focusedField());
    await userEvent.keyboard('{Tab}');
    // The button at the foot of a row leads to the next.
    if (focused()?.textContent?.trim() !== 'Seuraava: Chat') continue;
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused()?.textContent?.trim()).toBe('Chat');
  }
  expect(visited.filter((field) => field !== undefined).slice(0, 6)).toEqual([
    'b.channels.phone.skill',
    'b.channels.phone.presence',
    'b.channels.phone.development',
    'b.channels.chat.skill',
    'b.channels.chat.presence',
    'b.channels.chat.development',
  ]);
});

test('read-only, scales show what was picked and nothing can be changed', async () => {
  const { store, element } = await show(new ChannelAssessment(), channels, filled, { readOnly: true });
  const before = store.answers;
  await userEvent.click(page.getByRole('radio', { name: 'Palvelu sujuu hyvin' }).first());
  await element.goTo('b.channels.phone.skill');
  await userEvent.keyboard('{ArrowDown}');
  expect(store.answers).toBe(before);
  expect(element.renderRoot.querySelectorAll('button')).toHaveLength(0);
  await expect.element(page.getByRole('textbox', { name: 'Puhelin: Kehittäminen' })).toHaveAttribute('readonly');
});

test('axe finds nothing, empty or filled, and there is room for a finger', async () => {
  const empty = await show(new ChannelAssessment(), channels);
  expect(await axeProblems()).toEqual([]);
  expect(smallTargets(empty.element, 44)).toEqual([]);
  const { element } = await show(new ChannelAssessment(), channels, filled);
  await settled(element);
  expect(await axeProblems()).toEqual([]);
  expect(smallTargets(element, 44)).toEqual([]);
});

test('a screen reader hears the channel with each question, and the profile in words', async () => {
  const { element } = await show(new ChannelAssessment(), channels, { ...filled, 'b.channels.phone.development': '' });
  await element.goTo('b.channels.phone.skill');
  const phrases = await heard(element);
  expect(phrases).toContain('group, Puhelin');
  expect(phrases).toContain('group, Puhelin: Osaamiseni');
  expect(phrases).toContain('radio, Palvelu sujuu hyvin, checked, position 3, set size 4');
  expect(phrases.filter((phrase) => phrase.startsWith('textbox, Puhelin: Kehittäminen'))).not.toEqual([]);
  expect(phrases.filter((phrase) => phrase.startsWith('group, Instagram'))).not.toEqual([]);
  expect(phrases.filter((phrase) => phrase.includes('Oma profiilini kanavittain: vasemmalla Osaamiseni, oikealla Läsnäoloni'))).not.toEqual(
    [],
  );
  expect(phrases).toContain('Osaamiseni: palvelu sujuu hyvin. Läsnäoloni: lähes päivittäin.');
});

test('the profile in words goes on in small letters, but for the English “I”', () => {
  const steps = [{ id: 'learning', label: 'I am still learning' }, { id: 'fluent', label: 'Serving goes well in EU matters' }]; // prettier-ignore
  const exercise = { ...channels, skill: { ...channels.skill, label: 'My skills', steps } };
  const answers = new Map([
    ['b.channels.phone.skill', { text: 'learning', at: 1 }],
    ['b.channels.chat.skill', { text: 'fluent', at: 1 }],
  ]);
  const words = document.createElement('div');
  render(renderProfileWords(exercise, channelRows(exercise, answers, ''), en.channelAssessment), words);
  expect(words.textContent).toContain('My skills: I am still learning.');
  expect(words.textContent).toContain('My skills: serving goes well in EU matters.');
});

test('the sign of a thought about developing stays on the line of its words', () => {
  const answers = new Map([['b.channels.phone.development', { text: 'I ask more.', at: 1 }]]);
  const words = document.createElement('div');
  render(renderProfileWords(channels, channelRows(channels, answers, ''), en.channelAssessment), words);
  expect(words.textContent).toContain('+\u00a0has an idea for development.');
});
