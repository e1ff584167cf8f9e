/** `npm run house`: what each room weighs, printed. No number here fails a build. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { minifiedModules } from './minified-modules.ts';
import { branchesOf, tokensOf } from './weights.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['src', 'build', 'manifests', 'tests'];

interface Room {
  files: number;
  minified: number;
  tokens: number;
  branches: number;
}

/** `src/shell`, `build`: a room of the product is a folder of `src/`, or one beside it. */
function roomOf(path: string): string {
  const [folder = '', room = ''] = path.split('/');
  return folder === 'src' && !room.endsWith('.ts') ? `${folder}/${room}` : folder;
}

const row = (name: string, { files, minified: bytes, tokens, branches }: Room): string =>
  [name.padEnd(18), ...[files, bytes, tokens, branches].map((value) => String(value).padStart(10))].join('');
const sum = (some: readonly Room[]): Room => ({
  files: some.reduce((total, { files }) => total + files, 0),
  minified: some.reduce((total, { minified: bytes }) => total + bytes, 0),
  tokens: some.reduce((total, { tokens }) => total + tokens, 0),
  branches: some.reduce((total, { branches }) => total + branches, 0),
});

async function print(): Promise<void> {
  const rooms = new Map<string, Room>();
  const minified = await minifiedModules(ROOT);
  const listed = execFileSync('git', ['ls-files', ...FOLDERS], { cwd: ROOT, encoding: 'utf8' }).split('\n');
  for (const path of listed.filter((name) => name.endsWith('.ts'))) {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const room = rooms.get(roomOf(path)) ?? { files: 0, minified: 0, tokens: 0, branches: 0 };
    rooms.set(roomOf(path), {
      files: room.files + 1,
      minified: room.minified + (minified.get(path) ?? 0),
      tokens: room.tokens + tokensOf(text),
      branches: room.branches + branchesOf(text),
    });
  }
  console.log(['room'.padEnd(18), ...['files', 'minified', 'tokens', 'branches'].map((head) => head.padStart(10))].join(''));
  for (const [name, room] of [...rooms].sort(([, one], [, other]) => other.tokens - one.tokens)) console.log(row(name, room));
  console.log(row('product', sum([...rooms].flatMap(([name, room]) => (name === 'tests' ? [] : [room])))));
  console.log(
    '\nminified: bytes in the built packages and pages, each module once. tokens: of TypeScript, without comments.' +
      '\nbranches: branches, optional members and boolean parameters.',
  );
}

await new Command('house')
  .description(
    'Prints what each room of the project weighs: minified bytes in the built packages and pages, TypeScript tokens, and branches with optional members and boolean parameters.',
  )
  .action(print)
  .parseAsync();
