/** The course whose completions are collected, as its own `course.yaml` says it: identifier, classes and the licence's rule. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Course } from '../course/course.ts';
import { RecordsError } from './records-error.ts';

export type LicenceCourse = Pick<Course, 'id' | 'title' | 'language' | 'classes' | 'completeWhen'>;

/** This project's own course. */
export const OWN_COURSE = fileURLToPath(new URL('../../content/course.yaml', import.meta.url));

const schema = z.object({
  id: z.url(),
  title: z.string().min(1),
  /** The first is the one that the file itself is written in. */
  languages: z.array(z.enum(['fi', 'sv', 'en'])).default(['fi']),
  completeWhen: z.enum(['compulsory', 'all', 'learner']).default('compulsory'),
  classes: z
    .array(z.object({ id: z.string().regex(/^[A-Z][A-Z0-9]*$/), title: z.string(), compulsory: z.boolean().default(false) }))
    .min(1),
});

/** @throws RecordsError usage */
export async function readLicenceCourse(path: string): Promise<LicenceCourse> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new RecordsError('usage', `The course ${path} cannot be read.`, 'Give the path of its course.yaml with --course-file.', {
      cause: error,
    });
  }
  try {
    const { languages, ...course } = schema.parse(parse(text));
    return { ...course, language: languages[0] ?? 'fi' };
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : String(error);
    throw new RecordsError('usage', `The course ${path} is not understood: ${reason}`, 'Mend course.yaml.', { cause: error });
  }
}
