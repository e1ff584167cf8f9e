/** The files that the product is made of, and those of its tests. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

const PRODUCT = ['src', 'build', 'manifests'];

/** TypeScript and styles of the product, as git lists them. */
export function productFiles(root: string): SourceFile[] {
  return listed(root, PRODUCT);
}

/** TypeScript of the tests, as git lists it. */
export function testFiles(root: string): SourceFile[] {
  return listed(root, ['tests']).filter(isTypeScript);
}

function listed(root: string, folders: readonly string[]): SourceFile[] {
  const paths = execFileSync('git', ['ls-files', ...folders], { cwd: root, encoding: 'utf8' }).split('\n');
  return paths.filter((path) => /\.(ts|css)$/.test(path)).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** As `wc -l` counts them. */
export function linesOf({ text }: SourceFile): number {
  return text.split('\n').length - 1;
}

export function isTypeScript({ path }: SourceFile): boolean {
  return path.endsWith('.ts') && !path.endsWith('.d.ts');
}
