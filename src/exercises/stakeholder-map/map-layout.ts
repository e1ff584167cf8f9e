/**
 * Where everything stands in the picture of a stakeholder map: a plan of a town, with a roundabout in its middle, a side road for each branch and
 * the learner's nodes as stops along it. Its order is the list's, and all its text reads from left to right. Pure but for the measuring of text;
 * all figures in pixels.
 */
import { textOf, type Answers, type FieldId } from '../../course/answers.ts';
import { childrenOf, itemFieldId, nodesOf, type ListItem } from '../../course/list-items.ts';
import { measureText, wrapText, type Measure, type TextLook } from '../shared/picture-text.ts';
import type { MapBranch } from './definition.ts';

/** What a map is drawn from. */
export interface MapSource {
  readonly tree: FieldId;
  readonly centre: string;
  readonly branches: readonly MapBranch[];
  readonly answers: Answers;
}

/** A text in its box. */
interface Box {
  readonly lines: readonly string[];
  readonly look: TextLook;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A branch's name on its plate. */
export interface MapPlate extends Box {
  /** Nothing stands on its road yet. */
  readonly isEmpty: boolean;
}

/** A node of the learner's. */
export interface MapStop extends Box {
  readonly id: string;
  /** Where its stop stands on the lane; undefined of a node that hangs on another. */
  readonly dot: { readonly x: number; readonly y: number } | undefined;
}

/** main: a road with a centre-line; ahead: the same where nothing stands yet; lane: along a branch's stops; elbow: to a node below another. */
export interface MapRoad {
  readonly kind: 'main' | 'ahead' | 'lane' | 'elbow';
  readonly path: string;
}

export interface MapLayout {
  readonly centre: Box;
  /** The roundabout, to the middle of its road. */
  readonly ring: { readonly x: number; readonly y: number; readonly radius: number };
  readonly plates: readonly MapPlate[];
  readonly stops: readonly MapStop[];
  readonly roads: readonly MapRoad[];
  readonly width: number;
  readonly height: number;
}

export const ROAD = 14;
export const DOT = 6;

const CENTRE: TextLook = { size: 15, weight: 700 };
const PLATE: TextLook = { size: 15, weight: 700 };
const STOP: TextLook = { size: 15, weight: 400 };
/** Below this width all branches stand on the right of one road downwards. */
const TWO_SIDES = 560;
const MARGIN = 16;
const PLATE_PAD = { x: 12, y: 6 } as const;
/** The lane from the left edge of its plate, and the words from the lane. */
const LANE = 14;
const WORDS = 18;
/** A node is set in so far below another; less where it is deep already. */
const INDENT = { shallow: 22, deep: 8, levels: 3 } as const;
/** No text is narrower: a map that goes very deep grows wider than its room instead. */
const NARROWEST = 96;
const STOP_GAP = 8;
const BRANCH_GAP = 30;

export const mapLineHeight = ({ size }: TextLook): number => Math.round(size * 1.3);

/** @param room the width that the picture has */
export function layoutMap(source: MapSource, room: number, measure: Measure = measureText): MapLayout {
  return room < TWO_SIDES ? oneSided(source, room, measure) : twoSided(source, room, measure);
}

/** The name of the centre beside the roundabout, and one road downwards from it. */
function oneSided(source: MapSource, room: number, measure: Measure): MapLayout {
  const radius = 30;
  const x = MARGIN + radius + ROAD / 2;
  const words = textBox(source.centre, CENTRE, room - x - radius - ROAD - MARGIN, measure);
  const y = MARGIN + Math.max(radius + ROAD / 2, words.height / 2);
  const left = x + radius + ROAD;
  const draw = new BranchDrawing(source, measure);
  let top = y + radius + ROAD / 2 + 24;
  const branches = source.branches.map((_, index) => {
    const branch = draw.branch(index, left, top, room - left - MARGIN);
    top = branch.bottom + BRANCH_GAP;
    return branch;
  });
  const from = y + radius;
  const lastBegun = branches.findLast(({ plate }) => !plate.isEmpty);
  const roads = branches.map(({ plate, middle }): MapRoad => ({ kind: plate.isEmpty ? 'ahead' : 'main', path: `M${x} ${middle}H${left}` }));
  const end = branches.at(-1)?.middle ?? from;
  return whole(
    {
      centre: { ...words, x: left, y: y - words.height / 2 },
      ring: { x, y, radius },
      plates: branches.map(({ plate }) => plate),
      stops: draw.stops,
      roads: [...mainRoad(x, from, lastBegun?.middle ?? from, end), ...roads, ...draw.roads],
    },
    room,
  );
}

/** Every second branch on the right of the road through the roundabout. */
function twoSided(source: MapSource, room: number, measure: Measure): MapLayout {
  const x = room / 2;
  const words = textBox(source.centre, CENTRE, 110, measure);
  const radius = Math.max(46, Math.hypot(words.width, words.height) / 2 + 6 + ROAD / 2);
  const outer = radius + ROAD / 2;
  const draw = new BranchDrawing(source, measure);
  const leftRoom = x - outer - 16 - MARGIN;
  const rightStart = x + 36;
  const rows: { readonly middle: number; readonly sides: readonly PlacedBranch[] }[] = [];
  let y = 0;
  let top = MARGIN;
  for (let index = 0; index < source.branches.length; index += 2) {
    const left = draw.branch(index, MARGIN, top, leftRoom);
    const right = index + 1 < source.branches.length ? draw.branch(index + 1, rightStart, top, room - rightStart - MARGIN) : undefined;
    rows.push({ middle: left.middle, sides: right ? [left, right] : [left] });
    if (index === 0) {
      // The left side keeps clear of the roundabout by its width, the right one by ending above it.
      y = Math.max((right ?? left).bottom + 16, left.middle + 40) + outer;
      top = Math.max(left.bottom, y + outer) + BRANCH_GAP;
    } else top = Math.max(left.bottom, right?.bottom ?? 0) + BRANCH_GAP;
  }
  const isBegun = ({ sides }: (typeof rows)[number]): boolean => sides.some(({ plate }) => !plate.isEmpty);
  const [first, ...below] = rows;
  const up: MapRoad[] = first ? [{ kind: isBegun(first) ? 'main' : 'ahead', path: `M${x} ${first.middle}V${y - radius}` }] : [];
  const from = y + radius;
  const sideRoads = rows.flatMap(({ middle, sides }) =>
    sides.map(({ plate }, side): MapRoad => ({
      kind: plate.isEmpty ? 'ahead' : 'main',
      path: `M${x} ${middle}H${side === 0 ? plate.x + plate.width : rightStart}`,
    })),
  );
  const down = mainRoad(x, from, below.findLast(isBegun)?.middle ?? from, below.at(-1)?.middle ?? from);
  return whole(
    {
      centre: { ...words, x: x - words.width / 2, y: y - words.height / 2 },
      ring: { x, y, radius },
      plates: rows.flatMap(({ sides }) => sides.map(({ plate }) => plate)),
      stops: draw.stops,
      roads: [...up, ...down, ...sideRoads, ...draw.roads],
    },
    room,
  );
}

/** A road downwards, as far as something stands on it, and on to where nothing does yet. */
function mainRoad(x: number, from: number, begun: number, end: number): MapRoad[] {
  const main: MapRoad[] = begun > from ? [{ kind: 'main', path: `M${x} ${from}V${begun}` }] : [];
  return end > begun ? [{ kind: 'ahead', path: `M${x} ${begun}V${end}` }, ...main] : main;
}

/** A branch where it was drawn. */
interface PlacedBranch {
  readonly plate: MapPlate;
  /** Where its road meets the plate. */
  readonly middle: number;
  readonly bottom: number;
}

/** Gathers the stops and lanes of the branches that are drawn with it. */
class BranchDrawing {
  readonly stops: MapStop[] = [];
  readonly roads: MapRoad[] = [];
  readonly #source: MapSource;
  readonly #measure: Measure;
  readonly #items: readonly ListItem[];

  constructor(source: MapSource, measure: Measure) {
    this.#source = source;
    this.#measure = measure;
    this.#items = nodesOf(source.answers, source.tree, source.branches);
  }

  branch(index: number, left: number, top: number, room: number): PlacedBranch {
    const { id, shortLabel } = this.#source.branches[index] as MapBranch;
    const words = textBox(shortLabel, PLATE, room - 2 * PLATE_PAD.x, this.#measure);
    const items = childrenOf(this.#items, id);
    const plate: MapPlate = {
      ...words,
      x: left,
      y: top,
      width: words.width + 2 * PLATE_PAD.x,
      height: words.height + 2 * PLATE_PAD.y,
      isEmpty: items.length === 0,
    };
    const laneX = left + LANE;
    const end = top + plate.height;
    let y = end + STOP_GAP + 2;
    let lastDot = end;
    for (const item of items) {
      const dot = { x: laneX, y: y + mapLineHeight(STOP) / 2 };
      y = this.#stop(item, { x: laneX + WORDS, y, right: left + room, level: 0, dot });
      lastDot = dot.y;
    }
    if (items.length > 0) this.roads.push({ kind: 'lane', path: `M${laneX} ${end}V${lastDot}` });
    return { plate, middle: top + plate.height / 2, bottom: Math.max(end, y - STOP_GAP) };
  }

  /** @returns where the next stop begins */
  #stop(item: ListItem, at: { x: number; y: number; right: number; level: number; dot: MapStop['dot'] }): number {
    const { tree, answers } = this.#source;
    // One in which nothing is written yet is no bare dot.
    const text =
      textOf(answers, itemFieldId(tree, item.id, 'text'))
        .replace(/\s+/g, ' ')
        .trim() || '…';
    const words = textBox(text, STOP, Math.max(NARROWEST, at.right - at.x), this.#measure);
    this.stops.push({ ...words, id: item.id, x: at.x, y: at.y, dot: at.dot });
    let y = at.y + words.height + STOP_GAP;
    const x = at.x + (at.level < INDENT.levels ? INDENT.shallow : INDENT.deep);
    const bend = at.x + 4;
    for (const child of childrenOf(this.#items, item.id)) {
      const middle = y + mapLineHeight(STOP) / 2;
      this.roads.push({ kind: 'elbow', path: `M${bend} ${at.y + words.height + 2}V${middle}H${Math.max(bend, x - 4)}` });
      y = this.#stop(child, { x, y, right: at.right, level: at.level + 1, dot: undefined });
    }
    return y;
  }
}

function textBox(text: string, look: TextLook, room: number, measure: Measure): Box {
  const lines = wrapText(text, Math.max(room, 1), look, Infinity, measure);
  const widest = Math.max(28, ...lines.map((line) => measure(line, look)));
  return { lines, look, x: 0, y: 0, width: Math.ceil(widest), height: Math.max(1, lines.length) * mapLineHeight(look) };
}

function whole(drawn: Omit<MapLayout, 'width' | 'height'>, room: number): MapLayout {
  const { centre, ring, plates, stops } = drawn;
  const boxes = [centre, ...plates, ...stops];
  return {
    ...drawn,
    width: Math.ceil(Math.max(room, ...boxes.map(({ x, width }) => x + width + MARGIN))),
    height: Math.ceil(Math.max(ring.y + ring.radius + ROAD / 2, ...boxes.map(({ y, height }) => y + height)) + MARGIN),
  };
}
