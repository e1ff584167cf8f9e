/**
 * The form of `content/course.yaml` and of the front matter of a chapter. The kinds of exercise follow `src/course/course.ts` key by
 * key; where an author writes less than the course holds (a question's id that is its key's name, a bare label), it is added here.
 */
import * as z from 'zod';
import type { CompleteWhen, Exercise, ExerciseKind, Language, Overflow, StatusWhenComplete, Report } from '../src/course/course.ts';
import { message } from './schema-messages.ts';

const text = z
  .string()
  .trim()
  .min(1)
  .check((context) => {
    if (!/\]\(/.test(context.value)) return;
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: message(
        'Tässä ei voi olla linkkiä: se näkyisi kurssilla merkkeinä.',
        'Kirjoita linkki osion tekstiin tai tehtävän avaimeen ”task”.',
      ),
    });
  });
/** `task`: the one text in the front matter that is Markdown. */
const markdown = z.string().trim().min(1);
const languages = ['fi', 'sv', 'en'] as const satisfies readonly Language[];

/**
 * Ids never change and are read by people in an LMS's reports: ASCII letters, digits and underscores, a letter first. No hyphen: Moodle takes
 * a SCORM 2004 response with one for no identifier at all and stores nothing (`^[\w.]{1,250}$`, 406).
 */
function id(pattern: RegExp, example: string, joiner = 'alaviivaa'): z.ZodType<string> {
  return z.string().check((context) => {
    if (pattern.test(context.value)) return;
    const odd = [...context.value].find((character) => !/[\w.]/.test(character));
    const reason = odd === undefined ? 'ei ole oikeaa muotoa' : `sisältää merkin ”${odd}”, jota tunnuksessa ei voi olla`;
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: message(`Tunnus ”${context.value}” ${reason}.`, `Käytä kirjaimia a–z, numeroita ja ${joiner}, esimerkiksi ”${example}”.`),
    });
  });
}

const localId = id(/^[a-zA-Z][a-zA-Z0-9_]*$/, 'oma_tunnus');
const exerciseId = id(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/, 'b.channels');
const classId = id(/^[A-Z][A-Z0-9]*$/, 'A1');

const option = z.strictObject({ id: localId, label: text, help: z.exactOptional(text) });
const options = z.array(option).min(1);

const questionKeys = {
  label: text,
  help: z.exactOptional(text),
  example: z.exactOptional(text),
  optional: z.exactOptional(z.boolean()),
  private: z.exactOptional(z.boolean()),
  maxLength: z.exactOptional(z.int().min(1).max(10_000)),
};

/** A good answer, and two or three questions to ask of one's own. */
const comparison = z.strictObject({ answer: text, criteria: z.array(text).min(2).max(3) });

/** A question in a list carries its own id. */
const question = z.strictObject({ id: localId, ...questionKeys });
const questions = z.array(question).min(1);

/** A question under a fixed key: a bare label or a mapping, with the key's name as its id. */
function fixedQuestion<Id extends string, More extends z.core.$ZodLooseShape>(key: Id, more: More) {
  const mapping = z.strictObject({ ...questionKeys, ...more });
  return z.preprocess(
    (value) => (typeof value === 'string' ? { label: value } : value),
    mapping.transform((keys) => ({ id: key, ...keys })),
  );
}
const plain = <Id extends string>(key: Id) => fixedQuestion(key, {});

const scale = z.strictObject({
  label: text,
  help: z.exactOptional(text),
  note: text,
  steps: z.array(option).min(2),
  private: z.exactOptional(z.boolean()),
});

function picks<Id extends string>(key: Id) {
  return z.strictObject({ label: text, options }).transform((keys) => ({ id: key, ...keys }));
}

const minutes = z.int().min(1).max(600);

function exercise<Kind extends ExerciseKind, Keys extends z.core.$ZodLooseShape>(kind: Kind, keys: Keys) {
  return z.strictObject({
    kind: z.literal(kind),
    id: exerciseId,
    title: text,
    why: text,
    task: markdown,
    minutes: z.exactOptional(minutes),
    classes: z.array(classId).default([]),
    ...keys,
  });
}

const minimum = z.int().min(0).max(20);

/** One exercise as an author writes it; `task` is still Markdown. */
export const exerciseSchema = z.discriminatedUnion('kind', [
  exercise('training-programme', {
    programmeLabel: text,
    ideas: z.exactOptional(z.strictObject({ label: text, source: text, items: z.array(text).min(1) })),
    log: z.strictObject({
      label: text,
      add: text,
      date: plain('date'),
      what: plain('what'),
      touched: plain('touched'),
      noticed: plain('noticed'),
    }),
    agreed: plain('agreed'),
  }),
  exercise('channel-assessment', {
    channelLabel: text,
    channels: z.array(option.extend({ several: z.exactOptional(z.strictObject({ name: text, add: text })) })).min(1),
    skill: scale,
    presence: scale,
    development: plain('development'),
    help: plain('help'),
  }),
  exercise('colleague-strengths', {
    talk: plain('talk'),
    strengths: z.strictObject({ label: text, add: text, minimum, strength: plain('strength') }),
    presenting: plain('presenting'),
    meaning: plain('meaning'),
  }),
  exercise('user-ideas', {
    ideasLabel: text,
    add: text,
    minimum,
    privacy: text,
    who: fixedQuestion('who', { suggestions: z.array(text).default([]) }),
    channel: fixedQuestion('channel', { options }),
    sort: fixedQuestion('sort', { options }),
    what: plain('what'),
    response: plain('response'),
  }),
  exercise('service-path', {
    group: plain('group'),
    channels: fixedQuestion('channels', { options }),
    contact: fixedQuestion('contact', { options }),
    phases: z.array(z.strictObject({ id: localId, label: text, steps: questions })).min(1),
    marks: z.array(option.extend({ note: text })).min(1),
  }),
  exercise('stakeholder-map', {
    centre: text,
    compare: z.exactOptional(comparison),
    branches: z.array(z.strictObject({ id: localId, label: text, shortLabel: text, add: z.exactOptional(text) })).min(1),
  }),
  exercise('reflection', { questions: z.array(question.extend({ compare: z.exactOptional(comparison) })).min(1) }),
  exercise('customer-profiles', {
    profilesLabel: text,
    add: text,
    minimum,
    name: plain('name'),
    ways: plain('ways'),
    channels: plain('channels'),
    ensuring: plain('ensuring'),
  }),
  exercise('orientation-guide', {
    heading: plain('heading'),
    text: plain('text'),
    summary: text,
    notice: picks('notice'),
    act: picks('act'),
  }),
]);

/** The front matter of a chapter. */
export const chapterSchema = z.strictObject({
  // A chapter is in addresses only.
  id: id(/^[a-z][a-z0-9-]*$/, 'esipuhe', 'yhdysmerkkiä'),
  sign: z.exactOptional(text),
  title: text,
  shortTitle: z.exactOptional(text),
  lead: z.exactOptional(text),
  minutes: z.exactOptional(minutes),
  needs: z.exactOptional(text),
  exercises: z.array(exerciseSchema).default([]),
});

/** A text for every language, or one for all of them. */
const local = (one: typeof text) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? Object.fromEntries(languages.map((language) => [language, value])) : value),
    z.strictObject({ fi: z.exactOptional(one), sv: z.exactOptional(one), en: z.exactOptional(one) }),
  );
const localText = local(text);
/** SCORM 1.2's schema takes no longer title (`imscp_rootv1p1p2.xsd`). */
const courseTitle = local(text.max(200));
export type LocalText = z.output<typeof localText>;

/** An absolute http(s) address without what would break addresses made below it. */
const courseIri = z.string().check((context) => {
  if (/^https?:\/\/[\x21-\x7e]+$/.test(context.value) && URL.canParse(context.value) && !/[?#]|\/$/.test(context.value)) return;
  context.issues.push({
    code: 'custom',
    input: context.value,
    message: message(
      `Kurssin tunnus ”${context.value}” ei kelpaa.`,
      'Kirjoita verkko-osoite, joka ei muutu, ilman loppukauttaviivaa: https://esimerkki.fi/kurssit/aspa-ajokortti',
    ),
  });
});

const link = z.string().check((context) => {
  if (/^https?:\/\//.test(context.value) && URL.canParse(context.value)) return;
  context.issues.push({
    code: 'custom',
    input: context.value,
    message: message(`Linkki ”${context.value}” ei ole verkko-osoite.`, 'Kirjoita koko osoite, esimerkiksi https://www.akepike.fi'),
  });
});

/** A host as an administrator writes it: with its port where that is not the usual one, with `http://` where it has no https. Becomes an origin. */
const lrsHost = z.string().transform((written, context) => {
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  if (/^https?:\/\/[a-z0-9.-]+(:\d+)?\/?$/i.test(address) && URL.canParse(address)) return new URL(address).origin;
  context.issues.push({
    code: 'custom',
    input: written,
    message: message(
      `LRS-palvelimen nimi ”${written}” ei kelpaa.`,
      'Kirjoita pelkkä palvelimen nimi ilman polkua, esimerkiksi lrs.esimerkki.fi tai lrs.esimerkki.fi:8443.',
    ),
  });
  return z.NEVER;
});

/** `content/course.yaml`. */
export const courseSchema = z.strictObject({
  id: courseIri,
  title: courseTitle,
  description: localText,
  version: text,
  publisher: text,
  contact: text,
  languages: z.array(z.enum(languages)).min(1),
  completeWhen: z.enum(['compulsory', 'all', 'learner'] satisfies readonly CompleteWhen[]).default('compulsory'),
  report: z.enum(['answers', 'completion'] satisfies readonly Report[]).default('answers'),
  statusWhenComplete: z.exactOptional(z.enum(['completed', 'passed'] satisfies readonly StatusWhenComplete[])),
  wipesOnCompletion: z.exactOptional(z.boolean()),
  overflow: z.exactOptional(z.enum(['pages', 'warn'] satisfies readonly Overflow[])),
  lrs: z.exactOptional(z.array(lrsHost)),
  classes: z.array(z.strictObject({ id: classId, title: localText, compulsory: z.boolean() })).min(1),
  programmes: z
    .array(
      z.strictObject({
        id: localId,
        title: localText,
        link,
        aim: z.exactOptional(localText),
        steps: z.exactOptional(z.array(localText).min(1)),
        tips: z.exactOptional(z.array(localText).min(1)),
        links: z.exactOptional(z.array(z.strictObject({ title: localText, link })).min(1)),
      }),
    )
    .min(1),
  chapters: z.array(z.string().trim().min(1)).min(1),
});

export type CourseFile = z.output<typeof courseSchema>;
export type ChapterFile = z.output<typeof chapterSchema>;

/** Holds the schema to the types: an exercise as read, its Markdown apart, is an exercise of the course. */
export const asExercise = (read: z.output<typeof exerciseSchema>, task: string): Exercise => ({ ...read, task });
