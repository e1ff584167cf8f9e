import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ServicePath } from '../../src/exercises/service-path/element.ts';
import { path } from './drawn-fixtures.ts';
import { heard } from './screen-reader.ts';
import { awkward, axeProblems, focusedField, settled, show, smallTargets } from './worksheet.ts';

const filled = {
  'c.path.group': 'Omaishoitajat',
  'c.path.channels': 'desk chat',
  'c.path.contact': 'face',
  'c.path.need': awkward,
  'c.path.need.marks': 'tip',
  'c.path.need.tip': 'Kotipalvelu',
  'c.path.need.recommend': 'Ei näy, koska merkki ei ole valittu',
  'c.path.choice': 'Soittaa ensin.',
  'c.path.later': 'Lähetämme muistutuksen.',
};

const drawn = (element: ServicePath): SVGSVGElement => element.renderRoot.querySelector<SVGSVGElement>('.path-picture') as SVGSVGElement;
const words = (element: ServicePath): string =>
  [...drawn(element).querySelectorAll('text')].map(({ textContent }) => textContent).join(' ');

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

describe('the picture', () => {
  test('empty, it is the whole road with its questions', async () => {
    const { element } = await show(new ServicePath(), path);
    expect(words(element)).toContain('Ennen palvelua');
    expect(words(element)).toContain('Mikä on asiakkaan');
    expect(drawn(element).getAttribute('aria-label')).toBe('Palvelupolku. 3 kohdasta 0 on kuvattu. Polulla ei ole vielä merkkejä.');
  });

  test('it grows with each answer and each mark', async () => {
    const { element } = await show(new ServicePath(), path);
    const height = drawn(element).viewBox.baseVal.height;
    await userEvent.click(page.getByRole('button', { name: /^Ennen palvelua/ }));
    await userEvent.fill(
      page.getByRole('textbox', { name: 'Kuinka asiakas valitsee' }),
      'Hän soittaa ensin ja kysyy, onko kirja paikalla. '.repeat(6),
    );
    expect(words(element)).toContain('Hän soittaa ensin');
    await userEvent.click(page.getByRole('button', { name: 'Merkitse polulle' }));
    await userEvent.click(page.getByRole('heading', { name: 'Kuinka asiakas valitsee' }));
    await userEvent.click(page.getByRole('checkbox', { name: 'Suosittelu' }));
    await userEvent.fill(page.getByRole('textbox', { name: 'Kuinka asiakas valitsee tapansa asioida?: Mitä suosittelet?' }), 'Äänikirjat');
    expect(words(element)).toContain('Äänikirjat');
    expect(drawn(element).viewBox.baseVal.height).toBeGreaterThan(height + 100);
    expect(drawn(element).getAttribute('aria-label')).toContain('3 kohdasta 1 on kuvattu. Polulla on yksi merkki.');
  });

  test('a long answer is shortened in the picture and whole in the words beneath', async () => {
    const { element } = await show(new ServicePath(), path, filled);
    expect(words(element)).toContain('…');
    await userEvent.click(page.getByText('Polku sanoina'));
    expect(element.renderRoot.querySelector('.path-words')?.textContent).toContain(awkward.trim());
    expect(element.renderRoot.querySelector('.path-words')?.textContent).not.toContain('?:');
    expect(element.renderRoot.querySelector('.path-words script')).toBeNull();
  });

  test('a note in which she writes goes with its mark that is taken away elsewhere, and she writes in no other', async () => {
    const both = { ...filled, 'c.path.need.marks': 'recommend tip', 'c.path.need.recommend': 'Lautapelit' };
    const { element, store, textOf } = await show(new ServicePath(), path, both);
    await element.goTo('c.path.need.recommend');
    await userEvent.keyboard('{Control>}{End}{/Control}, kirjat');
    expect(textOf('c.path.need.recommend')).toBe('Lautapelit, kirjat');
    store.change({ 'c.path.need.marks': 'tip' });
    await settled(element);
    await userEvent.keyboard(' ja levyt');
    expect(textOf('c.path.need.tip')).toBe('Kotipalvelu');
  });

  test('a mark that was taken away is gone from the picture, and its note comes back with it', async () => {
    const { element, textOf } = await show(new ServicePath(), path, filled);
    expect(words(element)).toContain('Kotipalvelu');
    expect(words(element)).not.toContain('Ei näy');
    await element.goTo('c.path.need.marks');
    await userEvent.click(page.getByRole('checkbox', { name: 'Vinkkaus' }).first());
    expect(words(element)).not.toContain('Kotipalvelu');
    expect(textOf('c.path.need.tip')).toBe('Kotipalvelu');
    await userEvent.click(page.getByRole('checkbox', { name: 'Vinkkaus' }).first());
    expect(words(element)).toContain('Kotipalvelu');
  });

  test.each([1280, 714, 320])('at %i pixels no text leaves its card and no card the picture', async (width) => {
    await page.viewport(width, 666);
    const { element } = await show(new ServicePath(), path, { ...filled, 'c.path.group': 'Ä'.repeat(400) });
    if (width < 640) await userEvent.click(page.getByRole('button', { name: 'Polku kuvana' }));
    const room = (): number => Math.floor(element.renderRoot.querySelector('.drawing')?.getBoundingClientRect().width ?? 0);
    await vi.waitFor(() => expect(drawn(element).viewBox.baseVal.width).toBe(room()));
    const { width: own, height } = drawn(element).viewBox.baseVal;
    for (const text of drawn(element).querySelectorAll('text')) {
      const box = text.getBBox();
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(own);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
    const cards = [...drawn(element).querySelectorAll('rect')].map((card) => card.getBBox());
    for (const [index, one] of cards.entries()) {
      for (const other of cards.slice(index + 1)) {
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart).toBe(true);
      }
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

test('it is done when every question is answered and one mark is set, and says so', async () => {
  const { textOf } = await show(new ServicePath(), path, { ...filled, 'c.path.need.marks': '' });
  await expect.element(page.getByRole('link', { name: 'jatka: Merkitse polulle' })).toBeVisible();
  await userEvent.click(page.getByText('Vielä tarvitaan'));
  await userEvent.click(page.getByRole('link', { name: 'Suosittelu', exact: false }));
  await vi.waitFor(() => expect(focusedField()).toBe('c.path.need.marks'));
  await userEvent.keyboard(' ');
  expect(textOf('c.path.need.marks')).toBe('recommend');
  await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
});

test('a phase at a time: the first that lacks something is open, and each says how far it is', async () => {
  const { fieldElement } = await show(new ServicePath(), path, { ...filled, 'c.path.choice': '' });
  const row = (name: string): HTMLElement => page.getByRole('button', { name: new RegExp(`^${name}`) }).element() as HTMLElement;
  const said = (name: string): string => row(name).textContent.replace(/\s+/g, ' ').trim();
  expect(row('Ennen palvelua').getAttribute('aria-expanded')).toBe('true');
  expect(row('Palvelun jälkeen').getAttribute('aria-expanded')).toBe('false');
  expect([said('Kohderyhmä ja kanavat'), said('Ennen palvelua'), said('Palvelun jälkeen')]).toEqual([
    'Kohderyhmä ja kanavat Tehty Omaishoitajat',
    'Ennen palvelua 1/2 tehty',
    'Palvelun jälkeen Tehty',
  ]);
  await userEvent.click(row('Kohderyhmä ja kanavat'));
  expect([fieldElement('c.path.group').checkVisibility(), fieldElement('c.path.choice').checkVisibility()]).toEqual([true, false]);
  await userEvent.click(page.getByRole('link', { name: 'jatka: Ennen palvelua' }));
  await vi.waitFor(() => expect(fieldElement('c.path.choice').checkVisibility()).toBe(true));
});

test('the keyboard alone answers, marks and notes', async () => {
  const { element, textOf } = await show(new ServicePath(), path);
  await element.goTo('c.path.need');
  await userEvent.keyboard('Rauhallinen paikka.');
  expect(textOf('c.path.need')).toBe('Rauhallinen paikka.');
  await element.goTo('c.path.marks');
  await userEvent.keyboard('{Tab}{Enter}{Tab} {Tab}{Tab}Lukusali');
  expect(textOf('c.path.need.marks')).toBe('recommend');
  expect(textOf('c.path.need.recommend')).toBe('Lukusali');
});

test('each place of the path says what she has written there and which marks it has, and stays unfolded when its last mark is taken away', async () => {
  const { element } = await show(new ServicePath(), path, filled);
  const [need, choice] = [...element.renderRoot.querySelectorAll<HTMLDetailsElement>('.place')] as [HTMLDetailsElement, HTMLDetailsElement];
  expect([need.open, choice.open]).toEqual([true, false]);
  expect(choice.querySelector('summary')?.textContent).toContain('Soittaa ensin.');
  const signs = (): (string | null)[] => [...need.querySelectorAll('summary svg + .unseen')].map((words) => words.textContent);
  expect(signs()).toEqual(['Vinkkaus']);
  await element.goTo('c.path.need.marks');
  await userEvent.keyboard(' ');
  expect(signs()).toEqual([]);
  expect(need.open).toBe(true);
  expect(focusedField()).toBe('c.path.need.marks');
  expect(await element.goTo('c.path.choice.marks')).toBe(true);
  expect(choice.open).toBe(true);
});

test('what was written comes back to the letter', async () => {
  const { fieldElement } = await show(new ServicePath(), path, filled);
  expect(fieldElement('c.path.need').shadowRoot?.querySelector('textarea')?.value).toBe(awkward);
  const picked = [...(fieldElement('c.path.channels').shadowRoot?.querySelectorAll<HTMLInputElement>(':checked') ?? [])];
  expect(picked.map(({ value }) => value)).toEqual(['desk', 'chat']);
});

test('saving leaves focus and caret where they are', async () => {
  const { element, save, textOf } = await show(new ServicePath(), path, filled);
  await element.goTo('c.path.choice');
  await userEvent.keyboard('{End}{ArrowLeft}');
  await save();
  await userEvent.keyboard(' tai tulee');
  expect(textOf('c.path.choice')).toBe('Soittaa ensin tai tulee.');
});

test('read-only, everything can be read and nothing changed', async () => {
  const { element, store } = await show(new ServicePath(), path, filled, { readOnly: true });
  const before = store.answers;
  await userEvent.click(page.getByRole('checkbox', { name: 'Suosittelu' }).first(), { force: true });
  await element.goTo('c.path.choice');
  await userEvent.keyboard('x');
  expect(store.answers).toBe(before);
  expect(words(element)).toContain('Kotipalvelu');
});

test('axe finds nothing, empty and filled, and every control has room for a finger', async () => {
  await show(new ServicePath(), path);
  expect(await axeProblems()).toEqual([]);
  const { element } = await show(new ServicePath(), path, filled);
  await userEvent.click(page.getByText('Polku sanoina'));
  expect(await axeProblems()).toEqual([]);
  await page.viewport(320, 640);
  expect(smallTargets(element, 44)).toEqual([]);
});

test('a screen reader hears the phases, whose marks they are, and what the picture shows', async () => {
  const { element } = await show(new ServicePath(), path, filled);
  await element.goTo('c.path.need');
  const phrases = (await heard(element)).join('|');
  expect(phrases).toContain('group, Ennen palvelua');
  expect(phrases).toContain('button, Ennen palvelua');
  expect(phrases).toContain('group, Mikä on asiakkaan palveluntarve?: Merkitse polulle');
  expect(phrases).toContain('Palvelupolku. 3 kohdasta 3 on kuvattu. Polulla on yksi merkki.');
});
