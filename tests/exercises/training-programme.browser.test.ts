import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TrainingProgramme as TrainingProgrammeExercise } from '../../src/exercises/training-programme/definition.ts';
import { itemsOf } from '../../src/course/list-items.ts';
import { TrainingProgramme } from '../../src/exercises/training-programme/element.ts';
import { training } from './fixtures.ts';
import { heard } from './screen-reader.ts';
import { awkward, axeProblems, focusedField, settled, show, smallTargets, type Worksheet } from './worksheet.ts';

const entry = (id: string, order: number, texts: Record<string, string>): Record<string, string> => ({
  [`a.training.log.${id}`]: String(order),
  ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [`a.training.log.${id}.${field}`, text])),
});

const filled = {
  'a.training.programme': 'first',
  'a.training.agreed': awkward,
  ...entry('aaaa', 1, { date: '2026-11-24', what: awkward, touched: 'A1', noticed: 'Katsekontakti riitti.' }),
  ...entry('bbbb', 2, { date: '2026-11-25', what: 'Kokeilin selkokieltä.', touched: 'A2 A1', noticed: 'Kysymykset vähenivät.' }),
};

/** What the entries say, folded or open, each in its heading. */
const lines = (element: TrainingProgramme): string[] =>
  [...element.renderRoot.querySelectorAll('[data-step^="a.training.log."] .head')].map(
    ({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() ?? '',
  );
/** The steps that are open. */
const openSteps = (element: TrainingProgramme): (string | undefined)[] =>
  [...element.renderRoot.querySelectorAll<HTMLElement>('[data-step].open')].map(({ dataset }) => dataset['step']);

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

describe('empty', () => {
  test('it says why it matters, and once it is begun what is needed, each need with a link to its place', async () => {
    const { element } = await show(new TrainingProgramme(), training);
    await expect.element(page.getByText('Palvelutaito kasvaa harjoittelemalla.')).toBeVisible();
    await expect.element(page.getByText('Päiväkirja on vielä tyhjä.', { exact: false })).toBeVisible();
    expect(element.renderRoot.textContent).not.toContain('Vielä tarvitaan');
    await userEvent.click(page.getByRole('radio', { name: 'Treeniohjelma 1' }));
    await userEvent.click(page.getByText('Vielä tarvitaan'));
    await userEvent.click(page.getByRole('list').getByRole('link', { name: 'Lisää ensimmäinen kohta: Treenipäiväkirja' }));
    await vi.waitFor(() => expect(focusedField()).toBe('a.training.log'));
    await userEvent.click(page.getByRole('link', { name: 'Vastaa: Kuinka säännöllisesti?' }));
    await vi.waitFor(() => expect(focusedField()).toBe('a.training.agreed'));
  });

  test('the programmes open in a new tab that knows nothing of the course', async () => {
    await show(new TrainingProgramme(), training);
    const link = page.getByRole('link', { name: 'Avaa Treeniohjelma 2 (avautuu uuteen välilehteen)' });
    await expect.element(link).toHaveAttribute('href', 'https://example.org/second');
    await expect.element(link).toHaveAttribute('target', '_blank');
    await expect.element(link).toHaveAttribute('rel', 'noopener');
  });
});

test('programmes that stand on one page have one link, and not two that seem to lead to different ones', async () => {
  const { element } = await show(new TrainingProgramme(), training);
  const link = 'https://example.org/';
  element.course = { ...element.course, programmes: element.course.programmes.map((programme) => ({ ...programme, link })) };
  await settled(element);
  const links = [...element.renderRoot.querySelectorAll<HTMLAnchorElement>('.programmes a')];
  expect(links.map(({ href, textContent }) => [href, textContent?.replace(/\s+/g, ' ').trim()])).toEqual([
    [link, 'Avaa treeniohjelmien sivu (avautuu uuteen välilehteen)'],
  ]);
});

test('an entry is called by its number where it is seen too', async () => {
  const { element } = await show(new TrainingProgramme(), training, filled);
  expect(lines(element).map((words) => /^Kirjaus \d/.exec(words)?.[0])).toEqual(['Kirjaus 1', 'Kirjaus 2']);
});

describe('what is trained', () => {
  const withIdeas: TrainingProgrammeExercise = {
    ...training,
    ideas: { label: 'Mitä voisit harjoitella?', source: 'Aiheet tulevat työkirjasta.', items: ['Tervehdi ensimmäisenä.', 'Kysele.'] },
  };
  const written = {
    id: 'first',
    title: 'Treeniohjelma 1',
    link: 'https://example.org/first',
    aim: 'Nuoret huomataan.',
    steps: ['Tervehdi.', 'Kysy.'],
    tips: ['Aloita helposta.'],
    links: [{ title: 'Opas', link: 'https://example.org/guide' }],
  };

  test('while the programmes have no steps, ideas are offered, and where they come from is said', async () => {
    await page.viewport(1280, 800);
    await show(new TrainingProgramme(), withIdeas);
    const contents = page.getByRole('group', { name: 'Mitä voisit harjoitella?' });
    await expect.element(contents).toHaveTextContent('Mitä voisit harjoitella? Aiheet tulevat työkirjasta. Tervehdi ensimmäisenä.Kysele.');
    await userEvent.click(page.getByRole('radio', { name: 'Treeniohjelma 1' }));
    await expect.element(contents.getByText('Tervehdi ensimmäisenä.')).toBeVisible();
  });

  test('on a telephone the ideas stand folded, so that the log is near', async () => {
    await page.viewport(360, 740);
    await show(new TrainingProgramme(), withIdeas);
    const idea = page.getByText('Tervehdi ensimmäisenä.');
    await expect.element(idea).not.toBeVisible();
    await userEvent.click(page.getByRole('heading', { name: 'Mitä voisit harjoitella?' }));
    await expect.element(idea).toBeVisible();
  });

  test('the chosen programme shows its aim, steps, tips and links, another one without steps the ideas', async () => {
    const { element } = await show(new TrainingProgramme(), withIdeas, { 'a.training.programme': 'first' });
    element.course = { ...element.course, programmes: element.course.programmes.map((one) => (one.id === 'first' ? written : one)) };
    await settled(element);
    const steps = element.renderRoot.querySelectorAll('.contents ol li');
    expect([...steps].map((step) => step.textContent)).toEqual(['Tervehdi.', 'Kysy.']);
    await element.goTo('a.training.programme');
    const contents = page.getByRole('group', { name: 'Treeniohjelma 1' });
    // Who has begun knows what to do, and unfolds it when she wants.
    expect(element.renderRoot.querySelector('details.contents')).toHaveProperty('open', false);
    await userEvent.click(contents.getByRole('heading', { name: 'Treeniohjelma 1' }));
    await expect
      .element(contents)
      .toHaveTextContent(
        'Treeniohjelma 1 Nuoret huomataan. Näin etenet Tervehdi.Kysy. Vinkkejä Aloita helposta. Linkkejä Opas (avautuu uuteen välilehteen)',
      );
    const link = page.getByRole('link', { name: 'Opas (avautuu uuteen välilehteen)' });
    await expect.element(link).toHaveAttribute('rel', 'noopener');
    expect(element.renderRoot.textContent).not.toContain('Mitä voisit harjoitella?');
    expect(await axeProblems()).toEqual([]);
    await userEvent.click(page.getByRole('radio', { name: 'Treeniohjelma 2' }));
    await expect.element(page.getByRole('group', { name: 'Mitä voisit harjoitella?' })).toBeVisible();
  });

  test('where every programme has steps and none is chosen, there is nothing to show', async () => {
    const { element } = await show(new TrainingProgramme(), withIdeas);
    element.course = { ...element.course, programmes: element.course.programmes.map((one) => ({ ...written, ...one })) };
    await settled(element);
    expect(element.renderRoot.querySelector('.contents')).toBeNull();
  });
});

describe('one thing at a time', () => {
  /** The classes ask for two entries. */
  async function showTwo(answers: Record<string, string> = {}): Promise<Worksheet<TrainingProgramme>> {
    const shown = await show(new TrainingProgramme(), training, answers);
    const { element } = shown;
    element.course = { ...element.course, classes: element.course.classes.map((one) => ({ ...one, earnedBy: [{ minimum: 2 }] })) };
    await settled(element);
    return shown;
  }
  const whole = { date: '2026-11-24', what: 'Tervehdin iltavuorossa.', touched: 'A1 A2', noticed: 'Hymy tarttui.' };

  test('the programme leads on to a first entry, that to the next as long as one is asked, the last to what is agreed', async () => {
    const { element, store, textOf } = await showTwo();
    expect(openSteps(element)).toEqual(['a.training.programme']);
    await userEvent.click(page.getByRole('radio', { name: 'Treeniohjelma 1' }));
    for (const number of [1, 2]) {
      await userEvent.click(page.getByRole('button', { name: `Seuraava: Kirjaus ${String(number)}` }));
      await expect.poll(() => itemsOf(store.answers, 'a.training.log')).toHaveLength(number);
      const at = `a.training.log.${itemsOf(store.answers, 'a.training.log').at(-1)?.id ?? ''}`;
      await vi.waitFor(() => expect(focusedField()).toBe(`${at}.what`));
      expect(openSteps(element)).toEqual([at]);
      store.change(Object.fromEntries(Object.entries(whole).map(([field, text]) => [`${at}.${field}`, text])));
      await settled(element);
      expect(textOf(`${at}.what`)).toBe(whole.what);
    }
    await userEvent.click(page.getByRole('button', { name: 'Seuraava: Pohtikaa yhdessä' }));
    await expect.poll(() => openSteps(element)).toEqual(['a.training.agreed']);
    expect(itemsOf(store.answers, 'a.training.log')).toHaveLength(2);
  });

  test('the next entry begins below the header, with its heading in sight', async () => {
    const header = 80;
    document.documentElement.style.scrollPaddingTop = `${String(header)}px`;
    const first = entry('aaaa', 1, { date: '2026-11-24', what: 'Tervehdin.', touched: 'A1', noticed: 'Hymy tarttui.' });
    const { element } = await show(new TrainingProgramme(), training, { 'a.training.programme': 'first', ...first });
    // The page goes on below it.
    document.body.append(Object.assign(document.createElement('div'), { style: 'height: 2000px' }));
    await element.goTo('a.training.log.aaaa');
    // She has written its last field, and its heading has gone up out of the window.
    window.scrollBy(0, (element.renderRoot.querySelector('[data-step$=aaaa]')?.getBoundingClientRect().top ?? 0) + 60);
    await userEvent.click(page.getByRole('button', { name: 'Seuraava: Kirjaus 2' }));
    await vi.waitFor(() => expect(focusedField()).toMatch(/^a\.training\.log\.(?!aaaa).*\.what$/));
    await settled(element);
    const [, second] = element.renderRoot.querySelectorAll('[data-step^="a.training.log."]');
    const { top } = second?.getBoundingClientRect() ?? new DOMRect();
    document.documentElement.style.removeProperty('scroll-padding-top');
    expect(top).toBeGreaterThan(header - 1);
    expect(top).toBeLessThan(innerHeight / 2);
  });

  test('an entry that is done folds to its day, its classes and its first words; one that is not says so', async () => {
    const { element } = await show(new TrainingProgramme(), training, {
      'a.training.programme': 'first',
      ...entry('aaaa', 1, whole),
      ...entry('bbbb', 2, { touched: 'A2' }),
    });
    expect(lines(element)).toEqual([
      'Kirjaus 1 Tehty ti 24.11.2026 A1 A2 Tervehdin iltavuorossa.',
      // The first in which something is missing is open, and its fields say what.
      'Kirjaus 2 Kesken',
    ]);
    await userEvent.click(page.getByRole('button', { name: /^Kirjaus 2/ }));
    await expect.poll(() => lines(element)[1]).toBe('Kirjaus 2 Kesken päivä puuttuu A2 Kuvaus puuttuu');
  });

  test('who comes back for one more entry finds none open and the button that adds it; the line at the foot leads there', async () => {
    const { element } = await showTwo({ 'a.training.programme': 'first', ...entry('aaaa', 1, whole) });
    // It was drawn first with the rule of one entry.
    element.remove();
    const again = new TrainingProgramme();
    Object.assign(again, { exercise: training, course: element.course, answers: element.answers });
    document.querySelector('main')?.append(again);
    await settled(again);
    expect(openSteps(again)).toEqual([]);
    await userEvent.click(page.getByRole('link', { name: 'jatka: Kirjaus 2' }));
    await vi.waitFor(() => expect(focusedField()).toBe('a.training.log'));
  });

  test('whose classes are earned is asked nothing: all is folded, and no button asks for one more entry', async () => {
    const earned = { '@earned.A1': '2026-01-02T08:00:00.000Z', '@earned.A2': '2026-01-02T08:00:00.000Z' };
    const { element } = await showTwo({ 'a.training.programme': 'first', ...entry('aaaa', 1, whole), ...earned });
    expect(openSteps(element)).toEqual([]);
    await element.goTo('a.training.log.aaaa');
    expect(openSteps(element)).toEqual(['a.training.log.aaaa']);
    expect(page.getByRole('button', { name: /^Seuraava: Kirjaus/ }).query()).toBeNull();
    expect(element.renderRoot.querySelectorAll('.tally .sign.earned')).toHaveLength(2);
  });

  test('find in page opens the entry in which it has found something', async () => {
    const { element } = await show(new TrainingProgramme(), training, filled);
    const fields = element.renderRoot.querySelector('[data-step="a.training.log.bbbb"] .fields');
    expect(fields?.getAttribute('hidden')).toBe('until-found');
    fields?.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await settled(element);
    expect(openSteps(element)).toEqual(['a.training.log.bbbb']);
  });
});

describe('filled', () => {
  test('an entry is added with the focus on what was done, its day is today, and it says by its classes what the licence still waits for', async () => {
    const { element, store, textOf } = await show(new TrainingProgramme(), training);
    await userEvent.click(page.getByRole('button', { name: 'Lisää kirjaus' }));
    const [item] = itemsOf(store.answers, 'a.training.log');
    const at = `a.training.log.${item?.id}`;
    await vi.waitFor(() => expect(focusedField()).toBe(`${at}.what`));
    expect(textOf(`${at}.date`)).toMatch(/^\d{4}-\d\d-\d\d$/);
    await userEvent.fill(page.getByRole('textbox', { name: 'Kirjaus 1: Mitä teit?' }), 'Tervehdin.');
    await userEvent.click(page.getByRole('checkbox', { name: 'A1 Nuorten kohtaaminen' }));
    await userEvent.fill(page.getByRole('textbox', { name: 'Kirjaus 1: Mitä huomasit?' }), 'Hymy tarttui.');
    expect(textOf(`${at}.touched`)).toBe('A1');
    await userEvent.click(page.getByText('Vielä tarvitaan'));
    await expect.element(page.getByRole('link', { name: 'Kirjaa harjoitus, joka liittyy luokkaan A2' })).toBeVisible();
    await userEvent.click(page.getByRole('checkbox', { name: 'A2 Esteetön kirjasto' }));
    expect(textOf(`${at}.touched`)).toBe('A1 A2');
    await element.goTo('a.training.programme');
    await userEvent.click(page.getByRole('radio', { name: 'Treeniohjelma 1' }));
    await element.goTo('a.training.agreed');
    await userEvent.fill(page.getByRole('textbox', { name: 'Kuinka säännöllisesti?' }), 'Kahdesti vuodessa.');
    await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
  });

  test('how far she is is counted in entries, since more than entries is asked', async () => {
    const { element } = await show(new TrainingProgramme(), training, { ...filled, 'a.training.agreed': '' });
    const left = (): string | undefined => element.renderRoot.querySelector('.left p')?.textContent?.trim();
    // All entries are there: a full count would say that she is through.
    expect(left()).toBe('jatka: Pohtikaa yhdessä');
    element.answers = new Map([...element.answers].filter(([id]) => !id.startsWith('a.training.log.')));
    await element.updateComplete;
    expect(left()).toMatch(/^\d\/\d (kirjaus|kirjausta) – jatka: Kirjaus \d$/);
  });

  test('the text in which she writes stays where it is when the rule above it goes away', async () => {
    // As in Safari, which keeps no place by itself.
    document.documentElement.style.overflowAnchor = 'none';
    const { element, fieldElement, store } = await show(new TrainingProgramme(), training, { ...filled, 'a.training.agreed': '' });
    element.style.paddingBottom = '100vh';
    await element.goTo('a.training.agreed');
    expect(element.renderRoot.querySelector('.rule')).not.toBeNull();
    const { top } = fieldElement('a.training.agreed').getBoundingClientRect();
    await userEvent.keyboard('K');
    // As the session notes it.
    store.change({ '@earned.A1': '2026-11-26T08:00:00.000Z', '@earned.A2': '2026-11-26T08:00:00.000Z' });
    await expect.poll(() => element.renderRoot.querySelector('.rule')).toBeNull();
    expect(fieldElement('a.training.agreed').getBoundingClientRect().top).toBeCloseTo(top, 0);
    document.documentElement.style.overflowAnchor = '';
  });

  test('each button that removes an entry says which', async () => {
    await show(new TrainingProgramme(), training, { ...filled, '@all': 'yes' });
    await expect.element(page.getByRole('button', { name: /^Poista kirjaus ?: Kirjaus 1$/ })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^Poista kirjaus ?: Kirjaus 2$/ })).toBeVisible();
  });

  test('what lacks in an entry that was begun is named, and the link opens the folded entry', async () => {
    await show(new TrainingProgramme(), training, entry('aaaa', 1, { date: '2026-11-24', touched: 'A1' }));
    await userEvent.click(page.getByText('Vielä tarvitaan'));
    await userEvent.click(page.getByRole('link', { name: 'Vastaa: Mitä teit?' }));
    await vi.waitFor(() => expect(focusedField()).toBe('a.training.log.aaaa.what'));
    await expect.element(page.getByRole('textbox', { name: 'Kirjaus 1: Mitä teit?' })).toBeVisible();
  });

  test('a removed entry leaves undo in its place with the focus on it, and undo brings all of it back', async () => {
    const { store, element } = await show(new TrainingProgramme(), training, filled);
    await userEvent.click(page.getByText('ti 24.11.2026'));
    await userEvent.click(page.getByRole('button', { name: /^Poista kirjaus ?: Kirjaus 1$/ }));
    await vi.waitFor(() => expect(focusedField()).toBe('a.training.log.aaaa'));
    expect(itemsOf(store.answers, 'a.training.log').map(({ id }) => id)).toEqual(['bbbb']);
    expect(element.renderRoot.querySelector('.log + *')?.textContent).toContain('Poistettu');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focusedField()).toBe('a.training.log.aaaa.what'));
    for (const [field, text] of Object.entries(filled)) expect(store.answers.get(field)?.text).toBe(text);
  });

  test('entries are counted by class as the licence counts them: whole ones only', async () => {
    const { element } = await show(new TrainingProgramme(), training, { ...filled, ...entry('cccc', 3, { touched: 'A2' }) });
    const tally = [...element.renderRoot.querySelectorAll('.tally li')].map((line) => line.textContent?.replace(/\s+/g, ' ').trim());
    expect(tally).toEqual(['A1 Nuorten kohtaaminen2 kirjausta', 'A2 Esteetön kirjasto1 kirjaus']);
  });

  test.each([290, 330, 360, 714])('in %i pixels the signs of both classes stand side by side', async (width) => {
    await page.viewport(width, 740);
    const { element } = await show(
      new TrainingProgramme(),
      training,
      entry('aaaa', 1, { date: '2026-09-30', what: awkward, touched: 'A1 A2' }),
    );
    const [first, second] = [...element.renderRoot.querySelectorAll('.line .sign')].map((sign) => sign.getBoundingClientRect());
    expect(first?.width).toBeGreaterThan(20);
    expect(second?.top).toBe(first?.top);
    expect(second?.left).toBeGreaterThan(first?.right ?? Infinity);
  });

  test('forty entries fold to lines and fit a narrow phone', async () => {
    await page.viewport(320, 640);
    const many = Array.from({ length: 40 }, (_, index) =>
      entry(`a${String(index).padStart(3, '0')}`, index, { date: '2026-01-31', what: awkward }),
    );
    const { element } = await show(new TrainingProgramme(), training, Object.assign({}, ...many) as Record<string, string>);
    expect(lines(element)).toHaveLength(40);
    expect(openSteps(element)).toEqual(['a.training.programme']);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(element.getBoundingClientRect().height).toBeLessThan(40 * 140 + 1600);
  });

  test('a full list says why nothing more can be added', async () => {
    const many = Array.from({ length: 60 }, (_, index) => entry(`a${String(index).padStart(3, '0')}`, index, {}));
    const { store, element } = await show(new TrainingProgramme(), training, Object.assign({}, ...many) as Record<string, string>);
    await expect.element(page.getByText('siihen mahtuu 60 kohtaa', { exact: false })).toBeVisible();
    await element.goTo('a.training.log');
    await userEvent.keyboard('{Enter}');
    expect(itemsOf(store.answers, 'a.training.log')).toHaveLength(60);
  });

  test('a removed entry comes back only while the list has room for it, and undo says so', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      entry(`a${String(index).padStart(3, '0')}`, index, { what: `Teko ${String(index)}` }),
    );
    const { store, element } = await show(new TrainingProgramme(), training, Object.assign({}, ...many) as Record<string, string>);
    await element.goTo('a.training.log.a000.what');
    await userEvent.click(page.getByRole('button', { name: 'Poista kirjaus' }));
    const undo = page.getByRole('button', { name: 'Peru poisto' });
    await vi.waitFor(() => expect(focusedField()).toBe('a.training.log.a000'));
    store.change(entry('zzzz', 99, { what: 'Toiselta koneelta' }));
    await expect.element(undo).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('status').filter({ hasText: 'siihen mahtuu 60 kohtaa' })).toBeInTheDocument();
    expect(itemsOf(store.answers, 'a.training.log')).toHaveLength(60);
    store.change({ 'a.training.log.zzzz': '' });
    await expect.element(undo).not.toHaveAttribute('aria-disabled');
    await userEvent.keyboard('{Enter}');
    expect(itemsOf(store.answers, 'a.training.log').map(({ id }) => id)).toContain('a000');
    expect(store.answers.get('a.training.log.a000.what')?.text).toBe('Teko 0');
  });
});

test('what was written comes back to the letter', async () => {
  const { fieldElement } = await show(new TrainingProgramme(), training, filled);
  const control = (field: string): string | undefined =>
    fieldElement(field).shadowRoot?.querySelector<HTMLTextAreaElement>('#control')?.value;
  expect(awkward).toHaveLength(4000);
  expect(control('a.training.agreed')).toBe(awkward);
  expect(control('a.training.log.aaaa.what')).toBe(awkward);
  expect(control('a.training.log.aaaa.date')).toBe('2026-11-24');
  const picked = [...(fieldElement('a.training.log.bbbb.touched').shadowRoot?.querySelectorAll<HTMLInputElement>(':checked') ?? [])];
  expect(picked.map(({ value }) => value)).toEqual(['A1', 'A2']);
});

test('saving in the middle of a word takes neither the focus nor the caret', async () => {
  const { element, save, textOf } = await show(new TrainingProgramme(), training, filled);
  await element.goTo('a.training.agreed');
  const box = page.getByRole('textbox', { name: 'Kuinka säännöllisesti?' });
  await userEvent.fill(box, 'Kaksi kertaa');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  await save();
  await userEvent.keyboard('ä');
  await save();
  await userEvent.keyboard('ö');
  expect(textOf('a.training.agreed')).toBe('Kaksi keräötaa');
  expect(focusedField()).toBe('a.training.agreed');
});

test('the keyboard alone is enough: choose, add, write, remove, undo', async () => {
  const { store, textOf, element } = await show(new TrainingProgramme(), training);
  await element.goTo('a.training.programme');
  await userEvent.keyboard('{ArrowDown}');
  expect(textOf('a.training.programme')).toBe('second');
  await element.goTo('a.training.log');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(focusedField()).toMatch(/\.what$/));
  const item = itemsOf(store.answers, 'a.training.log')[0]?.id ?? '';
  await userEvent.keyboard('Kuuntelin.');
  await tabTo(`a.training.log.${item}.touched`);
  await userEvent.keyboard(' ');
  await tabTo(`a.training.log.${item}.noticed`);
  await userEvent.keyboard('Riitti.');
  expect(textOf(`a.training.log.${item}.touched`)).toBe('A1');
  // The button that removes it stands beside its title.
  await element.goTo(`a.training.log.${item}`);
  await userEvent.keyboard('{Tab}{Enter}');
  await vi.waitFor(() => expect(focusedField()).toBe(`a.training.log.${item}`));
  await userEvent.keyboard('{Enter}');
  await settled(element);
  expect(textOf(`a.training.log.${item}.what`)).toBe('Kuuntelin.');
  expect(itemsOf(store.answers, 'a.training.log')).toHaveLength(1);
});

async function tabTo(field: string): Promise<void> {
  for (let presses = 0; presses < 12 && focusedField() !== field; presses++) await userEvent.keyboard('{Tab}');
  // Past the example's button, which stands between the label and the control.
  if (document.activeElement?.shadowRoot?.activeElement?.shadowRoot?.activeElement?.localName === 'summary')
    await userEvent.keyboard('{Tab}');
  expect(focusedField()).toBe(field);
}

test('read-only, everything stands open and nothing can be changed', async () => {
  const { store, element } = await show(new TrainingProgramme(), training, filled, { readOnly: true });
  const before = store.answers;
  expect(element.renderRoot.querySelectorAll('button')).toHaveLength(0);
  await expect.element(page.getByRole('textbox', { name: 'Kirjaus 2: Mitä huomasit?' })).toHaveAttribute('readonly');
  await userEvent.click(page.getByRole('checkbox', { name: 'A1 Nuorten kohtaaminen' }).first());
  await userEvent.click(page.getByRole('radio', { name: 'Treeniohjelma 1' }));
  expect(store.answers).toBe(before);
});

test('axe finds nothing, empty or filled, and there is room for a finger', async () => {
  const empty = await show(new TrainingProgramme(), training);
  expect(await axeProblems()).toEqual([]);
  expect(smallTargets(empty.element, 44)).toEqual([]);
  const folded = await show(new TrainingProgramme(), training, filled);
  expect(await axeProblems()).toEqual([]);
  expect(smallTargets(folded.element, 44)).toEqual([]);
  const { element } = await show(new TrainingProgramme(), training, { ...filled, '@all': 'yes' });
  for (const details of element.renderRoot.querySelectorAll('details')) details.open = true;
  await settled(element);
  expect(await axeProblems()).toEqual([]);
  expect(smallTargets(element, 44)).toEqual([]);
});

test('a screen reader hears questions with their row, help and choice', async () => {
  const { element } = await show(new TrainingProgramme(), training, {
    ...filled,
    'a.training.log.aaaa.what': 'Tervehdin.',
    'a.training.agreed': '',
    '@all': 'yes',
  });
  const phrases = await heard(element);
  expect(phrases).toContain('heading, Treeniohjelmatehtävä, level 2');
  expect(phrases).toContain('group, Sopiva treeniohjelma');
  expect(phrases.filter((phrase) => phrase.startsWith('radio, Treeniohjelma 1'))).toEqual([expect.stringContaining('checked')]);
  expect(phrases[phrases.indexOf('textbox, Kirjaus 1: Mitä teit?') + 1]).toBe('Tervehdin.');
  expect(phrases.filter((phrase) => phrase.startsWith('group, Kirjaus 2: Mihin luokkaan'))).toEqual([
    expect.stringContaining('Voit valita molemmat.'),
  ]);
  expect(phrases.filter((phrase) => phrase.startsWith('textbox, Kuinka säännöllisesti?'))).toEqual([
    expect.stringContaining('Kirjaa, mitä sovitte.'),
  ]);
});
