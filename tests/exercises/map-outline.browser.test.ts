/** The map’s outline, written by keyboard, mouse and finger. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { StakeholderMap } from '../../src/exercises/stakeholder-map/element.ts';
import { map } from './drawn-fixtures.ts';
import { drawn, filled, node, odd, outline, tree, words } from './map-fixtures.ts';
import { focused, focusedField, settled, show, toldAloud } from './worksheet.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

interface Devtools {
  send(method: 'Emulation.setTouchEmulationEnabled', how: { enabled: boolean; maxTouchPoints?: number }): Promise<void>;
}

/** A telephone or a tablet: nothing but a finger is known of. */
async function withFingerOnly(act: () => Promise<void>): Promise<void> {
  const devtools = cdp() as unknown as Devtools;
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
  try {
    expect(matchMedia('(any-hover: none) and (any-pointer: coarse)').matches).toBe(true);
    await act();
  } finally {
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  }
}

describe('the list of keys', () => {
  const list = page.getByText('Näppäimet');

  test('is there for a mouse and keys', async () => {
    await show(new StakeholderMap(), map, filled);
    await expect.element(list).toBeVisible();
  });

  test('is not there for a finger alone; who presses a key on a tablet has keys, and sees it', async () => {
    await withFingerOnly(async () => {
      const { element } = await show(new StakeholderMap(), map, filled);
      await element.goTo(`${tree}.aaaa.text`);
      await userEvent.keyboard('ö');
      await expect.element(list).not.toBeVisible();
      await userEvent.keyboard('{ArrowDown}');
      await expect.element(list).toBeVisible();
    });
  });
});

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
    await expect.element(page.getByText('Koulut: nyt numero 2, kohtia kaikkiaan 2, yläkohtana Kumppanit').first()).toBeVisible();
    expect(told).toEqual(['Koulut: nyt numero 2, kohtia kaikkiaan 2, yläkohtana Kumppanit']);
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(outline(store.answers).slice(0, 4)).toEqual(['Kumppanit', `-${odd}`, '--Koulut', '---Lukio']);
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(outline(store.answers).slice(0, 5)).toEqual(['Kumppanit', `-${odd}`, 'Markkinointi yhdessä', '-Koulut', '--Lukio']);
    await vi.waitFor(() => expect(focusedField()).toBe(`${tree}.aaaa.text`));
    await userEvent.keyboard('{End}!');
    expect(store.answers.get(`${tree}.aaaa.text`)?.text).toBe('Koulut!');
  });

  test('several lines that are pasted become as many nodes, around what stands there, with the focus in the last', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    const pastes = (text: string): boolean => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      return (focused() as Element).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    };
    await element.goTo(`${tree}.bbbb.text`);
    (focused() as HTMLTextAreaElement).setSelectionRange(2, 5);
    // One line is the browser's own to paste, as is what would not fit into a node.
    expect(pastes('yksi rivi\n')).toBe(true);
    expect(pastes(`${'x'.repeat(300)}\nkaksi`)).toBe(true);
    expect(pastes('ukupiiri\r\n\r\n  Koululuokat \nPäiväko')).toBe(false);
    expect(outline(store.answers).slice(0, 5)).toEqual(['Kumppanit', '-Koulut', '--Luukupiiri', '--Koululuokat', '--Päiväko']);
    await vi.waitFor(() => expect(focused()?.getAttribute('data-field')).not.toBe(`${tree}.bbbb.text`));
    expect((focused() as HTMLTextAreaElement).value).toBe('Päiväko');
    await expect.element(page.getByText('Liitit 3 riviä. Jokaisesta tuli oma kohta.').first()).toBeVisible();
  });

  test('what several pasted lines have replaced comes back when she undoes it in its node', async () => {
    const { element, textOf } = await show(new StakeholderMap(), map, filled);
    await element.goTo(`${tree}.bbbb.text`);
    await userEvent.keyboard('{End} ja kirjasto');
    const area = focused() as HTMLTextAreaElement;
    area.select();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'yksi\nkaksi');
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await vi.waitFor(() => expect(focused()).not.toBe(area));
    expect(textOf(`${tree}.bbbb.text`)).toBe('yksi');
    area.focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(textOf(`${tree}.bbbb.text`)).toBe('Lukio ja kirjasto');
    expect(area.value).toBe('Lukio ja kirjasto');
  });

  test('what is pasted and has no room in its node is told to be cut', async () => {
    const { element } = await show(new StakeholderMap(), map, filled);
    await element.goTo(`${tree}.bbbb.text`);
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', `${'x'.repeat(300)}\nkaksi`);
    (focused() as Element).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await expect.element(page.getByText('Liittämästäsi tekstistä mahtui tähän vain alku.').first()).toBeVisible();
  });

  test('the letter that fills a node leaves the caret where it is', async () => {
    const { element } = await show(new StakeholderMap(), map, { ...filled, ...node('bbbb', 'aaaa', 1, 'x'.repeat(199)) });
    await element.goTo(`${tree}.bbbb.text`);
    const area = focused() as HTMLTextAreaElement;
    area.setSelectionRange(9, 9);
    await userEvent.keyboard('y');
    await settled(element);
    expect([area.value.indexOf('y'), area.selectionStart]).toEqual([9, 10]);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(area.value).toBe('x'.repeat(199));
  });

  test('a node that has no room left says so', async () => {
    const { element, store } = await show(new StakeholderMap(), map, { ...filled, ...node('bbbb', 'aaaa', 1, 'x'.repeat(199)) });
    const told = toldAloud(element.renderRoot);
    await element.goTo(`${tree}.bbbb.text`);
    await expect.element(page.getByText('Kenttä on täynnä.', { exact: false })).not.toBeInTheDocument();
    await userEvent.keyboard('{Control>}{End}{/Control}yz');
    expect(store.answers.get(`${tree}.bbbb.text`)?.text).toBe(`${'x'.repeat(199)}y`);
    await expect.element(page.getByText('Kenttä on täynnä.', { exact: false }).first()).toBeVisible();
    expect(told).toEqual([expect.stringContaining('Kenttä on täynnä.')]);
  });

  test('a Backspace that is held takes away no more than the words of its node', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    await element.goTo(`${tree}.bbbb.text`);
    await userEvent.keyboard('{Control>}{End}{/Control}{Backspace>20/}');
    await settled(element);
    expect(outline(store.answers).slice(0, 3)).toEqual(['Kumppanit', '-Koulut', '--']);
    expect(focusedField()).toBe(`${tree}.bbbb.text`);
  });

  test('an empty node is not taken away while something that was removed below it can be put back', async () => {
    const { element, store } = await show(new StakeholderMap(), map, { ...filled, ...node('aaaa', 'partners', 1, '') });
    await element.goTo(`${tree}.bbbb.text`);
    await userEvent.keyboard('{Alt>}{Delete}{/Alt}');
    await vi.waitFor(() => expect(focusedField()).toBe(`${tree}.bbbb`));
    await element.goTo(`${tree}.aaaa.text`);
    await userEvent.keyboard('{Backspace}');
    await settled(element);
    expect(element.renderRoot.querySelectorAll('.undo')).toHaveLength(1);
    expect(outline(store.answers).slice(0, 2)).toEqual(['Kumppanit', '-']);
  });

  test('the Enter by which Safari ends a composition adds no node', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    await element.goTo(`${tree}.bbbb.text`);
    const before = store.answers;
    const event = new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true });
    expect((focused() as Element).dispatchEvent(event)).toBe(true);
    expect(store.answers).toBe(before);
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
    await element.open('d.map.partners');
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
    await element.open('d.map.partners');
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
    const { element, store } = await show(new StakeholderMap(), map, filled);
    await element.open('d.map.partners');
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
    await element.open('d.map.partners');
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
