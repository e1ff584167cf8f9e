/** Where everything stands in the picture of a stakeholder map. Pure but for the measuring of text; all figures in pixels. */
import { hierarchy, tree } from 'd3-hierarchy';
import { textOf, type Answers, type FieldId } from '../../course/answers.ts';
import { childrenOf, itemFieldId, nodesOf, type ListItem } from '../../course/list-field.ts';
import { measureText, wrapText, type Measure, type TextLook } from '../shared/picture-text.ts';
import type { MapBranch } from './definition.ts';

/** What a map is drawn from. */
export interface MapSource {
  readonly tree: FieldId;
  readonly centre: string;
  readonly branches: readonly MapBranch[];
  readonly answers: Answers;
}

type MapNodeKind = 'centre' | 'branch' | 'node';

export interface MapNode {
  /** The node's id; for a branch the branch's. */
  readonly id: string;
  readonly kind: MapNodeKind;
  /** 0 the centre, 1 a branch, 2 and on the learner's nodes. */
  readonly depth: number;
  /** Which branch it belongs to, from 0; -1 the centre. */
  readonly branch: number;
  readonly side: 'left' | 'right' | 'middle';
  readonly lines: readonly string[];
  readonly look: TextLook;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapLink {
  readonly path: string;
  readonly depth: number;
}

export interface MapLayout {
  readonly nodes: readonly MapNode[];
  readonly links: readonly MapLink[];
  readonly width: number;
  readonly height: number;
}

const KINDS = {
  centre: { look: { size: 19, weight: 700 }, room: 190, padX: 22, padY: 18 },
  branch: { look: { size: 16, weight: 700 }, room: 180, padX: 16, padY: 11 },
  node: { look: { size: 15, weight: 400 }, room: 210, padX: 4, padY: 5 },
} as const satisfies Record<MapNodeKind, { look: TextLook; room: number; padX: number; padY: number }>;

/** The room that a branch's sign takes before its words. */
export const SIGN_ROOM = 24;
const COLUMN_GAP = 40;
const MARGIN = 20;

export const mapLineHeight = ({ size }: TextLook): number => Math.round(size * 1.3);

interface Draft {
  readonly id: string;
  readonly kind: MapNodeKind;
  readonly branch: number;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly children: readonly Draft[];
}

/** Lays the map out: every second branch left of the centre and right of it, so that they read like lines of a page. */
export function layoutMap(source: MapSource, measure: Measure = measureText): MapLayout {
  const items = nodesOf(source.answers, source.tree, source.branches);
  const branches = source.branches.map((branch, index) => ({
    ...draft(branch.id, 'branch', index, branch.shortLabel, measure),
    children: draftsBelow(source, items, branch.id, index, measure),
  }));
  const middle = draft('', 'centre', -1, source.centre, measure);
  const centre: MapNode = { ...placed(middle, 0, 'middle'), x: -middle.width / 2, y: -middle.height / 2 };
  const even = branches.filter((_, index) => index % 2 === 0);
  const odd = branches.filter((_, index) => index % 2 === 1);
  const nodes = fromOrigin([centre, ...layoutSide(even, 'left', centre), ...layoutSide(odd, 'right', centre)]);
  const places = new Map(nodes.map((node) => [node.id, node]));
  const origin = nodes[0] as MapNode;
  const parents = new Map(items.map(({ id, parent }) => [id, parent]));
  return {
    nodes,
    links: nodes.slice(1).map((node) => ({ depth: node.depth, path: linkPath(places.get(parents.get(node.id) ?? '') ?? origin, node) })),
    width: Math.ceil(Math.max(...nodes.map(({ x, width }) => x + width)) + MARGIN),
    height: Math.ceil(Math.max(...nodes.map(({ y, height }) => y + height)) + MARGIN),
  };
}

function draftsBelow(source: MapSource, items: readonly ListItem[], parent: string, branch: number, measure: Measure): Draft[] {
  return childrenOf(items, parent).map(({ id }) => ({
    ...draft(id, 'node', branch, textOf(source.answers, itemFieldId(source.tree, id, 'text')).replace(/\s+/g, ' '), measure),
    children: draftsBelow(source, items, id, branch, measure),
  }));
}

function draft(id: string, kind: MapNodeKind, branch: number, text: string, measure: Measure): Draft {
  const { look, room, padX, padY } = KINDS[kind];
  const lines = wrapText(text, room, look, Infinity, measure);
  const widest = Math.max(28, ...lines.map((line) => measure(line, look)));
  return {
    id,
    kind,
    branch,
    lines,
    width: Math.ceil(widest) + 2 * padX + (kind === 'branch' ? SIGN_ROOM : 0),
    height: Math.max(1, lines.length) * mapLineHeight(look) + 2 * padY,
    children: [],
  };
}

/** A tidy tree that grows sideways. Its breadth is measured in each node's own height, its depth in columns as wide as their widest. */
function layoutSide(branches: readonly Draft[], side: 'left' | 'right', centre: MapNode): MapNode[] {
  if (branches.length === 0) return [];
  const root = tree<Draft>()
    .nodeSize([1, 1])
    .separation((a, b) => (a.data.height + b.data.height) / 2 + (a.depth === 1 ? 40 : a.parent === b.parent ? 6 : 16))(
    hierarchy<Draft>({ ...EMPTY, children: branches }, ({ children }) => children),
  );
  const below = root.descendants().slice(1);
  const widths: number[] = [];
  for (const { depth, data } of below) widths[depth] = Math.max(widths[depth] ?? 0, data.width);
  const starts: number[] = [];
  for (let depth = 1, start = centre.width / 2 + COLUMN_GAP; depth < widths.length; depth += 1) {
    starts[depth] = start;
    start += (widths[depth] ?? 0) + COLUMN_GAP;
  }
  const extent = below.flatMap(({ x, data }) => [x - data.height / 2, x + data.height / 2]);
  const shift = (Math.min(...extent) + Math.max(...extent)) / 2;
  return below.map(({ x, depth, data }) => {
    const start = starts[depth] ?? 0;
    return { ...placed(data, depth, side), x: side === 'right' ? start : -start - data.width, y: x - shift - data.height / 2 };
  });
}

const EMPTY: Draft = { id: '', kind: 'centre', branch: -1, lines: [], width: 0, height: 0, children: [] };

function placed({ id, kind, branch, lines, width, height }: Draft, depth: number, side: MapNode['side']): MapNode {
  return { id, kind, branch, lines, width, height, depth, side, look: KINDS[kind].look, x: 0, y: 0 };
}

/** Links meet a learner's node at the line below its text, and the others at their middle. */
function linkPath(from: MapNode, to: MapNode): string {
  const height = ({ kind, y, height }: MapNode): number => (kind === 'node' ? y + height : y + height / 2);
  const rightward = to.side === 'right';
  const x0 = rightward ? from.x + from.width : from.x;
  const x1 = rightward ? to.x : to.x + to.width;
  const [y0, y1] = [round(height(from)), round(height(to))];
  const bend = round((x0 + x1) / 2);
  return `M${round(x0)} ${y0}C${bend} ${y0} ${bend} ${y1} ${round(x1)} ${y1}`;
}

/** Moves all nodes so that the picture begins at 0, 0. */
function fromOrigin(nodes: readonly MapNode[]): MapNode[] {
  const dx = MARGIN - Math.min(...nodes.map(({ x }) => x));
  const dy = MARGIN - Math.min(...nodes.map(({ y }) => y));
  return nodes.map((node) => ({ ...node, x: round(node.x + dx), y: round(node.y + dy) }));
}

/** To a tenth of a pixel: a map of many nodes stays a small file. */
function round(length: number): number {
  return Math.round(length * 10) / 10;
}
