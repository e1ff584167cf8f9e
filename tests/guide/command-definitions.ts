/** What the project's own programs take, as each says itself: `--help` is made of what it reads. */
import packageFile from '../../package.json' with { type: 'json' };
import { runProgram } from '../programs/run-program.ts';

const scripts: Readonly<Partial<Record<string, string>>> = packageFile.scripts;

export interface Definition {
  readonly options: ReadonlyMap<string, OptionDefinition>;
  /** Fewest and most words that are no option. */
  readonly fewest: number;
  readonly most: number;
  readonly commands: readonly string[];
}

export interface OptionDefinition {
  readonly takesValue: boolean;
  readonly mayStandAlone: boolean;
  /** Undefined where it may be anything. */
  readonly choices?: readonly string[];
}

/** The program behind a script of package.json; undefined where it is not ours, and null where there is no such script. */
export function programOf(script: string): string | undefined | null {
  const command = scripts[script];
  if (command === undefined) return null;
  return /tsx (?:\S+ )*?(\S+\.cli\.ts)$/.exec(command)?.[1];
}

const known = new Map<string, Promise<Definition>>();

export function definitionOf(program: string, subcommand?: string): Promise<Definition> {
  const name = [program, subcommand].join(' ');
  const found = known.get(name) ?? asked(program, subcommand);
  known.set(name, found);
  return found;
}

async function asked(program: string, subcommand: string | undefined): Promise<Definition> {
  const { stdout: help } = await runProgram(program, [...(subcommand === undefined ? [] : [subcommand]), '--help']);
  // What does not fit into a line goes on below it.
  const stdout = help.replaceAll(/\n {6,}/g, ' ');
  const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)( [<[][^>\]]+[>\]])?(.*)$/gm)].map(
    ([, name = '', value, about = '']) =>
      [name, { takesValue: value !== undefined, mayStandAlone: value?.startsWith(' [') ?? false, ...choicesIn(about) }] as const,
  );
  const usage = /^Usage: (.+)$/m.exec(stdout)?.[1] ?? '';
  const required = [...usage.matchAll(/<[^>]+>/g)].length;
  const optional = [...usage.matchAll(/\[(?!options\]|command\])[^\]]+\]/g)].length;
  const commands = [...(/^Commands:\n((?: {2}.*\n?)+)/m.exec(stdout)?.[1] ?? '').matchAll(/^ {2}(\w+)/gm)].map(([, name = '']) => name);
  return { options: new Map(options), fewest: required, most: required + optional, commands: commands.filter((name) => name !== 'help') };
}

function choicesIn(about: string): Pick<OptionDefinition, 'choices'> {
  const [, list] = /\(choices: ([^)]+)\)/.exec(about) ?? [];
  return list === undefined ? {} : { choices: [...list.matchAll(/"([^"]+)"/g)].map(([, choice = '']) => choice) };
}
