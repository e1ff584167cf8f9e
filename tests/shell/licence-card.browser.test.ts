import { afterEach, expect, test } from 'vitest';
import { LicenceCard } from '../../src/shell/licence/licence-card.ts';
import { CARD_HEIGHT, CARD_WIDTH } from '../../src/shell/licence/licence-card-drawing.ts';
import { standingOf } from '../../src/shell/licence/licence-standing.ts';
import { light } from '../../src/theme/palette.ts';
import { standaloneSvg } from '../../src/exercises/shared/save-picture.ts';
import { en } from '../../src/text/en.ts';
import { fi } from '../../src/text/fi.ts';
import { sv } from '../../src/text/sv.ts';
import type { Text } from '../../src/text/text.ts';
import { FakeSession } from './fake-session.ts';

afterEach(() => document.body.replaceChildren());

const earnedOn = '2026-11-24T12:00:00.000Z';

async function card(answers: Record<string, string>, holder?: string, text: Text = fi): Promise<SVGSVGElement> {
  const { course, store, progress } = new FakeSession({}, answers);
  const element = new LicenceCard();
  element.text = text;
  element.standing = standingOf(course, store.answers, progress, holder);
  document.body.replaceChildren(element);
  await element.updateComplete;
  return element.picture;
}

const texts = (picture: SVGSVGElement): (string | null)[] => [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);

test('has the proportions of a driving licence', async () => {
  const picture = await card({});
  expect(CARD_WIDTH / CARD_HEIGHT).toBeCloseTo(85.6 / 54, 3);
  const { width, height } = picture.getBoundingClientRect();
  expect(width / height).toBeCloseTo(85.6 / 54, 2);
});

test('an empty card shows every class without its colour, and says in words what is missing', async () => {
  const picture = await card({});
  expect(texts(picture)).toEqual(expect.arrayContaining(['A1', 'B', 'C', 'Suorittamatta', 'Nimeä ei ole annettu']));
  expect(picture.querySelector('desc')?.textContent).toBe(
    'Ajokorttiin tarvitaan vielä luokka A1. Luokka A1 on suorittamatta. Luokka B on suorittamatta. Luokka C on suorittamatta.',
  );
  expect(picture.innerHTML).not.toContain(light['class-b']);
});

test('grows as classes are earned: colour, date, and the day of issue with the last compulsory one', async () => {
  const picture = await card({ '@earned.A1': earnedOn, '@earned.B': '2026-12-01T12:00:00.000Z' }, 'Aino Virtanen');
  expect(texts(picture)).toEqual(expect.arrayContaining(['Aino Virtanen', '24.11.', '1.12.', '2026', 'Suoritettu 24.11.2026']));
  expect(picture.querySelector('desc')?.textContent).toContain('Ajokortti suoritettu 24.11.2026. Luokka A1 suoritettu 24.11.2026.');
  expect(picture.querySelector('title')?.textContent).toBe('Aspa-ajokortti, Aino Virtanen');
  expect(picture.innerHTML).toContain(light['class-b']);
});

test.each([
  ['Kirjastonen, Aino', 'Aino Kirjastonen'],
  ['von Essen-Hämäläinen , Aino Maria', 'Aino Maria von Essen-Hämäläinen'],
  ['Aino Kirjastonen', 'Aino Kirjastonen'],
  ['Kirjastonen, Aino, FM', 'Kirjastonen, Aino, FM'],
  ['Kirjastonen,', 'Kirjastonen,'],
  [', Aino', ', Aino'],
])('of “%s” the card makes “%s”', async (given, shown) => {
  expect(texts(await card({}, given))).toContain(shown);
});

test.each([
  [fi, '28.9.'],
  [sv, '28.9.'],
  [en, '28 Sep'],
])('the longest day in %s stands on its plate in two lines, written as everywhere else', async (text, start) => {
  const at = '2026-09-28T12:00:00.000Z';
  const picture = await card({ '@earned.A1': at }, undefined, text);
  const plate = picture.querySelector<SVGRectElement>('rect[width="120"]');
  const lines = [plate?.nextElementSibling, plate?.nextElementSibling?.nextElementSibling] as SVGTextElement[];
  expect(lines.map(({ textContent }) => textContent)).toEqual([start, '2026']);
  const { x, y, width, height } = plate?.getBBox() ?? new DOMRect();
  for (const line of lines) {
    const box = line.getBBox();
    expect(box.x - 4).toBeGreaterThanOrEqual(x);
    expect(box.x + box.width + 4).toBeLessThanOrEqual(x + width);
    expect(box.width).toBeGreaterThan(60);
  }
  expect(lines.every((line) => Number(line.getAttribute('y')) > y + 24 && Number(line.getAttribute('y')) < y + height - 4)).toBe(true);
  expect(text.licence.card.issued(Date.parse(at))).toContain(text.licence.day(Date.parse(at)));
});

test('on a telephone no letter of the card is smaller than 12 pixels', async () => {
  const picture = await card({ '@earned.A1': earnedOn }, 'Aino Kirjastonen');
  const shrunk = 328 / CARD_WIDTH;
  const small = [...picture.querySelectorAll('text')].filter(
    (words) => Number(words.getAttribute('font-size')) * shrunk * (words.parentElement?.getAttribute('transform') ? 0.96 : 1) < 12,
  );
  expect(small.map(({ textContent }) => textContent)).toEqual([]);
});

test('an optional class alone makes no licence', async () => {
  expect(texts(await card({ '@earned.B': earnedOn }))).toContain('Suorittamatta');
});

test.each(['Maximiliana Wilhelmiina von Essen-Hämäläinen-Korhonen', 'Ääkkönen-Öörni', 'x <script>alert(1)</script>'])(
  'the name %s stays a name, and on the card',
  async (name) => {
    const picture = await card({}, name);
    expect(picture.querySelector('script')).toBeNull();
    const field = [...picture.querySelectorAll('text')].find(({ textContent }) => textContent?.startsWith(name.slice(0, 10)));
    const { x, width } = (field as SVGTextElement).getBBox();
    expect(x + width).toBeLessThan(820);
  },
);

test('stands alone as an SVG file', async () => {
  const file = standaloneSvg(await card({ '@earned.A1': earnedOn }, 'A & B <c>'));
  const { documentElement } = new DOMParser().parseFromString(file, 'image/svg+xml');
  expect(documentElement.localName).toBe('svg');
  expect(documentElement.querySelector('title')?.textContent).toBe('Aspa-ajokortti, A & B <c>');
  expect(file).not.toContain('<!--');
});
