/** Editors, and other projects, know the elements by custom-elements.json. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { CustomElement, Package } from 'custom-elements-manifest/schema';
import { expect, test } from 'vitest';
import { everyKind } from '../../build/every-kind.ts';

execFileSync('npm', ['run', 'elements', '--', '--outdir', '.cache/elements'], { stdio: 'ignore' });
const { modules } = JSON.parse(readFileSync('.cache/elements/custom-elements.json', 'utf8')) as Package;
const elements = new Map(
  (modules.flatMap(({ declarations = [] }) => declarations) as readonly CustomElement[]).map((one) => [one.tagName, one]),
);
const namesOf = (some: readonly { readonly name: string }[] = []): string[] => some.map(({ name }) => name);

test.each(everyKind)('the element of %s is told with its properties, events and parts', (kind) => {
  const { description, attributes, events, cssParts, members } = elements.get(`aspa-${kind}`) ?? {};
  expect(description).not.toBe('');
  expect(namesOf(attributes)).toContain('read-only');
  expect(namesOf(events).sort()).toEqual(['aspa-answer', 'aspa-field-left', 'aspa-place-entered']);
  expect(namesOf(cssParts)).toContain('work');
  expect(namesOf(members)).toEqual(expect.arrayContaining(['exercise', 'answers', 'readOnly']));
});

test('the element for any page is told with what a page sets and hears', () => {
  const { attributes, events } = elements.get('aspa-single-exercise') ?? {};
  expect(namesOf(attributes)).toEqual(['language', 'read-only', 'readers']);
  expect(events).toMatchObject([{ name: 'change', type: { text: 'CustomEvent<ExerciseChange>' } }]);
});

test('each event has its name and its type', () => {
  const events = [...elements.values()].flatMap(({ tagName, events: own = [] }) => (tagName === undefined ? [] : own));
  expect(events.length).toBeGreaterThan(30);
  expect(events.filter(({ name, type }) => !name || !type.text)).toEqual([]);
});
