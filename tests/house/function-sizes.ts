/** How long and how complex functions are, as ESLint's own rules count it. */
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { isTypeScript, type SourceFile } from './source-file.ts';

export interface FunctionSize {
  /** `path:line` */
  readonly place: string;
  readonly size: number;
}

/** Each rule reports every function, since none has less than one line and one path through it. */
const RULES: Linter.RulesRecord = { complexity: ['error', 0], 'max-lines-per-function': ['error', { max: 0 }] };
const NUMBERS: Readonly<Record<string, RegExp>> = {
  complexity: /complexity of (\d+)/,
  'max-lines-per-function': /too many lines \((\d+)\)/,
};

/** @throws Error where a file cannot be read, or ESLint words its findings in another way */
export function functionSizes(files: readonly SourceFile[]): { complexity: FunctionSize[]; lines: FunctionSize[] } {
  const linter = new Linter({ configType: 'flat' });
  const sizes: Record<string, FunctionSize[]> = { complexity: [], 'max-lines-per-function': [] };
  for (const { path, text } of files.filter(isTypeScript)) {
    const config: Linter.Config = {
      files: ['**/*.ts'],
      languageOptions: { parser },
      linterOptions: { noInlineConfig: true },
      rules: RULES,
    };
    for (const { ruleId, line, message, fatal } of linter.verify(text, [config], { filename: path })) {
      // A comment that switches rules off is told of too.
      if (!ruleId && !fatal) continue;
      const size = Number(NUMBERS[ruleId ?? '']?.exec(message)?.[1]);
      if (!ruleId || Number.isNaN(size)) throw new Error(`${path}:${line}: ${message}`);
      sizes[ruleId]?.push({ place: `${path}:${line}`, size });
    }
  }
  return { complexity: largestFirst(sizes['complexity']), lines: largestFirst(sizes['max-lines-per-function']) };
}

function largestFirst(sizes: readonly FunctionSize[] = []): FunctionSize[] {
  return [...sizes].sort((a, b) => b.size - a.size);
}
