/**
 * What the schemas of exercises are made of. The build alone runs these; the course takes their types, and so no schema is in a bundle. Where an
 * author writes less than the course holds (a question's id that is its key's name, a bare label), it is added here.
 */
import * as z from 'zod';

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
/** `task`: the one text in the front matter that is Markdown. */
const markdown = z.string().trim().min(1);

/**
 * Ids never change and are read by people in an LMS's reports: ASCII letters, digits and underscores, a letter first. No hyphen: Moodle takes
 * a SCORM 2004 response with one for no identifier at all and stores nothing (`^[\w.]{1,250}$`, 406).
 */
export function id(pattern: RegExp, example: string, joiner: '_' | '-' = '_'): z.ZodType<string> {
  return z.string().check((context) => {
    if (!pattern.test(context.value)) context.issues.push(faulty(context.value, { fault: 'id', example, joiner }));
  });
}

export const localId = id(/^[a-zA-Z][a-zA-Z0-9_]*$/, 'oma_tunnus');
export const classId = id(/^[A-Z][A-Z0-9]*$/, 'A1');
export const exerciseId = id(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/, 'b.channels');

/** Something to pick from a list. */
export const option = z.strictObject({ id: localId, label: text, help: z.exactOptional(text) });
export const options = z.array(option).min(1);

const questionKeys = {
  label: text,
  help: z.exactOptional(text),
  /** Shown behind "näytä esimerkki". */
  example: z.exactOptional(text),
  /** Asked, but not needed to be done with the exercise. */
  optional: z.exactOptional(z.boolean()),
  /** Never leaves the learner's own state, whatever the standard. */
  private: z.exactOptional(z.boolean()),
  /** Longest answer in characters (UTF-16 units); 4,000 where the content gives none. */
  maxLength: z.exactOptional(z.int().min(1).max(10_000)),
};

/** A question answered in the learner's own words; in a list it carries its own id, which is local to its exercise, list or row. */
export const question = z.strictObject({ id: localId, ...questionKeys });
export const questions = z.array(question).min(1);

/** What a learner sees once she has answered: a good answer, and two or three questions to ask of her own. */
export const comparison = z.strictObject({ answer: text, criteria: z.array(text).min(2).max(3) });

/** A question under a fixed key: a bare label or a mapping, with the key's name as its id. */
export function fixedQuestion<Id extends string, More extends z.core.$ZodLooseShape>(key: Id, more: More) {
  const mapping = z.strictObject({ ...questionKeys, ...more });
  return z.preprocess(
    (value) => (typeof value === 'string' ? { label: value } : value),
    mapping.transform((keys) => ({ id: key, ...keys })),
  );
}
export const plain = <Id extends string>(key: Id) => fixedQuestion(key, {});

/** Worded steps, weakest first, and the label of the note beside them. */
export const scale = z.strictObject({
  label: text,
  help: z.exactOptional(text),
  note: text,
  steps: z.array(option).min(2),
  private: z.exactOptional(z.boolean()),
});

export function picks<Id extends string>(key: Id) {
  return z.strictObject({ label: text, options }).transform((keys) => ({ id: key, ...keys }));
}

/** Fewest items to be done. */
export const minimum = z.int().min(0).max(20);

export const minutes = z.int().min(1).max(600);

/** An exercise as an author writes it. */
export function exercise<Kind extends string, Keys extends z.core.$ZodLooseShape>(kind: Kind, keys: Keys) {
  return z.strictObject({
    kind: z.literal(kind),
    id: exerciseId,
    title: text,
    /** Why the exercise matters, in one sentence. */
    why: text,
    /** What to do. */
    task: markdown,
    /** How long it takes. */
    minutes: z.exactOptional(minutes),
    /** The classes that are earned by it; none for the induction guide. */
    classes: z.array(classId).default([]),
    ...keys,
  });
}
