/** The numbers of the house: how large the product's files and functions are, and how they hang together. */
import { functionSizes, type FunctionSize } from './function-sizes.ts';
import { importCycles } from './import-cycles.ts';
import { kindSwitches } from './kind-switches.ts';
import { repeatedCode } from './repeated-code.ts';
import { isTypeScript, linesOf, type SourceFile } from './source-file.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  /** More than that is a step back, and fails; absent where a number is only told. */
  readonly most?: number;
  /** Where the number comes from, the worst first. */
  readonly places?: readonly string[];
}

/** What holds now: nothing here may rise, and what has become better is written down. */
const MOST = {
  medianLines: 75,
  ninetiethLines: 190,
  longestFile: 368,
  longFiles: 20,
  longestFunction: 90,
  longFunctions: 1,
  complexity: 23,
  complexFunctions: 13,
  circles: 0,
  repeats: 0,
  kindSwitches: 0,
} as const;
const LONG_FILE = 250;
const LONG_FUNCTION = 80;
const COMPLEX = 15;

/** @param tests whose imports must not lead round either; nothing else of them is counted */
export function figuresOf(files: readonly SourceFile[], tests: readonly SourceFile[] = []): Figure[] {
  const code = files.filter(isTypeScript);
  const byLength = [...code].sort((a, b) => linesOf(b) - linesOf(a));
  const lengths = byLength.map(linesOf);
  const longFiles = byLength.filter((file) => linesOf(file) > LONG_FILE);
  const { lines, complexity } = functionSizes(code);
  const cycles = importCycles([...code, ...tests]);
  const repeats = repeatedCode(code);
  const switches = kindSwitches(code);
  const total = (some: readonly SourceFile[]): number => some.reduce((sum, file) => sum + linesOf(file), 0);
  return [
    { name: 'lines of TypeScript', value: total(code) },
    { name: 'lines of styles', value: total(files.filter(({ path }) => path.endsWith('.css'))) },
    { name: 'files of TypeScript', value: code.length },
    { name: 'lines of a file, median', value: quantile(lengths, 0.5), most: MOST.medianLines },
    { name: 'lines of a file, nine of ten at most', value: quantile(lengths, 0.9), most: MOST.ninetiethLines },
    { name: 'lines of the longest file', value: lengths[0] ?? 0, most: MOST.longestFile, places: byLength.slice(0, 1).map(withLines) },
    { name: `files of more than ${LONG_FILE} lines`, value: longFiles.length, most: MOST.longFiles, places: longFiles.map(withLines) },
    { name: 'lines of the longest function', ...largest(lines), most: MOST.longestFunction },
    { name: `functions of more than ${LONG_FUNCTION} lines`, ...above(lines, LONG_FUNCTION), most: MOST.longFunctions },
    { name: 'highest complexity of a function', ...largest(complexity), most: MOST.complexity },
    { name: `functions of a complexity above ${COMPLEX}`, ...above(complexity, COMPLEX), most: MOST.complexFunctions },
    { name: 'circles of imports', value: cycles.length, most: MOST.circles, places: cycles.map((cycle) => cycle.join(' ')) },
    {
      name: 'repeated pieces of code',
      value: repeats.length,
      most: MOST.repeats,
      places: repeats.map(({ places, tokens }) => `${places.join(' ')} (${tokens} tokens)`),
    },
    { name: 'kinds told apart outside of their rooms', value: switches.length, most: MOST.kindSwitches, places: switches },
  ];
}

/** The value below or at which that share of them lies. */
function quantile(values: readonly number[], share: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? 0;
}

function largest(sizes: readonly FunctionSize[]): { value: number; places: string[] } {
  return { value: sizes[0]?.size ?? 0, places: sizes.slice(0, 1).map(withSize) };
}

function above(sizes: readonly FunctionSize[], limit: number): { value: number; places: string[] } {
  const larger = sizes.filter(({ size }) => size > limit);
  return { value: larger.length, places: larger.map(withSize) };
}

function withSize({ place, size }: FunctionSize): string {
  return `${place} (${size})`;
}

function withLines(file: SourceFile): string {
  return `${file.path} (${linesOf(file)})`;
}
