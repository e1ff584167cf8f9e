import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Chapter } from '../../src/course/course.ts';
import type { OrientationGuide as Guide } from '../../src/exercises/orientation-guide/definition.ts';
import type { A4Sheet } from '../../src/exercises/orientation-guide/a4-sheet.ts';
import { OrientationGuide } from '../../src/exercises/orientation-guide/element.ts';
import { guide } from './drawn-fixtures.ts';
import { heard } from './screen-reader.ts';
import { awkward, axeProblems, focused, focusedField, settled, show, smallTargets, toldAloud, type Worksheet } from './worksheet.ts';

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `Rivi ${index + 1}`).join('\n');
const filled = {
  'p.guide.heading': 'Tervetuloa',
  'p.guide.text': 'Kysy aina, jos mietit.\n\nMe kysymme myös sinulta.',
  'p.guide.notice': 'friendliness',
};

const sheetOf = (element: OrientationGuide): A4Sheet => element.renderRoot.querySelector('aspa-a4-sheet') as A4Sheet;
const onSheet = (element: OrientationGuide, selector: string): HTMLElement | null => sheetOf(element).renderRoot.querySelector(selector);

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('the sheet', () => {
  test('is a true A4 page, laid out in its real size and shown in the width there is', async () => {
    const { element } = await show(new OrientationGuide(), guide, filled);
    const sheet = onSheet(element, '.page') as HTMLElement;
    expect(sheet.offsetWidth).toBe(Math.round((210 / 25.4) * 96));
    expect(sheet.offsetHeight).toBe(Math.round((297 / 25.4) * 96));
    expect(sheet.getBoundingClientRect().width).toBeCloseTo(sheetOf(element).getBoundingClientRect().width, 0);
    expect(sheetOf(element).getBoundingClientRect().height).toBeCloseTo(sheet.getBoundingClientRect().height, -0.5);
  });

  test('shows the heading, the text with its lines, and what is picked, as they are written', async () => {
    const { element } = await show(new OrientationGuide(), guide, { ...filled, 'p.guide.text': awkward });
    await element.goTo('p.guide.notice');
    expect(onSheet(element, 'h4')?.textContent).toBe('Tervetuloa');
    expect(onSheet(element, 'p')?.textContent).toBe(awkward);
    expect(onSheet(element, '.summary')?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      'Monikanavainen palveluosaaminen lyhyesti Huomioi Ystävällisyys',
    );
    await userEvent.click(page.getByRole('checkbox', { name: 'Ystävällisyys' }));
    await element.goTo('p.guide.act');
    await userEvent.click(page.getByRole('checkbox', { name: 'Tervehdi jokaista' }));
    expect(onSheet(element, '.summary')?.textContent).toContain('Tervehdi jokaista');
    expect(onSheet(element, '.summary')?.textContent).not.toContain('Ystävällisyys');
  });

  test('tells in words how many lines are too many, and stops as soon as they are gone', async () => {
    const { element, textOf } = await show(new OrientationGuide(), guide, { ...filled, 'p.guide.notice': '', 'p.guide.text': lines(30) });
    await expect.element(page.getByText('Ohje mahtuu yhdelle sivulle.', { exact: false }).first()).toBeVisible();
    const room = (257 / 25.4) * 96;
    const height = (): number => (onSheet(element, '.flow') as HTMLElement).offsetHeight;
    const line = Number.parseFloat(getComputedStyle(onSheet(element, '.page') as HTMLElement).lineHeight);
    const most = 30 + Math.floor((room - height()) / line);
    await element.goTo('p.guide.text');
    await userEvent.fill(page.getByRole('textbox', { name: 'Perehdytysohje' }), lines(most));
    await settled(element);
    expect(textOf('p.guide.pages')).toBeUndefined();
    await userEvent.fill(page.getByRole('textbox', { name: 'Perehdytysohje' }), lines(most + 3));
    await expect.element(page.getByText('Ohje on 3 riviä liian pitkä.', { exact: false }).first()).toBeVisible();
    expect(textOf('p.guide.pages')).toBe('2');
    await expect.element(page.getByRole('link', { name: 'Lyhennä ohjetta', exact: false })).toBeVisible();
    await userEvent.fill(page.getByRole('textbox', { name: 'Perehdytysohje' }), lines(most));
    await vi.waitFor(() => expect(textOf('p.guide.pages')).toBe('1'));
    await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
  });

  test('says aloud that it is too long when the typing pauses, not at each line', async () => {
    const { element } = await show(new OrientationGuide(), guide, { ...filled, 'p.guide.text': lines(60) });
    await expect.element(page.getByText('liian pitkä', { exact: false }).first()).toBeVisible();
    const told = toldAloud(element.renderRoot);
    await element.goTo('p.guide.text');
    for (let line = 0; line < 4; line += 1) {
      await userEvent.keyboard('{Enter}rivi');
      await settled(element);
    }
    expect(told).toEqual([]);
    await expect.poll(() => told).toEqual([expect.stringMatching(/^Ohje on \d+ riviä liian pitkä\.$/)]);
  });

  test('is measured alike in every width, and in a hidden page not at all', async () => {
    const long = { ...filled, 'p.guide.text': lines(100) };
    const { element, textOf } = await show(new OrientationGuide(), guide, long);
    expect(textOf('p.guide.pages')).toBe('3');
    element.style.display = 'none';
    await page.viewport(360, 640);
    await settled(element);
    expect(textOf('p.guide.pages')).toBe('3');
    element.style.display = '';
    await settled(element);
    expect(textOf('p.guide.pages')).toBe('3');
  });
});

describe('what is written of it', () => {
  test('opening the exercise writes nothing', async () => {
    const { element, store } = await show(new OrientationGuide(), guide, filled);
    const before = store.answers;
    await settled(element);
    expect(store.answers).toBe(before);
    expect(before.has('p.guide.pages')).toBe(false);
  });

  test('read-only nothing is written, however long the guide is', async () => {
    const { element, store } = await show(new OrientationGuide(), guide, { ...filled, 'p.guide.text': lines(100) }, { readOnly: true });
    const before = store.answers;
    await userEvent.click(page.getByRole('checkbox', { name: 'Ystävällisyys' }), { force: true });
    await element.goTo('p.guide.text');
    await userEvent.keyboard('x');
    await settled(element);
    expect(store.answers).toBe(before);
    await expect.element(page.getByText('liian pitkä', { exact: false }).first()).toBeVisible();
  });
});

test('empty, the sheet says where the guide will stand, and nothing is said to lack; begun, what lacks leads to its field', async () => {
  const { element } = await show(new OrientationGuide(), guide);
  expect(onSheet(element, 'h4')?.textContent).toBe('Ohjeen otsikko');
  expect(onSheet(element, '.summary')).toBeNull();
  expect(element.renderRoot.textContent).not.toContain('Vielä tarvitaan');
  await userEvent.click(page.getByRole('checkbox', { name: 'Ystävällisyys' }));
  await expect.element(page.getByText('0/2 tehty', { exact: false })).toBeVisible();
  await userEvent.click(page.getByText('Vielä tarvitaan'));
  await userEvent.click(page.getByRole('link', { name: 'Kirjoita: Perehdytysohje' }));
  await vi.waitFor(() => expect(focusedField()).toBe('p.guide.text'));
});

const questions: Chapter = {
  id: 'p',
  title: 'Perehdytys',
  shortTitle: 'Perehdytys',
  parts: [
    {
      type: 'exercise',
      exercise: {
        kind: 'reflection',
        id: 'p.questions',
        title: 'Kysymyksiä',
        why: 'Ainekset.',
        task: '<p>Vastaa.</p>',
        classes: [],
        questions: [
          { id: 'knowing', label: 'Mitä tiedät uudesta työntekijästä?', private: true },
          { id: 'mastery', label: 'Mitä on hyvä hallita?' },
        ],
      },
    },
  ],
};

async function showWithAnswers(texts: Record<string, string>): Promise<Worksheet<OrientationGuide>> {
  const withSource: Guide = { ...guide, answersOf: 'p.questions' };
  const shown = await show(new OrientationGuide(), withSource, texts);
  shown.element.course = { ...shown.element.course, chapters: [questions] };
  await settled(shown.element);
  return shown;
}

const openStep = (element: OrientationGuide): string | undefined =>
  element.renderRoot.querySelector<HTMLElement>('.step.open')?.dataset['step'];

describe('in the order of the work', () => {
  test('what to pick comes first, then her answers, then the text, under the ids that they have', async () => {
    const { element } = await showWithAnswers({ 'p.questions.knowing': 'Hän on ollut kahvilassa.' });
    const fields = [...element.renderRoot.querySelectorAll('[data-field]')].map((field) => field.getAttribute('data-field'));
    expect(fields).toEqual(['p.guide.notice', 'p.guide.act', 'p.guide.heading', 'p.guide.text']);
    const steps = [...element.renderRoot.querySelectorAll<HTMLElement>('[data-step] .name')].map(({ textContent }) => textContent?.trim());
    expect(steps).toEqual(['Huomioi', 'Toimi', 'Omat vastauksesi', 'Perehdytysohje']);
    expect(openStep(element)).toBe('p.guide.notice');
  });

  test('nothing has to be picked: the button leads on to her answers, and from there to the text', async () => {
    const { element } = await showWithAnswers({ 'p.questions.knowing': 'Hän on ollut kahvilassa.' });
    await userEvent.click(page.getByRole('button', { name: 'Seuraava: Toimi' }));
    await vi.waitFor(() => expect(openStep(element)).toBe('p.guide.act'));
    await userEvent.click(page.getByRole('button', { name: 'Seuraava: Omat vastauksesi' }));
    await vi.waitFor(() => expect(openStep(element)).toBe('p.guide.answers'));
    await userEvent.click(page.getByRole('button', { name: 'Seuraava: Perehdytysohje' }));
    await vi.waitFor(() => expect(openStep(element)).toBe('p.guide.guide'));
  });

  test('who has answered nothing yet is led to her answers too, and past them once she has begun to write', async () => {
    const { element } = await showWithAnswers({});
    await userEvent.click(page.getByRole('checkbox', { name: 'Ystävällisyys' }));
    await userEvent.click(page.getByRole('button', { name: 'Seuraava: Toimi' }));
    await userEvent.click(page.getByRole('button', { name: 'Seuraava: Omat vastauksesi' }));
    await vi.waitFor(() => expect(openStep(element)).toBe('p.guide.answers'));
    await element.goTo('p.guide.heading');
    await userEvent.keyboard('Tervetuloa');
    await element.goTo('p.guide.notice');
    await expect.element(page.getByRole('button', { name: 'Seuraava: Perehdytysohje' })).toBeVisible();
  });

  test('an answer is added at the end of the text, once, as a paragraph of its own; the answer stays as it is', async () => {
    const { element, textOf } = await showWithAnswers({
      'p.questions.knowing': 'Hän on ollut kahvilassa.\nJono ei häntä säikäytä.',
      'p.guide.text': 'Tervetuloa.\n',
    });
    const told = toldAloud(element.renderRoot);
    await element.goTo('p.guide.answers');
    await userEvent.click(page.getByRole('button', { name: 'Lisää ohjeeseen: Mitä tiedät' }));
    expect(textOf('p.guide.text')).toBe('Tervetuloa.\n\nHän on ollut kahvilassa.\nJono ei häntä säikäytä.');
    expect(onSheet(element, 'p')?.textContent).toContain('Jono ei häntä säikäytä.');
    const added = page.getByRole('button', { name: 'Lisätty ohjeeseen: Mitä tiedät' });
    await expect.element(added).toHaveAttribute('aria-disabled', 'true');
    expect(focused()).toBe(added.element());
    await userEvent.keyboard('{Enter}');
    expect(textOf('p.guide.text')).toBe('Tervetuloa.\n\nHän on ollut kahvilassa.\nJono ei häntä säikäytä.');
    expect(textOf('p.questions.knowing')).toBe('Hän on ollut kahvilassa.\nJono ei häntä säikäytä.');
    expect(told).toContain('Lisätty ohjeeseen');
  });

  test('an answer is folded to its first words, whole when its question is pressed, and open for who may only read', async () => {
    const answer = 'Hän on ollut kahvilassa.\nJono ei häntä säikäytä.';
    const { element } = await showWithAnswers({ 'p.questions.knowing': answer });
    await element.goTo('p.guide.answers');
    const whole = (): HTMLElement | null => element.renderRoot.querySelector<HTMLElement>('p.answer');
    expect(whole()?.checkVisibility({ contentVisibilityAuto: true })).toBe(false);
    const line = element.renderRoot.querySelector<HTMLElement>('.answered .line');
    expect(line?.checkVisibility()).toBe(true);
    expect(line?.textContent).toBe(answer);
    await userEvent.click(page.getByRole('heading', { name: 'Mitä tiedät' }));
    await expect.poll(() => whole()?.checkVisibility({ contentVisibilityAuto: true })).toBe(true);
    expect(line?.checkVisibility()).toBe(false);
    element.readOnly = true;
    await settled(element);
    expect(element.renderRoot.querySelector('details.answered')).toHaveProperty('open', true);
    expect(await axeProblems()).toEqual([]);
  });

  test('what no longer fits into the text is not added, and it is said', async () => {
    const { element, textOf } = await showWithAnswers({ 'p.questions.knowing': 'Liikaa.', 'p.guide.text': awkward });
    await element.goTo('p.guide.answers');
    await expect.element(page.getByText('Näin pitkä teksti ei enää mahdu ohjeeseen.')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Lisää ohjeeseen: Mitä tiedät' }), { force: true });
    expect(textOf('p.guide.text')).toBe(awkward);
  });

  test('a question without an answer leads to where it is answered; that the guide is reported is said where an answer is not', async () => {
    const { element } = await showWithAnswers({ 'p.questions.knowing': 'Hän on ollut kahvilassa.' });
    await element.goTo('p.guide.answers');
    const link = page.getByRole('link', { name: 'Vastaa: Mitä on hyvä hallita?' });
    await expect.element(link).toHaveAttribute('href', '#p.questions.mastery');
    await expect.element(page.getByText('Vastauksesi eivät mene raportteihin. Ohje menee, ja sen mukana', { exact: false })).toBeVisible();
    element.readers = 'nobody';
    await settled(element);
    expect(element.renderRoot.textContent).not.toContain('Ohje menee');
  });

  test('a guide of an earlier version is done as it was, with no step open', async () => {
    const { element } = await showWithAnswers(filled);
    await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
    expect(openStep(element)).toBeUndefined();
  });

  test('on a telephone the sheet is folded and yet measured', async () => {
    await page.viewport(360, 740);
    const { element, textOf } = await showWithAnswers({ ...filled, 'p.guide.text': lines(100) });
    await vi.waitFor(() => expect(textOf('p.guide.pages')).toBe('3'));
    expect(sheetOf(element).checkVisibility({ visibilityProperty: true })).toBe(false);
    await expect.element(page.getByText('liian pitkä', { exact: false }).first()).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Ohje A4-sivulla' }));
    expect(sheetOf(element).checkVisibility({ visibilityProperty: true })).toBe(true);
    expect(await axeProblems()).toEqual([]);
  });
});

test('before its text is written it is not said that the guide fits', async () => {
  const { element } = await show(new OrientationGuide(), guide);
  await settled(element);
  expect(element.renderRoot.textContent).not.toContain('Ohje mahtuu');
  await userEvent.click(page.getByRole('checkbox', { name: 'Ystävällisyys' }));
  await element.goTo('p.guide.heading');
  await userEvent.keyboard('Tervetuloa');
  await settled(element);
  expect(element.renderRoot.textContent).not.toContain('Ohje mahtuu');
  await element.goTo('p.guide.text');
  await userEvent.keyboard('Kysy aina.');
  await expect.element(page.getByText('Ohje mahtuu yhdelle sivulle.', { exact: false }).first()).toBeVisible();
});

test('the keyboard alone picks and writes the heading and the text', async () => {
  const { element, textOf } = await show(new OrientationGuide(), guide);
  await element.goTo('p.guide.notice');
  await userEvent.keyboard(' {Tab}{Tab}{Enter}');
  await vi.waitFor(() => expect(openStep(element)).toBe('p.guide.act'));
  await userEvent.keyboard('{Tab} {Tab}{Enter}');
  await vi.waitFor(() => expect(openStep(element)).toBe('p.guide.guide'));
  await userEvent.keyboard('{Tab}Tervetuloa{Tab}Kysy aina.');
  expect(textOf('p.guide.heading')).toBe('Tervetuloa');
  expect(textOf('p.guide.text')).toBe('Kysy aina.');
  expect(textOf('p.guide.notice')).toBe('respect');
  expect(textOf('p.guide.act')).toBe('greeting');
});

test('shown larger and smaller again, the page is there with its button, which keeps the focus', async () => {
  const { element } = await show(new OrientationGuide(), guide, { ...filled, 'p.guide.text': lines(30) });
  const sheet = element.renderRoot.querySelector('aspa-a4-sheet') as A4Sheet;
  const seen = (one: Element | null): boolean => {
    const { top, bottom } = one?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return top >= 0 && bottom <= innerHeight;
  };
  const widths = [sheet.offsetWidth];
  for (const name of ['Näytä suurempana', 'Näytä tekstin vieressä']) {
    (page.getByRole('button', { name }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(sheet.offsetWidth).not.toBe(widths.at(-1)));
    await settled(element);
    widths.push(sheet.offsetWidth);
    expect(focused()?.textContent?.trim()).not.toBe(name);
    await vi.waitFor(() => expect(seen(focused())).toBe(true));
    expect(sheet.getBoundingClientRect().top).toBeLessThan(innerHeight / 2);
  }
  expect(widths[2]).toBe(widths[0]);
});

test('what was written comes back to the letter, and saving leaves focus and caret where they are', async () => {
  const { element, save, fieldElement, textOf } = await show(new OrientationGuide(), guide, { ...filled, 'p.guide.text': awkward });
  expect(fieldElement('p.guide.text').shadowRoot?.querySelector('textarea')?.value).toBe(awkward);
  await element.goTo('p.guide.heading');
  await userEvent.keyboard('{Home}{ArrowRight}');
  await save();
  await userEvent.keyboard('x');
  expect(textOf('p.guide.heading')).toBe('Txervetuloa');
});

test('printing lays the sheet out alone, and clears it away when it is over', async () => {
  const printed = vi.spyOn(window, 'print').mockImplementation(() => {});
  await show(new OrientationGuide(), guide, { ...filled, 'p.guide.text': lines(100) });
  const sheets = document.adoptedStyleSheets.length;
  await userEvent.click(page.getByRole('button', { name: 'Tulosta ohje' }));
  await vi.waitFor(() => expect(printed).toHaveBeenCalledOnce());
  const sheet = document.querySelector<A4Sheet>('body > .aspa-printed-sheet') as A4Sheet;
  const [paper, text] = [sheet.renderRoot.querySelector('.page'), sheet.renderRoot.querySelector('.flow')].map((part) =>
    part?.getBoundingClientRect(),
  );
  expect(text?.bottom).toBeLessThanOrEqual((paper?.bottom ?? 0) + 0.5);
  window.dispatchEvent(new Event('afterprint'));
  expect(document.querySelector('.aspa-printed-sheet')).toBeNull();
  expect(document.adoptedStyleSheets).toHaveLength(sheets);
});

test('axe finds nothing, empty and outgrown, wide and narrow, and fingers have room', async () => {
  await show(new OrientationGuide(), guide);
  expect(await axeProblems()).toEqual([]);
  const { element } = await show(new OrientationGuide(), guide, { ...filled, 'p.guide.text': lines(100), 'p.guide.act': 'greeting' });
  expect(await axeProblems()).toEqual([]);
  await page.viewport(320, 640);
  await settled(element);
  expect(await axeProblems()).toEqual([]);
  expect(smallTargets(element, 44)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

test('a screen reader hears the groups to pick from, the guide as it will be, and that it fits', async () => {
  const { element } = await show(new OrientationGuide(), guide, filled);
  const phrases = (await heard(element)).join('|');
  expect(phrases).toContain('group, Huomioi');
  expect(phrases).toContain('region, Ohje A4-sivulla');
  expect(phrases).toContain('heading, Tervetuloa, level 4');
  expect(phrases).toContain('Ohje mahtuu yhdelle sivulle.');
});
