/** What keys do to a map. In a real browser: `map-outline.browser.test.ts`. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AnswerEvent } from '../../src/course/answer-event.ts';
import { AnswerStore } from '../../src/course/answer-store.ts';
import type { ListItem } from '../../src/course/list-field.ts';
import { OutlineWork, type OutlineHost } from '../../src/exercises/stakeholder-map/outline-work.ts';
import { SayEvent } from '../../src/fields/shared/announcer.ts';
import { fi } from '../../src/text/fi.ts';
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
