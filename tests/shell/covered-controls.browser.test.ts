/** What the check of covered controls sees, and what it does not take for a fault. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ChoiceField } from '../../src/fields/choice/element.ts';
import { coveredControls } from '../e2e/covered-controls.ts';

const OVER = 'position: absolute; inset: 0';
const draws = (html: string): void => document.body.setHTMLUnsafe(`<main style="position: relative; height: 2000px">${html}</main>`);
const places = (): string[] => coveredControls().map(({ place }) => place);

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

test.each([
  ['a button under a transparent part of a picture', `<button>Aloita</button><svg style="${OVER}; width: 100%; height: 100%"></svg>`],
  [
    'a link under a bar, which no scrolling brings out',
    '<a href="#b">Osio B</a><div style="position: fixed; inset: 0 0 auto; height: 99px"></div>',
  ],
  ['a field that takes no pointer', '<textarea style="pointer-events: none"></textarea>'],
  ['a box to tick whose label is covered', `<label><input type="checkbox" style="opacity: 0">Puhelin</label><div style="${OVER}"></div>`],
  ['in a shadow root', `<x-y><template shadowrootmode="open"><button>Aloita</button></template></x-y><div style="${OVER}"></div>`],
])('found: %s', (_what, html) => {
  draws(html);
  expect(places()).toHaveLength(1);
});

test.each([
  ['a button with a picture in it', '<button><svg width="20" height="20"><path d="M0 0h20v20H0z"/></svg></button>'],
  ['what lies over it and lets a pointer through', `<button>Aloita</button><svg style="${OVER}; pointer-events: none"></svg>`],
  [
    'a box to tick that is not drawn, in its label',
    '<label style="padding: 20px"><input type="checkbox" style="position: absolute; opacity: 0">Puhelin</label>',
  ],
  ['what only a screen reader hears', '<a href="#main" style="position: absolute; clip-path: inset(50%)">Siirry sisältöön</a>'],
  ['a button that can do nothing', `<button disabled>Aloita</button><div style="${OVER}"></div>`],
  ['far below', '<button style="position: absolute; top: 1900px">Aloita</button>'],
  ['a link in two lines', '<p style="width: 90px">Lue <a href="#b">Hyödynnä lähteitä</a></p>'],
  ['under an edge of the window', '<button>Aloita</button><p style="position: fixed; inset: auto 0 0; height: 80px; margin: 0"></p>'],
])('no fault: %s', (_what, html) => {
  draws(html);
  expect(places()).toEqual([]);
});

test('a field of the course with signs in the place of its boxes is none', async () => {
  const options = [{ id: 'a', label: 'Suosittelu', shape: 'M10 1L19 18H1Z' }];
  const field = Object.assign(new ChoiceField(), { field: 'x.y', question: { label: 'Merkit' }, options, several: true });
  document.body.append(field);
  await field.updateComplete;
  expect(places()).toEqual([]);
});
