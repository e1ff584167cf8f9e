/** Maps to draw, and what is seen of them. */
import type { Answers } from '../../src/course/answers.ts';
import { childrenOf, nodesOf } from '../../src/course/list-items.ts';
import type { StakeholderMap } from '../../src/exercises/stakeholder-map/element.ts';
import type { MapWindow } from '../../src/exercises/stakeholder-map/map-window.ts';
import { map } from './drawn-fixtures.ts';

export const tree = 'd.map.map';
export const node = (id: string, parent: string, order: number, text: string): Record<string, string> => ({
  [`${tree}.${id}`]: `${parent} ${order}`,
  [`${tree}.${id}.text`]: text,
});

export const odd = 'Ä ö å 😀 { } [,] <script>\n&amp; \\ ”Kirjakauppa”';
export const filled = {
  ...node('aaaa', 'partners', 1, 'Koulut'),
  ...node('bbbb', 'aaaa', 1, 'Lukio'),
  ...node('cccc', 'partners', 2, odd),
  ...node('dddd', 'customers', 1, 'Lapsiperheet'),
};

/** 150 nodes as a busy learner has them: some branches deep, some wide, some texts as long as they may be. */
export const crowd = Object.assign(
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
export function outline(answers: Answers): string[] {
  const nodes = nodesOf(answers, tree, map.branches);
  const lines = (parent: string, depth: number): string[] =>
    childrenOf(nodes, parent).flatMap(({ id }) => [
      `${'-'.repeat(depth)}${answers.get(`${tree}.${id}.text`)?.text ?? ''}`,
      ...lines(id, depth + 1),
    ]);
  return map.branches.flatMap(({ id, shortLabel }) => [shortLabel, ...lines(id, 1)]);
}

const viewOf = (element: StakeholderMap): MapWindow => element.renderRoot.querySelector('aspa-map-window') as MapWindow;
export const windowOf = (element: StakeholderMap): HTMLElement =>
  viewOf(element).renderRoot.querySelector<HTMLElement>('.view') as HTMLElement;
export const drawn = (element: StakeholderMap): SVGSVGElement =>
  viewOf(element).renderRoot.querySelector<SVGSVGElement>('.map-picture') as SVGSVGElement;
export const words = (element: StakeholderMap): string =>
  [...drawn(element).querySelectorAll('text')].map(({ textContent }) => textContent).join(' ');
export const shownScale = (element: StakeholderMap): number =>
  drawn(element).getBoundingClientRect().width / drawn(element).viewBox.baseVal.width;
