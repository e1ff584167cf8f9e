/** How much the state's codec holds and how long it takes, on answers that its primer does not know. */
import { packState, unpackState } from '../../../src/tracking/state/state-codec.ts';
import type { Answers } from '../../../src/course/answers.ts';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';

export interface CodecFigures {
  /** Letters of answers in 4,096 characters, ids and times with them: a whole licence of many short fields. */
  readonly lettersIn4096: number;
  /** The same of the eighty longest answers. */
  readonly lettersIn4096OfLongAnswers: number;
  /** Of one running text. */
  readonly lettersIn4096OfText: number;
  readonly encodeMs: number;
  readonly decodeMs: number;
}

/** The eighty longest answers. */
export const EIGHTY_ANSWERS: Answers = new Map([...FINNISH_ANSWERS].sort(([, a], [, b]) => b.text.length - a.text.length).slice(0, 80));

export function codecFigures(rounds = 5): CodecFigures {
  const text = [...EIGHTY_ANSWERS.values()].map((answer) => answer.text).join('\n');
  const encode: number[] = [];
  const decode: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const packed = pack(FINNISH_ANSWERS);
    const middle = performance.now();
    unpackState(packed);
    encode.push(middle - start);
    decode.push(performance.now() - middle);
  }
  return {
    lettersIn4096: lettersIn4096(FINNISH_ANSWERS),
    lettersIn4096OfLongAnswers: lettersIn4096(EIGHTY_ANSWERS),
    lettersIn4096OfText: lettersIn4096(new Map([['e.feedback.together', { text, at: 1_790_000_000_000 }]])),
    encodeMs: median(encode),
    decodeMs: median(decode),
  };
}

export function lettersOf(answers: Answers): number {
  return [...answers.values()].reduce((sum, { text }) => sum + text.length, 0);
}

/** Letters of answers that fit into 4,096 characters, where all answers are like these. */
export function lettersIn4096(answers: Answers): number {
  return Math.floor((lettersOf(answers) * 4096) / pack(answers).length);
}

function pack(answers: Answers): string {
  return packState({ answers, revision: 40, notes: new Map() });
}

function median(times: readonly number[]): number {
  return Math.round([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
}
