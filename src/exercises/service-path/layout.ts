/** Where everything stands in the picture of a service path. Pure but for the measuring of text; all figures in pixels. */
import { pickedOf, textOf, type Answers } from '../../course/answers.ts';
import type { Question } from '../../course/course.ts';
import { wrapText, type TextLook } from '../shared/picture-text.ts';
import type { ServicePath } from './definition.ts';

/** From this width on, cards stand on both sides of the road. */
const TWO_SIDED = 560;
const ANSWER_LINES = 7;
const NOTE_LINES = 4;

const looks = {
  label: { size: 13, weight: 600 },
  answer: { size: 15, weight: 400 },
  mark: { size: 14, weight: 700 },
  note: { size: 14, weight: 400 },
  phase: { size: 16, weight: 700 },
  group: { size: 19, weight: 700 },
} as const satisfies Record<string, TextLook>;

export const lineHeight = ({ size }: TextLook): number => Math.round(size * 1.35);

/** Lines of text that begin at `y`, the top of the first. */
export interface Block {
  readonly y: number;
  readonly lines: readonly string[];
  readonly look: TextLook;
  readonly tone: 'ink' | 'soft' | 'sign';
  /** Draws the mark of this place before the first line. */
  readonly mark?: number;
  readonly indent?: number;
}

interface Card {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly Block[];
}

export interface Stop {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly answered: boolean;
  readonly card: Card;
  readonly side: 'left' | 'right';
}

export interface Plate {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly label: string;
  readonly reached: boolean;
}

/** A piece of road to its end point; `travelled` where that end is answered. */
export interface RoadPiece {
  readonly path: string;
  readonly travelled: boolean;
}

export interface PathLayout {
  readonly width: number;
  readonly height: number;
  readonly start: Card;
  readonly plates: readonly Plate[];
  readonly stops: readonly Stop[];
  readonly road: readonly RoadPiece[];
  readonly end: { readonly x: number; readonly y: number; readonly reached: boolean };
}

export interface PathWords {
  readonly noGroup: string;
  readonly empty: string;
}

const PLATE_HEIGHT = 36;
const PAD = 12;

/** Lays the path out in a picture that is `width` wide; its height follows from the answers. */
export function layoutPath(exercise: ServicePath, answers: Answers, words: PathWords, width: number): PathLayout {
  const twoSided = width >= TWO_SIDED;
  const centre = twoSided ? width / 2 : 20;
  const sway = twoSided ? 14 : 5;
  const cardWidth = twoSided ? width / 2 - 52 : width - 56;
  const start = layoutStart(exercise, answers, words, width);
  const plates: Plate[] = [];
  const stops: Stop[] = [];
  const points: { x: number; y: number; travelled: boolean }[] = [{ x: centre, y: start.y + start.height, travelled: false }];
  const bottom = { left: start.y + start.height, right: start.y + start.height };
  let lastStop = 0;
  for (const phase of exercise.phases) {
    const y = Math.max(bottom.left, bottom.right) + 28;
    const plateWidth = Math.min(width, Math.max(150, phase.label.length * 9.5 + 40));
    const answeredPhase = phase.steps.some(({ id }) => textOf(answers, `${exercise.id}.${id}`).trim() !== '');
    plates.push({ x: twoSided ? centre - plateWidth / 2 : 0, y, width: plateWidth, label: phase.label, reached: answeredPhase });
    points.push({ x: centre, y: y + PLATE_HEIGHT / 2, travelled: answeredPhase });
    bottom.left = bottom.right = y + PLATE_HEIGHT;
    lastStop = y + PLATE_HEIGHT;
    for (const step of phase.steps) {
      const side = twoSided ? freerSide(bottom, stops.at(-1)?.side) : 'right';
      const top = Math.max(bottom[side] + 16, lastStop + (twoSided && stops.length > 0 ? 32 : 16));
      const { blocks, height, answered } = layoutCard(exercise, answers, words, step, cardWidth, top);
      const stop: Stop = {
        number: stops.length + 1,
        x: centre + (side === 'right' ? -sway : sway),
        y: top + 22,
        answered,
        side,
        card: { x: side === 'left' ? 0 : width - cardWidth, y: top, width: cardWidth, height, blocks },
      };
      stops.push(stop);
      points.push({ x: stop.x, y: stop.y, travelled: answered });
      bottom[side] = top + height;
      if (!twoSided) bottom.left = bottom.right;
      lastStop = stop.y + 12;
    }
  }
  const end = {
    x: centre,
    y: Math.max(bottom.left, bottom.right) + 32,
    reached: stops.length > 0 && stops.every(({ answered }) => answered),
  };
  points.push({ x: end.x, y: end.y, travelled: end.reached });
  return { width, height: end.y + 28, start, plates, stops, end, road: roadOf(points) };
}

function layoutStart(exercise: ServicePath, answers: Answers, words: PathWords, width: number): Card {
  const own = Math.min(width, 460);
  const group = textOf(answers, `${exercise.id}.group`).trim();
  const blocks = stack(
    [
      { lines: wrapText(exercise.group.label, own - 2 * PAD, looks.label, 2), look: looks.label, tone: 'soft' },
      { lines: wrapText(group || words.noGroup, own - 2 * PAD, looks.group, 4), look: looks.group, tone: group ? 'ink' : 'soft' },
      ...[exercise.channels, exercise.contact].flatMap((question): Loose[] => {
        const picked = pickedOf(answers, `${exercise.id}.${question.id}`);
        const labels = question.options.filter(({ id }) => picked.includes(id)).map(({ label }) => label);
        const lines = wrapText(labels.join(' · '), own - 2 * PAD, looks.note, 4);
        return labels.length === 0 ? [] : [{ lines, look: looks.note, tone: 'ink' }];
      }),
    ],
    1,
  );
  return { x: width >= TWO_SIDED ? (width - own) / 2 : 0, y: 1, width: own, ...blocks };
}

function layoutCard(
  exercise: ServicePath,
  answers: Answers,
  words: PathWords,
  step: Question,
  width: number,
  top: number,
): { blocks: readonly Block[]; height: number; answered: boolean } {
  const room = width - 2 * PAD;
  const answer = textOf(answers, `${exercise.id}.${step.id}`).trim();
  const marks = pickedOf(answers, `${exercise.id}.${step.id}.marks`);
  const loose: Loose[] = [
    { lines: wrapText(step.label, room, looks.label, 4), look: looks.label, tone: 'soft' },
    answer
      ? { lines: wrapText(answer, room, looks.answer, ANSWER_LINES), look: looks.answer, tone: 'ink' }
      : { lines: [words.empty], look: looks.note, tone: 'soft' },
    ...exercise.marks.flatMap((mark, index): Loose[] => {
      if (!marks.includes(mark.id)) return [];
      const note = textOf(answers, `${exercise.id}.${step.id}.${mark.id}`).trim();
      return [
        { lines: wrapText(mark.label, room - 26, looks.mark, 2), look: looks.mark, tone: 'sign', mark: index, indent: 26, before: 8 },
        ...(note ? [{ lines: wrapText(note, room - 26, looks.note, NOTE_LINES), look: looks.note, tone: 'ink', indent: 26 } as const] : []),
      ];
    }),
  ];
  return { ...stack(loose, top), answered: answer !== '' };
}

type Loose = Omit<Block, 'y'> & { readonly before?: number };

/** Puts blocks below each other, with the padding of a card around them. */
function stack(loose: readonly Loose[], top: number): { blocks: readonly Block[]; height: number } {
  let y = top + PAD - 2;
  const blocks = loose.map(({ before = 3, ...block }, index) => {
    if (index > 0) y += before;
    const placed = { ...block, y };
    y += block.lines.length * lineHeight(block.look);
    return placed;
  });
  return { blocks, height: y - top + PAD };
}

/** The side on which there is room sooner; where both have it, the other one than last time. */
function freerSide(bottom: Readonly<Record<Stop['side'], number>>, last: Stop['side'] | undefined): Stop['side'] {
  if (Math.abs(bottom.left - bottom.right) > 1) return bottom.left < bottom.right ? 'left' : 'right';
  return last === 'right' ? 'left' : 'right';
}

function roadOf(points: readonly { x: number; y: number; travelled: boolean }[]): RoadPiece[] {
  return points.slice(1).map(({ x, y, travelled }, index) => {
    const from = points[index] as { x: number; y: number };
    const middle = (from.y + y) / 2;
    return { path: `M${from.x} ${from.y}C${from.x} ${middle} ${x} ${middle} ${x} ${y}`, travelled };
  });
}
