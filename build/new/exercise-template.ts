/** The exercises that a new one can begin as: one of each kind, out of the kind's own folder. */
import { readFile } from 'node:fs/promises';
import * as kinds from '../../src/exercises/kinds.ts';

export interface ExerciseTemplate {
  readonly kind: string;
  /** What the kind asks, in a few words of Finnish. */
  readonly about: string;
  /** With an id and classes of its own. */
  readonly text: string;
}

/** As `template.yaml` has them. */
const [ID, CLASSES] = ['  id: osio.tehtava\n', '  classes: []\n'] as const;

export function exerciseTemplates(): Promise<ExerciseTemplate[]> {
  return Promise.all(Object.values(kinds).map(({ kind }) => readTemplate(kind)));
}

/** @returns the item as it is written into a chapter */
export function filledTemplate({ text }: ExerciseTemplate, id: string, classes: readonly string[]): string {
  return text.replace(ID, () => `  id: ${id}\n`).replace(CLASSES, () => `  classes: [${classes.join(', ')}]\n`);
}

/** @throws Error where a kind has no template, or one that nothing can be filled in */
async function readTemplate(kind: string): Promise<ExerciseTemplate> {
  const whole = await readFile(new URL(`../../src/exercises/${kind}/template.yaml`, import.meta.url), 'utf8');
  const [, about, text] = /^# (.+)\n([^]+)$/.exec(whole) ?? [];
  if (about === undefined || text === undefined || !text.includes(ID) || !text.includes(CLASSES))
    throw new Error(`src/exercises/${kind}/template.yaml needs a first line that says what the kind asks, an id and classes.`);
  return { kind, about, text };
}
