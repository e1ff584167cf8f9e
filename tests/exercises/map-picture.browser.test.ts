/** The drawn map. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StakeholderMap } from '../../src/exercises/stakeholder-map/element.ts';
import { map } from './drawn-fixtures.ts';
import { crowd, drawn, filled, outline, shownScale, tree, windowOf, words } from './map-fixtures.ts';
import { settled, show, toldAloud } from './worksheet.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

describe('the drawn map', () => {
  test('empty, it shows the centre and its four branches', async () => {
    const { element } = await show(new StakeholderMap(), map);
    expect(words(element)).toContain('Kumppanit');
    expect(words(element)).toContain('Mitä muuta?');
    expect(drawn(element).querySelectorAll('[data-node]')).toHaveLength(0);
  });

  test('a node in which nothing is written yet is no bare dot', async () => {
    const { element } = await show(new StakeholderMap(), map, { ...filled, [`${tree}.bbbb.text`]: '' });
    expect(drawn(element).querySelector('[data-node="bbbb"]')?.textContent?.trim()).toBe('…');
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

  test('one that is a little taller than its frame opens whole, its letters at least 12 pixels high; a much taller one opens as wide', async () => {
    await page.viewport(1280, 800);
    const { element } = await show(new StakeholderMap(), map, filled);
    const { height } = drawn(element).viewBox.baseVal;
    const besideFrame = 800 - Number.parseFloat(getComputedStyle(windowOf(element)).maxHeight);
    await page.viewport(1280, Math.round(height * 0.85 + besideFrame));
    const whole = (await show(new StakeholderMap(), map, filled)).element;
    expect(drawn(whole).getBoundingClientRect().height).toBeLessThanOrEqual(windowOf(whole).clientHeight + 1);
    expect(shownScale(whole)).toBeLessThan(0.9);
    const smallest = Math.min(...[...drawn(whole).querySelectorAll('text')].map((text) => Number(text.getAttribute('font-size'))));
    expect(shownScale(whole) * smallest).toBeGreaterThanOrEqual(12);
    await page.viewport(1280, Math.round(height * 0.6 + besideFrame));
    const { element: part } = await show(new StakeholderMap(), map, filled);
    expect(shownScale(part)).toBeCloseTo(1, 2);
  });

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
    await userEvent.click(page.getByRole('button', { name: 'Asiakkaat', exact: true }));
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
    await expect.poll(() => told).toEqual([expect.stringMatching(/^\d+\u00A0%$/)]);
  });

  test('the scale that stands beside the buttons is the one in which the map is drawn', async () => {
    await page.viewport(1280, 800);
    const { element } = await show(new StakeholderMap(), map, crowd);
    const beside = (): number => {
      const written = windowOf(element).parentElement?.querySelector('.scale')?.textContent;
      return Math.abs(Number.parseInt(written ?? '', 10) - shownScale(element) * 100);
    };
    expect(beside()).toBeLessThan(1);
    await userEvent.click(page.getByRole('button', { name: 'Näytä koko kartta' }));
    await settled(element);
    expect(shownScale(element)).toBeLessThan(0.5);
    expect(beside()).toBeLessThan(1);
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
