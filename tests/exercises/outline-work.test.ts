/** What keys and pastes do to a map, and what the learner is told. In a real browser: `map-outline.browser.test.ts`. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AnswerEvent } from '../../src/course/answer-event.ts';
import { AnswerStore } from '../../src/course/answer-store.ts';
import type { ListItem } from '../../src/course/list-items.ts';
import { OutlineWork, type OutlineHost } from '../../src/exercises/stakeholder-map/outline-work.ts';
import { SayEvent } from '../../src/fields/shared/announcer.ts';
import { fi } from '../../src/text/fi.ts';
import { TREE_MAXIMUM } from '../../src/fields/tree/definition.ts';
import { map } from './drawn-fixtures.ts';

const TREE = 'd.map.map';

/** Focus is the browser's matter. */
beforeEach(() => void vi.stubGlobal('CSS', { escape: (text: string) => text }));

class Host extends EventTarget {
  readonly store = new AnswerStore();
  readonly told: string[] = [];
  readonly exercise = map;
  readonly readOnly = false;
  readonly text = fi;
  readonly renderRoot = { querySelector: () => null };
  readonly work: OutlineWork;

  constructor(texts: Readonly<Record<string, string>>) {
    super();
    this.addEventListener(AnswerEvent.type, (event) => {
      this.store.change((event as AnswerEvent).changes);
      this.work.hostUpdate();
    });
    this.addEventListener(SayEvent.type, (event) => this.told.push((event as SayEvent).words));
    this.store.change(texts);
    this.work = new OutlineWork(this as unknown as OutlineHost);
    this.work.hostUpdate();
  }

  addController(): void {}
  requestUpdate(): void {}

  get answers() {
    return this.store.answers;
  }

  textOf(field: string): string | undefined {
    return this.store.answers.get(`${TREE}.${field}`)?.text;
  }

  node(id: string): ListItem {
    const row = this.work.rows.find((one) => one.id === id);
    if (!row) throw new Error(`The map has no node ${id}`);
    return row;
  }

  /** @returns whether the browser does what it always does with the key */
  press(id: string, key: Partial<KeyboardEvent>): boolean {
    const area = { value: this.textOf(`${id}.text`) ?? '' };
    const event = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false, repeat: false, keyCode: 0, ...key };
    const preventDefault = vi.fn();
    this.work.key({ ...event, currentTarget: area, preventDefault } as unknown as KeyboardEvent, this.node(id));
    return preventDefault.mock.calls.length === 0;
  }

  /** At the end of what stands there. */
  paste(id: string, pasted: string): boolean {
    const value = this.textOf(`${id}.text`) ?? '';
    const currentTarget = { value, selectionStart: value.length, selectionEnd: value.length };
    const preventDefault = vi.fn();
    const event = { currentTarget, preventDefault, clipboardData: { getData: () => pasted } };
    this.work.paste(event as unknown as ClipboardEvent, this.node(id));
    return preventDefault.mock.calls.length === 0;
  }
}

const texts = (first: string): Record<string, string> => ({
  [`${TREE}.aaaa`]: 'partners 1',
  [`${TREE}.aaaa.text`]: first,
  [`${TREE}.bbbb`]: 'aaaa 1',
  [`${TREE}.bbbb.text`]: 'Lukio',
});

describe('a key', () => {
  test('takes an empty node away, and one that is held does not: it would go on in the words of the node before', () => {
    const host = new Host({ ...texts('Koulut'), [`${TREE}.bbbb.text`]: '' });
    host.press('bbbb', { key: 'Backspace', repeat: true });
    expect(host.textOf('bbbb')).toBe('aaaa 1');
    host.press('bbbb', { key: 'Backspace' });
    expect(host.textOf('bbbb')).toBe('');
  });

  test('takes no empty node away while something that was removed below it can be put back', () => {
    const host = new Host(texts(''));
    host.press('bbbb', { key: 'Delete', altKey: true });
    expect(host.textOf('bbbb')).toBe('');
    host.press('aaaa', { key: 'Backspace' });
    expect(host.textOf('aaaa')).toBe('partners 1');
    host.work.undo('bbbb');
    expect(host.textOf('bbbb')).toBe('aaaa 1');
  });

  test('that ends a composition adds no node, in Safari too, which tells of it after the end', () => {
    const host = new Host(texts('Koulut'));
    const before = host.answers;
    expect(host.press('aaaa', { key: 'Enter', isComposing: true })).toBe(true);
    expect(host.press('aaaa', { key: 'Enter', keyCode: 229 })).toBe(true);
    expect(host.answers).toBe(before);
  });
});

test('a node that was removed comes back with all below it only while the map has room for so many', () => {
  const host = new Host(texts('Koulut'));
  host.work.remove(host.node('aaaa'));
  const many = Array.from({ length: TREE_MAXIMUM - 1 }, (_, index) => [`${TREE}.n${String(index)}`, `partners ${String(index)}`]);
  host.store.change(Object.fromEntries(many) as Record<string, string>);
  host.work.hostUpdate();
  host.work.undo('aaaa');
  expect(host.textOf('aaaa')).toBe('');
  expect(host.told).toEqual([fi.stakeholderMap.full(TREE_MAXIMUM)]);
  host.store.change({ [`${TREE}.n0`]: '' });
  host.work.hostUpdate();
  host.work.undo('aaaa');
  expect([host.textOf('aaaa'), host.textOf('bbbb')]).toEqual(['partners 1', 'aaaa 1']);
});

describe('what has no room in a node', () => {
  const { tooLong, pasteCut } = fi.fields;

  test.each([
    ['one line', 'x'.repeat(198)],
    ['lines of which one is too long for a node', `${'x'.repeat(201)}\nkaksi`],
    ['more lines than the map has nodes left', 'rivi\n'.repeat(150)],
  ])('is told to be cut where it is pasted: %s', (_what, pasted) => {
    const host = new Host(texts('Koulut'));
    expect(host.paste('aaaa', pasted)).toBe(true);
    expect(host.told).toEqual([pasteCut]);
    expect(host.work.told).toBe(pasteCut);
  });

  test.each(['x'.repeat(194), 'yksi rivi\n'])('is told of nothing that has: %j', (pasted) => {
    const host = new Host(texts('Koulut'));
    expect(host.paste('aaaa', pasted)).toBe(true);
    expect(host.told).toEqual([]);
  });

  test('is said once, when the last letter is written that has', () => {
    const host = new Host(texts('x'.repeat(198)));
    host.work.write('aaaa', 'x'.repeat(199));
    expect(host.told).toEqual([]);
    host.work.write('aaaa', 'x'.repeat(200));
    host.work.write('aaaa', 'y'.repeat(200));
    expect(host.told).toEqual([tooLong]);
    expect(host.textOf('aaaa.text')).toBe('y'.repeat(200));
  });
});
