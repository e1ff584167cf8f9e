/** The course whose completions are collected, as its own `course.yaml` says it: identifier, classes and the licence's rule. */
import { parse } from 'yaml';
import { z } from 'zod';
import type { Course } from '../course/course.ts';
import { RecordsError } from './records-error.ts';

export type LicenceCourse = Pick<Course, 'id' | 'title' | 'language' | 'classes' | 'completeWhen'>;

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

/**
 * @param text of a `course.yaml`
 * @param path for messages
 * @throws RecordsError usage
 */
export function parseLicenceCourse(text: string, path: string): LicenceCourse {
  try {
    const { languages, ...course } = schema.parse(parse(text));
    return { ...course, language: languages[0] ?? 'fi' };
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : String(error);
    throw new RecordsError('usage', `The course ${path} is not understood: ${reason}`, 'Mend course.yaml.', { cause: error });
  }
}
