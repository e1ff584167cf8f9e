import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Answers } from '../../src/course/answers.ts';
import { childrenOf, nodesOf } from '../../src/course/list-field.ts';
import type { MapView } from '../../src/exercises/stakeholder-map/map-view.ts';
import { StakeholderMap } from '../../src/exercises/stakeholder-map/element.ts';
import { map } from './drawn-fixtures.ts';
import { heard } from './screen-reader.ts';
import { axeProblems, focused, focusedField, settled, show, smallTargets, toldAloud } from './worksheet.ts';

const tree = 'd.map.map';
const node = (id: string, parent: string, order: number, text: string): Record<string, string> => ({
  [`${tree}.${id}`]: `${parent} ${order}`,
  [`${tree}.${id}.text`]: text,
});

const odd = 'Ä ö å 😀 { } [,] <script>\n&amp; \\ ”Kirjakauppa”';
const filled = {
  ...node('aaaa', 'partners', 1, 'Koulut'),
  ...node('bbbb', 'aaaa', 1, 'Lukio'),
  ...node('cccc', 'partners', 2, odd),
  ...node('dddd', 'customers', 1, 'Lapsiperheet'),
};

/** 150 nodes as a busy learner has them: some branches deep, some wide, some texts as long as they may be. */
const crowd = Object.assign(
  {},
  ...Array.from({ length: 150 }, (_, index) =>
    node(
      `n${String(index).padStart(3, '0')}`,
      index < 12 ? (map.branches[index % 4]?.id ?? '') : `n${String(Math.floor(index / 3)).padStart(3, '0')}`,
      index,
      index % 25 === 0 ? 'Pitkä sana '.repeat(18) : `Kumppani ${index}`,
    ),
  ),
) as Record<string, string>;

/** The outline as indented lines. */
function outline(answers: Answers): string[] {
  const nodes = nodesOf(answers, tree, map.branches);
  const lines = (parent: string, depth: number): string[] =>
    childrenOf(nodes, parent).flatMap(({ id }) => [
      `${'-'.repeat(depth)}${answers.get(`${tree}.${id}.text`)?.text ?? ''}`,
      ...lines(id, depth + 1),
    ]);
  return map.branches.flatMap(({ id, shortLabel }) => [shortLabel, ...lines(id, 1)]);
}

const viewOf = (element: StakeholderMap): MapView => element.renderRoot.querySelector('aspa-map-view') as MapView;
const windowOf = (element: StakeholderMap): HTMLElement => viewOf(element).renderRoot.querySelector<HTMLElement>('.view') as HTMLElement;
const drawn = (element: StakeholderMap): SVGSVGElement =>
  viewOf(element).renderRoot.querySelector<SVGSVGElement>('.map-picture') as SVGSVGElement;
const words = (element: StakeholderMap): string =>
  [...drawn(element).querySelectorAll('text')].map(({ textContent }) => textContent).join(' ');
const shownScale = (element: StakeholderMap): number => drawn(element).getBoundingClientRect().width / drawn(element).viewBox.baseVal.width;

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

describe('the outline by keyboard', () => {
  test('Enter adds a sibling, Ctrl and Enter a child, and the map draws them, with their words once the typing rests', async () => {
    const { element, store } = await show(new StakeholderMap(), map);
    await element.goTo(`${tree}.partners`);
    await vi.waitFor(() => expect(focusedField()).toBe(`${tree}.partners`));
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focused()?.localName).toBe('textarea'));
    await userEvent.keyboard('Koulut{Control>}{Enter}{/Control}');
    await userEvent.keyboard('Lukio{Enter}');
    await userEvent.keyboard('Yläkoulu');
    expect(outline(store.answers)).toEqual([
      'Kumppanit',
      '-Koulut',
      '--Lukio',
      '--Yläkoulu',
      'Markkinointi yhdessä',
      'Asiakkaat',
      'Mitä muuta?',
    ]);
    await settled(element);
    await expect.poll(() => words(element)).toContain('Yläkoulu');
    expect(drawn(element).getAttribute('aria-label')).toContain('Kartassa on 3 kohtaa.');
  });

  test('Enter in an empty node goes a level out, and Backspace takes it away', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    await element.goTo(`${tree}.bbbb.text`);
    await userEvent.keyboard('{End}{Enter}');
    await userEvent.keyboard('{Enter}');
    expect(outline(store.answers).slice(0, 4)).toEqual(['Kumppanit', '-Koulut', '--Lukio', '-']);
    expect(focused()?.localName).toBe('textarea');
    await userEvent.keyboard('{Backspace}');
    expect(outline(store.answers).slice(0, 3)).toEqual(['Kumppanit', '-Koulut', '--Lukio']);
    await vi.waitFor(() => expect(focusedField()).toBe(`${tree}.bbbb.text`));
    expect(element.renderRoot.querySelector('.undo')).toBeNull();
  });

  test('Alt and arrows move a node with all below it, the focus and the caret go with it, and it is said', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    const told = toldAloud(element.renderRoot);
    await element.goTo(`${tree}.aaaa.text`);
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(outline(store.answers).slice(0, 4)).toEqual(['Kumppanit', `-${odd}`, '-Koulut', '--Lukio']);
    await expect.element(page.getByText('Koulut: nyt numero 2, kaikkiaan 2, yläkohtana Kumppanit').first()).toBeVisible();
    expect(told).toEqual(['Koulut: nyt numero 2, kaikkiaan 2, yläkohtana Kumppanit']);
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(outline(store.answers).slice(0, 4)).toEqual(['Kumppanit', `-${odd}`, '--Koulut', '---Lukio']);
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(outline(store.answers).slice(0, 5)).toEqual(['Kumppanit', `-${odd}`, 'Markkinointi yhdessä', '-Koulut', '--Lukio']);
    await vi.waitFor(() => expect(focusedField()).toBe(`${tree}.aaaa.text`));
    await userEvent.keyboard('{End}!');
    expect(store.answers.get(`${tree}.aaaa.text`)?.text).toBe('Koulut!');
  });

  test('a way that is none says so and changes nothing', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    const before = store.answers;
    await element.goTo(`${tree}.aaaa.text`);
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}{Alt>}{ArrowLeft}{/Alt}{Alt>}{ArrowRight}{/Alt}');
    expect(store.answers).toBe(before);
    await expect.element(page.getByText('Tähän suuntaan kohtaa ei voi siirtää.').first()).toBeVisible();
  });

  test('arrows walk from node to node, and Tab leaves each of them', async () => {
    const { element } = await show(new StakeholderMap(), map, filled);
    await element.goTo(`${tree}.aaaa.text`);
    await userEvent.keyboard('{ArrowDown}');
    expect(focusedField()).toBe(`${tree}.bbbb.text`);
    await userEvent.keyboard('{ArrowUp}');
    expect(focusedField()).toBe(`${tree}.aaaa.text`);
    await userEvent.keyboard('{Tab}{Tab}{Tab}');
    expect(focusedField()).toBe(`${tree}.bbbb.text`);
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(focused()?.getAttribute('aria-label')).toBe('Muokkaa kohtaa: Koulut');
  });

  test('Alt and Delete removes a node with all below it, and undo in its place brings all of it back', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    await element.goTo(`${tree}.aaaa.text`);
    await userEvent.keyboard('{Alt>}{Delete}{/Alt}');
    expect(outline(store.answers).slice(0, 2)).toEqual(['Kumppanit', `-${odd}`]);
    await expect.element(page.getByText('Poistettu: Koulut ja sen alakohta')).toBeVisible();
    await vi.waitFor(() => expect(focusedField()).toBe(`${tree}.aaaa`));
    await userEvent.keyboard('{Enter}');
    expect(outline(store.answers).slice(0, 4)).toEqual(['Kumppanit', '-Koulut', '--Lukio', `-${odd}`]);
    await vi.waitFor(() => expect(focusedField()).toBe(`${tree}.aaaa.text`));
  });
});

describe('the outline by mouse and finger', () => {
  test('each node has buttons for what the keys do', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    await userEvent.click(page.getByRole('button', { name: 'Muokkaa kohtaa: Lukio' }));
    await userEvent.click(page.getByRole('group', { name: 'Lukio' }).getByRole('button', { name: 'Siirrä ulommas' }));
    expect(outline(store.answers).slice(0, 4)).toEqual(['Kumppanit', '-Koulut', '-Lukio', `-${odd}`]);
    await vi.waitFor(() => expect(focused()?.textContent?.trim()).toBe('Siirrä ulommas'));
    expect(focused()?.getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(page.getByRole('button', { name: 'Lisää alakohta: Lukio' }));
    await vi.waitFor(() => expect(focused()?.localName).toBe('textarea'));
    await userEvent.keyboard('Oppilaskunta');
    expect(outline(store.answers).slice(2, 4)).toEqual(['-Lukio', '--Oppilaskunta']);
    await userEvent.click(page.getByRole('button', { name: 'Muokkaa kohtaa: Lukio' }));
    await userEvent.click(page.getByRole('button', { name: 'Poista', exact: true }));
    await vi.waitFor(() => expect(focusedField()).toBe(`${tree}.bbbb`));
    expect(element.renderRoot.querySelectorAll('.undo')).toHaveLength(1);
  });

  test('Escape closes the buttons of a node, and the focus is where they were opened, or stays in the text', async () => {
    const { element } = await show(new StakeholderMap(), map, filled);
    const open = (): number => element.renderRoot.querySelectorAll('.actions').length;
    const more = page.getByRole('button', { name: 'Muokkaa kohtaa: Lukio' });
    (more.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}{Tab}{Tab}');
    expect(focused()?.textContent?.trim()).toBe('Siirrä ylös');
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(open()).toBe(0));
    expect(focused()).toBe(more.element());
    expect(focused()?.getAttribute('aria-expanded')).toBe('false');
    await userEvent.keyboard('{Enter}');
    expect(open()).toBe(1);
    await element.goTo(`${tree}.aaaa.text`);
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(open()).toBe(0));
    expect(focusedField()).toBe(`${tree}.aaaa.text`);
  });

  test('on a telephone the child is added from the other buttons, and the words have the room', async () => {
    await page.viewport(360, 640);
    const { store } = await show(new StakeholderMap(), map, filled);
    await expect.element(page.getByRole('button', { name: 'Lisää alakohta: Lukio' })).not.toBeInTheDocument();
    await userEvent.click(page.getByRole('button', { name: 'Muokkaa kohtaa: Lukio' }));
    await userEvent.click(page.getByRole('button', { name: 'Lisää alakohta', exact: true }));
    await vi.waitFor(() => expect(focused()?.localName).toBe('textarea'));
    await userEvent.keyboard('Oppilaskunta');
    expect(outline(store.answers).slice(1, 4)).toEqual(['-Koulut', '--Lukio', '---Oppilaskunta']);
  });

  test('in 320 pixels, of which the course leaves it 256, a node at the twelfth level has room for its words', async () => {
    await page.viewport(256, 640);
    const ids = Array.from({ length: 12 }, (_, level) => `lev${String.fromCharCode(97 + level)}`);
    const deep = Object.assign({}, ...ids.map((id, level) => node(id, ids[level - 1] ?? 'partners', 1, 'Kirjastot'))) as Record<
      string,
      string
    >;
    const { element } = await show(new StakeholderMap(), map, deep);
    const areas = [...element.renderRoot.querySelectorAll('textarea')];
    expect(areas).toHaveLength(12);
    expect(new Set(areas.map(({ offsetHeight }) => offsetHeight)).size).toBe(1);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(256);
  });

  test('a node pressed in the drawn map gets the focus in the outline', async () => {
    const { element } = await show(new StakeholderMap(), map, filled);
    drawn(element)
      .querySelector('[data-node="dddd"] text')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await vi.waitFor(() => expect(focusedField()).toBe(`${tree}.dddd.text`));
  });
});

/** What is on the screen of the two sides. */
const sides = (element: StakeholderMap): string[] =>
  [...element.renderRoot.querySelectorAll<HTMLElement>('[data-side]')]
    .filter((side) => side.querySelector('h3')?.checkVisibility({ contentVisibilityAuto: true }) && !side.hasAttribute('hidden'))
    .map((side) => side.dataset['side'] ?? '');

describe('list and picture', () => {
  // The course leaves an exercise 788 pixels in a window of 1200, beside its contents.
  test('stand side by side where there is room, the fields at least 480 pixels wide and the picture 300, and there are no tabs', async () => {
    await page.viewport(788, 800);
    const { element } = await show(new StakeholderMap(), map, filled);
    expect(element.offsetWidth).toBe(788);
    expect(element.renderRoot.querySelector('[role=tablist]')).toBeNull();
    expect(sides(element)).toEqual(['list', 'picture']);
    const [list, picture] = ['list', 'picture'].map((side) =>
      element.renderRoot.querySelector(`[data-side=${side}]`)?.getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    expect(list.width).toBeGreaterThanOrEqual(480);
    expect(picture.width).toBeGreaterThanOrEqual(300);
    expect(picture.top).toBe(list.top);
    expect(picture.left).toBeGreaterThan(list.right);
  });

  test('are two tabs where there is less: by press and by arrow keys, with the list first', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    expect(sides(element)).toEqual(['list']);
    await userEvent.click(page.getByRole('tab', { name: 'Kartta' }));
    expect(sides(element)).toEqual(['picture']);
    expect(words(element)).toContain('Lapsiperheet');
    await expect.element(page.getByRole('tabpanel', { name: 'Kartta' })).toBeVisible();
    expect(store.answers.get('@map')?.text).toBe('yes');
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()?.textContent?.trim()).toBe('Luettelo');
    expect(focused()?.getAttribute('aria-selected')).toBe('true');
    expect(sides(element)).toEqual(['list']);
    expect(store.answers.get('@map')?.text).toBe('');
    await userEvent.keyboard('{Tab}');
    expect(focused()?.getAttribute('role')).not.toBe('tab');
  });

  test('the tab that she was at is remembered', async () => {
    const { element } = await show(new StakeholderMap(), map, { ...filled, '@map': 'yes' });
    expect(sides(element)).toEqual(['picture']);
  });

  test.each([
    ['a link to a node', (element: StakeholderMap) => element.goTo(`${tree}.bbbb.text`), `${tree}.bbbb.text`],
    ['a link to what lacks', (element: StakeholderMap) => element.goTo(`${tree}.marketing`), `${tree}.marketing`],
    ['a link to the whole map', (element: StakeholderMap) => element.goTo(tree), tree],
    [
      'a stop pressed on the map',
      (element: StakeholderMap) =>
        drawn(element)
          .querySelector('[data-node="dddd"]')
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })),
      `${tree}.dddd.text`,
    ],
  ])('%s leads to the list, out of the map’s tab, with the focus there', async (_what, go, field) => {
    const { element } = await show(new StakeholderMap(), map, { ...filled, '@map': 'yes' });
    await go(element);
    await vi.waitFor(() => expect(focusedField()).toBe(field));
    expect(sides(element)).toEqual(['list']);
  });

  test('find in page shows the side in which it has found something', async () => {
    const { element } = await show(new StakeholderMap(), map, { ...filled, '@map': 'yes' });
    const list = element.renderRoot.querySelector('[data-side=list]') as HTMLElement;
    expect(list.getAttribute('hidden')).toBe('until-found');
    list.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await expect.poll(() => sides(element)).toEqual(['list']);
  });

  test('a telephone that is turned leaves her where she writes', async () => {
    await page.viewport(1280, 800);
    const { element } = await show(new StakeholderMap(), map, { ...filled, '@map': 'yes' });
    await element.goTo(`${tree}.cccc.text`);
    await page.viewport(360, 740);
    await vi.waitFor(() => expect(sides(element)).toEqual(['list']));
    expect(focusedField()).toBe(`${tree}.cccc.text`);
  });

  test('both are there where all steps are asked for, and where she may only read', async () => {
    const { element } = await show(new StakeholderMap(), map, { ...filled, '@all': 'yes' });
    expect(sides(element)).toEqual(['list', 'picture']);
    const { element: read } = await show(new StakeholderMap(), map, filled, { readOnly: true });
    expect(sides(read)).toEqual(['list', 'picture']);
    expect(read.renderRoot.querySelector('[role=tablist]')).toBeNull();
  });

  test('axe finds nothing under either tab', async () => {
    await page.viewport(360, 740);
    const { element } = await show(new StakeholderMap(), map, filled);
    expect(await axeProblems()).toEqual([]);
    await userEvent.click(page.getByRole('tab', { name: 'Kartta' }));
    expect(await axeProblems()).toEqual([]);
    expect(smallTargets(element, 44)).toEqual([]);
  });
});

describe('the drawn map', () => {
  test('empty, it shows the centre and its four branches', async () => {
    const { element } = await show(new StakeholderMap(), map);
    expect(words(element)).toContain('Kumppanit');
    expect(words(element)).toContain('Mitä muuta?');
    expect(drawn(element).querySelectorAll('[data-node]')).toHaveLength(0);
  });

  test('150 nodes stand apart from each other, with every word', async () => {
    await page.viewport(1280, 800);
    const { element } = await show(new StakeholderMap(), map, crowd);
    const boxes = [...drawn(element).querySelectorAll<SVGGElement>('[data-node]')].map((one) => ({
      id: one.dataset['node'],
      box: one.getBBox(),
    }));
    expect(boxes).toHaveLength(150);
    const touching = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          ({ box }) =>
            one.box.x < box.x + box.width - 1 &&
            box.x < one.box.x + one.box.width - 1 &&
            one.box.y < box.y + box.height - 1 &&
            box.y < one.box.y + one.box.height - 1,
        )
        .map(({ id }) => `${one.id} and ${id}`),
    );
    expect(touching).toEqual([]);
    const long = drawn(element).querySelector('[data-node="n025"]')?.textContent?.replace(/\s+/g, ' ').trim();
    expect(long?.match(/Pitkä/g)).toHaveLength(18);
  });

  test.each([360, 714, 1280])(
    'in a window of %i pixels it opens as wide as its frame, its letters at least 12 pixels high',
    async (width) => {
      await page.viewport(width, 800);
      const { element } = await show(new StakeholderMap(), map, { ...crowd, '@map': 'yes' });
      const smallest = Math.min(...[...drawn(element).querySelectorAll('text')].map((text) => Number(text.getAttribute('font-size'))));
      expect(shownScale(element) * smallest).toBeGreaterThanOrEqual(12);
      const { width: frame } = windowOf(element).getBoundingClientRect();
      expect(drawn(element).getBoundingClientRect().width).toBeGreaterThan(frame - 20);
      const shallow = await show(new StakeholderMap(), map, { ...filled, '@map': 'yes' });
      expect(drawn(shallow.element).getBoundingClientRect().width).toBeLessThanOrEqual(windowOf(shallow.element).clientWidth);
    },
  );

  test('its order is the list’s, and all its text reads from left to right', async () => {
    await page.viewport(1280, 800);
    const { element } = await show(new StakeholderMap(), map, filled);
    expect(words(element)).toMatch(/Kumppanit.*Markkinointi yhdessä.*Asiakkaat.*Mitä muuta\?.*Koulut.*Lukio.*Lapsiperheet/);
    const starts = [...drawn(element).querySelectorAll('[data-node] text')].map((text) => text.getAttribute('text-anchor'));
    expect(new Set(starts)).toEqual(new Set(['start']));
  });

  test('it shows all on demand, and zooms by buttons and keys', async () => {
    await page.viewport(1280, 800);
    const { element } = await show(new StakeholderMap(), map, crowd);
    await userEvent.click(page.getByRole('button', { name: 'Näytä koko kartta' }));
    const { clientWidth, clientHeight } = windowOf(element);
    const whole = drawn(element).getBoundingClientRect();
    expect(whole.width).toBeLessThanOrEqual(clientWidth + 1);
    expect(whole.height).toBeLessThanOrEqual(clientHeight + 1);
    const before = shownScale(element);
    await userEvent.click(page.getByRole('button', { name: 'Lähennä' }));
    expect(shownScale(element)).toBeCloseTo(before * 1.25, 2);
    windowOf(element).focus();
    await userEvent.keyboard('++');
    await settled(element);
    expect(shownScale(element)).toBeCloseTo(before * 1.25 ** 3, 2);
    await userEvent.keyboard('0');
    await settled(element);
    expect(shownScale(element)).toBeCloseTo(before, 2);
  });

  test('a branch has its own words on the button that adds to it, where the content gives some', async () => {
    const { store } = await show(new StakeholderMap(), map);
    await expect.element(page.getByRole('button', { name: 'Lisää kohta: Kumppanit' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Lisää asiakasryhmä' }));
    await userEvent.keyboard('Lapsiperheet');
    await vi.waitFor(() =>
      expect(outline(store.answers)).toEqual(['Kumppanit', 'Markkinointi yhdessä', 'Asiakkaat', '-Lapsiperheet', 'Mitä muuta?']),
    );
  });

  test('how large it is shown is said to who zooms, and not while the map grows with what is written', async () => {
    await page.viewport(1280, 800);
    const { element } = await show(new StakeholderMap(), map);
    const told = toldAloud(element.renderRoot);
    await userEvent.click(page.getByRole('button', { name: 'Lisää kohta: Kumppanit' }));
    await userEvent.keyboard('Hyvinvointialueen muistineuvola');
    await vi.waitFor(() => expect(words(element)).toContain('muistineuvola'));
    expect(told).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Näytä koko kartta' }));
    await expect.poll(() => told, { timeout: 3000 }).toEqual([expect.stringMatching(/^\d+\u00A0%$/)]);
  });

  test('the wheel with Ctrl zooms about the pointer, and without it scrolls on', async () => {
    await page.viewport(1280, 800);
    const { element } = await show(new StakeholderMap(), map, crowd);
    const window = windowOf(element);
    const box = window.getBoundingClientRect();
    const turn = (ctrlKey: boolean): WheelEvent =>
      new WheelEvent('wheel', { deltaY: -100, ctrlKey, clientX: box.left + 100, clientY: box.top + 100, cancelable: true, bubbles: true });
    const plain = turn(false);
    window.dispatchEvent(plain);
    expect(plain.defaultPrevented).toBe(false);
    const at = (): number => (window.scrollLeft + 100) / shownScale(element);
    const [scale, under] = [shownScale(element), at()];
    const zoom = turn(true);
    window.dispatchEvent(zoom);
    await settled(element);
    expect(zoom.defaultPrevented).toBe(true);
    expect(shownScale(element)).toBeGreaterThan(scale * 1.2);
    expect(Math.abs(at() - under)).toBeLessThan(3);
  });

  test('two fingers zoom, one is left to the page', async () => {
    await page.viewport(1280, 800);
    const { element } = await show(new StakeholderMap(), map, crowd);
    const window = windowOf(element);
    const scale = shownScale(element);
    const touch = (type: string, ...xs: number[]): TouchEvent => {
      const touches = xs.map((x, identifier) => new Touch({ identifier, target: window, clientX: x, clientY: 200 }));
      const event = new TouchEvent(type, { touches, cancelable: true, bubbles: true });
      window.dispatchEvent(event);
      return event;
    };
    expect(touch('touchmove', 100).defaultPrevented).toBe(false);
    expect(touch('touchstart', 100, 200).defaultPrevented).toBe(true);
    touch('touchmove', 50, 250);
    await settled(element);
    expect(shownScale(element)).toBeCloseTo(scale * 2, 1);
  });

  test('dragging with the mouse pans it', async () => {
    await page.viewport(1280, 800);
    const { element } = await show(new StakeholderMap(), map, crowd);
    const window = windowOf(element);
    const before = window.scrollTop;
    const mouse = (type: string, clientY: number): boolean =>
      window.dispatchEvent(new PointerEvent(type, { pointerType: 'mouse', pointerId: 1, button: 0, clientX: 200, clientY, bubbles: true }));
    vi.spyOn(window, 'setPointerCapture').mockImplementation(() => {});
    mouse('pointerdown', 300);
    mouse('pointermove', 240);
    mouse('pointerup', 240);
    expect(window.scrollTop).toBe(before + 60);
    mouse('pointermove', 100);
    expect(window.scrollTop).toBe(before + 60);
  });

  test('the node that is written to is kept in sight, and the page does not move', async () => {
    await page.viewport(1280, 800);
    const { element } = await show(new StakeholderMap(), map, crowd);
    await element.goTo(`${tree}.n149.text`);
    const top = scrollY;
    await settled(element);
    const target = drawn(element).querySelector('[data-node="n149"]')?.getBoundingClientRect() as DOMRect;
    const window = windowOf(element).getBoundingClientRect();
    expect(target.left).toBeGreaterThanOrEqual(window.left);
    expect(target.right).toBeLessThanOrEqual(window.right);
    expect(target.top).toBeGreaterThanOrEqual(window.top);
    expect(target.bottom).toBeLessThanOrEqual(window.bottom);
    expect(scrollY).toBe(top);
  });
});

test('the 151st node is refused with words that say what to do', async () => {
  const { element, store } = await show(new StakeholderMap(), map, crowd);
  const before = store.answers;
  await element.goTo(`${tree}.n149.text`);
  await userEvent.keyboard('{Enter}');
  expect(store.answers).toBe(before);
  await expect.element(page.getByText('Kartta on täynnä: siihen mahtuu 150 kohtaa.', { exact: false }).first()).toBeVisible();
});

test('it is done when every branch has a node with words', async () => {
  const { element } = await show(new StakeholderMap(), map, {
    ...filled,
    ...node('eeee', 'marketing', 1, ' '),
    ...node('ffff', 'more', 1, 'Kuunnella'),
  });
  expect(element.renderRoot.querySelectorAll('.lacks li')).toHaveLength(1);
  await element.goTo(`${tree}.eeee.text`);
  await userEvent.keyboard('Kirjakauppa');
  await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
});

test('what was written comes back to the letter, and a redraw leaves focus and caret where they are', async () => {
  const { element, save, fieldElement, textOf } = await show(new StakeholderMap(), map, filled);
  expect((fieldElement(`${tree}.cccc.text`) as HTMLTextAreaElement).value).toBe(odd);
  await element.goTo(`${tree}.aaaa.text`);
  await userEvent.keyboard('{Home}{ArrowRight}');
  await save();
  await userEvent.keyboard('x');
  expect(textOf(`${tree}.aaaa.text`)).toBe('Kxoulut');
});

test('a node that came from another computer leaves the focus where it is', async () => {
  const { element, store } = await show(new StakeholderMap(), map, filled);
  await element.goTo(`${tree}.cccc.text`);
  store.restore(new Map(Object.entries(node('zzzz', 'partners', 0, 'Seurakunta')).map(([id, text]) => [id, { text, at: 1 }])));
  await settled(element);
  expect(focusedField()).toBe(`${tree}.cccc.text`);
  expect(outline(store.answers)[1]).toBe('-Seurakunta');
});

test('read-only, it can be read and walked through, and nothing changed', async () => {
  const { element, store } = await show(new StakeholderMap(), map, filled, { readOnly: true });
  const before = store.answers;
  await element.goTo(`${tree}.aaaa.text`);
  await userEvent.keyboard('x{Enter}{Alt>}{ArrowDown}{/Alt}{Alt>}{Delete}{/Alt}{Backspace}');
  expect(store.answers).toBe(before);
  expect(element.renderRoot.querySelectorAll('.outline button')).toHaveLength(0);
  expect(words(element)).toContain('Lapsiperheet');
});

test('axe finds nothing, empty, filled and with the buttons of a node open, and fingers have room', async () => {
  await show(new StakeholderMap(), map);
  expect(await axeProblems()).toEqual([]);
  const { element } = await show(new StakeholderMap(), map, filled);
  await userEvent.click(page.getByRole('button', { name: 'Muokkaa kohtaa: Koulut' }));
  expect(await axeProblems()).toEqual([]);
  await page.viewport(320, 640);
  expect(smallTargets(element, 44)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

test('a screen reader hears lists within lists, each node with the one above it', async () => {
  await page.viewport(1280, 800);
  const { element } = await show(new StakeholderMap(), map, filled);
  const phrases = (await heard(element)).join('|');
  expect(phrases).toContain('region, Kumppanit|heading, Kumppanit, level 4|paragraph|Mitkä kumppanit ovat keskeisiä?');
  expect(phrases).toContain('level 1, position 1, set size 2|textbox, Kohta, yläkohtana Kumppanit|Koulut');
  expect(phrases).toContain('level 2, position 1, set size 1|textbox, Kohta, yläkohtana Koulut|Lukio');
  expect(phrases).toContain('button, Lisää alakohta: Koulut');
  expect(phrases).toContain('Miellekartta, keskellä Kirjaston asiakaspalvelu. Kartassa on 4 kohtaa.');
});
