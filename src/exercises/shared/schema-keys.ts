/**
 * What the schemas of exercises are made of. The build alone runs these; the course takes their types, and so no schema is in a bundle. Where an
 * author writes less than the course holds (a question's id that is its key's name, a bare label), it is added here.
 */
import * as z from 'zod';
import { LARGEST_MAX_LENGTH } from '../../fields/text/definition.ts';

/** What is wrong with a value, for the build to put into an author's words (`build/schema-messages.ts`). */
export type ValueFault =
  | { readonly fault: 'link' }
  | { readonly fault: 'id'; readonly example: string; /** What may stand between its words. */ readonly joiner: '_' | '-' };

const faulty = (input: string, params: ValueFault): z.core.$ZodRawIssue => ({ code: 'custom', input, params });

export const text = z
  .string()
  .trim()
  .min(1)
  .check((context) => {
    if (!/\]\(/.test(context.value)) return;
    context.issues.push(faulty(context.value, { fault: 'link' }));
  });
/** What a schema says to an editor beyond what it checks (`build/content-schemas.ts`). */
export interface EditorHints {
  /** The value may be written shorter: as a bare text, or as one item in the place of a list. */
  readonly alsoWritten?: 'text' | 'item';
  readonly pattern?: string;
  readonly format?: 'uri';
}
export const hints = (given: EditorHints): Record<string, unknown> => ({ ...given });

/** `task`: the one text in the front matter that is Markdown. */
const markdown = z.string().trim().min(1);

/**
 * Ids never change and are read by people in an LMS's reports: ASCII letters, digits and underscores, a letter first. No hyphen: Moodle takes
 * a SCORM 2004 response with one for no identifier at all and stores nothing (`^[\w.]{1,250}$`, 406).
 */
export function id(pattern: RegExp, example: string, joiner: '_' | '-' = '_'): z.ZodType<string> {
  return z
    .string()
    .check((context) => {
      if (!pattern.test(context.value)) context.issues.push(faulty(context.value, { fault: 'id', example, joiner }));
    })
    .meta(hints({ pattern: pattern.source }));
}

export const localId = id(/^[a-zA-Z][a-zA-Z0-9_]*$/, 'oma_tunnus').describe('Id that learners’ answers are found by: never changes');
export const classId = id(/^[A-Z][A-Z0-9]*$/, 'A1').describe('Id of a class, such as A1: never changes');
export const exerciseId = id(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/, 'b.channels').describe(
  'Id of an exercise, such as b.channels: never changes',
);

/** Something to pick from a list. */
export const option = z.strictObject({
  id: localId,
  label: text.describe('What the learner picks'),
  help: z.exactOptional(text.describe('A short hint below it')),
});
export const options = z.array(option).min(1).describe('What can be picked');

const questionKeys = {
  label: text.describe('The question'),
  help: z.exactOptional(text.describe('A short hint below the question')),
  /** Shown behind "näytä esimerkki". */
  example: z.exactOptional(text.describe('An example of an answer, which opens from a link')),
  optional: z.exactOptional(z.boolean().describe('true: the exercise is done without an answer')),
  /** Never leaves the learner's own state, whatever the standard. */
  private: z.exactOptional(z.boolean().describe('true: the answer does not go into the reports')),
  /** In UTF-16 units. */
  maxLength: z.exactOptional(z.int().min(1).max(LARGEST_MAX_LENGTH).describe('Longest answer in characters; 4,000 without it')),
};

/** A question answered in the learner's own words; in a list it carries its own id, which is local to its exercise, list or row. */
export const question = z.strictObject({ id: localId, ...questionKeys });
export const questions = z.array(question).min(1).describe('What is asked, in order');

/** What a learner sees once she has answered: a good answer, and two or three questions to ask of her own. */
export const comparison = z
  .strictObject({
    answer: text.describe('A good answer'),
    criteria: z.array(text).min(2).max(3).describe('Two or three questions about one’s own answer'),
  })
  .describe('Shown once the learner has answered');

/** A question under a fixed key: a bare label or a mapping, with the key's name as its id. */
export function fixedQuestion<Id extends string, More extends z.core.$ZodLooseShape>(key: Id, more: More) {
  const mapping = z.strictObject({ ...questionKeys, ...more }).meta(hints({ alsoWritten: 'text' }));
  return z.preprocess(
    (value) => (typeof value === 'string' ? { label: value } : value),
    mapping.transform((keys) => ({ id: key, ...keys })),
  );
}
export const plain = <Id extends string>(key: Id) => fixedQuestion(key, {});

/** Worded steps, weakest first, and the label of the note beside them. */
export const scale = z.strictObject({
  label: text.describe('The question'),
  help: z.exactOptional(text.describe('A short hint below the question')),
  note: text.describe('Label of the note beside the steps'),
  steps: z.array(option).min(2).describe('Worded steps, weakest first'),
  private: z.exactOptional(z.boolean().describe('true: the answer does not go into the reports')),
});

export function picks<Id extends string>(key: Id) {
  return z.strictObject({ label: text.describe('The question'), options }).transform((keys) => ({ id: key, ...keys }));
}

/** Fewest items to be done. */
export const minimum = z.int().min(0).max(20).describe('Fewest items for the exercise to be done');

export const minutes = z.int().min(1).max(600).describe('How long it takes, in minutes');

/** An exercise as an author writes it. */
export function exercise<Kind extends string, Keys extends z.core.$ZodLooseShape>(kind: Kind, keys: Keys) {
  return z.strictObject({
    kind: z.literal(kind).describe('What the exercise asks'),
    id: exerciseId,
    title: text.describe('Title of the exercise'),
    why: text.describe('Why the exercise matters, in one sentence'),
    task: markdown.describe('What to do, in Markdown'),
    minutes: z.exactOptional(minutes),
    /** None for the induction guide. */
    classes: z.array(classId).default([]).describe('The classes that are earned by it'),
    ...keys,
  });
}
