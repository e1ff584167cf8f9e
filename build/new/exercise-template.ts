/** The exercises that a new one can begin as: one of each kind, out of the kind's own folder. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../src/course/course.ts';
import { readIfThere } from '../content-file.ts';
import { everyKind } from '../every-kind.ts';

export interface ExerciseTemplate {
  readonly kind: string;
  /** What the kind asks, in a few words of the author's language. */
  readonly about: string;
  /** With an id and classes of its own. */
  readonly text: string;
}

/** As a template has them, in every language. */
const [ID, CLASSES] = ['  id: osio.tehtava\n', '  classes: []\n'] as const;

/** One of each kind, in this language; in Finnish where the kind has none in it. */
export function exerciseTemplates(language: Language): Promise<ExerciseTemplate[]> {
  return Promise.all(everyKind.map((kind) => exerciseTemplate(kind, language)));
}

/** @throws Error where a kind has no template, or one that nothing can be filled in */
export async function exerciseTemplate(kind: string, language: Language): Promise<ExerciseTemplate> {
  const named = (name: string): string => fileURLToPath(new URL(`../../src/exercises/${kind}/${name}`, import.meta.url));
  const own = await readIfThere(named(`template.${language}.yaml`));
  const whole = own?.toString('utf8') ?? (await readFile(named('template.yaml'), 'utf8'));
  const [, about, text] = /^# (.+)\n([^]+)$/.exec(whole) ?? [];
  if (about === undefined || text === undefined || !text.includes(ID) || !text.includes(CLASSES))
    throw new Error(`The template of ${kind} needs a first line that says what the kind asks, an id and classes.`);
  return { kind, about, text };
}

/** @returns the item as it is written into a chapter */
export function filledTemplate({ text }: ExerciseTemplate, id: string, classes: readonly string[]): string {
  return text.replace(ID, () => `  id: ${id}\n`).replace(CLASSES, () => `  classes: [${classes.join(', ')}]\n`);
}
