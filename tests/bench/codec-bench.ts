/** How much of a learner's Finnish the state's codec gets into 4,096 characters, and how long that takes. */
import { codecFigures } from '../tracking/state/codec-figures.ts';
import type { Figure } from './figure.ts';

/** Letters of natural answers that SCORM 1.2's suspend_data has to hold. */
const CAPACITY = 9000;

export function codecBench(rounds: number): Figure[] {
  const { lettersIn4096, lettersIn4096OfLongAnswers, lettersIn4096OfText, encodeMs, decodeMs } = codecFigures(rounds);
  return [
    { name: 'codec: letters in 4,096 characters, a whole licence of short fields', value: lettersIn4096, unit: 'letters' },
    { name: 'codec: letters in 4,096 characters, the eighty longest answers', value: lettersIn4096OfLongAnswers, unit: 'letters' },
    { name: 'codec: letters in 4,096 characters, one text', value: lettersIn4096OfText, unit: 'letters', atLeast: CAPACITY },
    { name: 'codec: encoding a whole licence', value: encodeMs, unit: 'ms' },
    { name: 'codec: decoding a whole licence', value: decodeMs, unit: 'ms' },
  ];
}
