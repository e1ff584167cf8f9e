/** The form of `content/course.yaml` and of the front matter of a chapter. What an exercise asks is in `src/exercises/<kind>/schema.ts`. */
import * as z from 'zod';
import { LONGEST_TITLE_IN_SCORM_12 } from '../manifests/identifiers.ts';
import type { CompleteWhen, Exercise, Overflow, StatusWhenComplete, Report } from '../src/course/course.ts';
import { LANGUAGES } from '../src/course/languages.ts';
import { lrsOrigin } from '../src/own-package/lrs-origin.ts';
import { everyKind } from './every-kind.ts';
import { classRules, day, licenceRules, validPeriod } from './rule-schema.ts';
import { classId, hints, id, localId, minutes, plain, text } from '../src/exercises/shared/schema-keys.ts';
import { message } from './schema-messages.ts';
import { say } from './say.ts';
import { themeSchema } from './theme-schema.ts';

/** The schema of each kind of exercise, out of the kind's own folder. */
const schemas = await Promise.all(everyKind.map(schemaOf));

async function schemaOf(kind: string): Promise<z.ZodObject<{ kind: z.ZodLiteral<string> }>> {
  const { schema } = (await import(new URL(`../src/exercises/${kind}/schema.ts`, import.meta.url).href)) as {
    readonly schema: z.ZodObject<{ kind: z.ZodLiteral<string> }>;
  };
  return schema;
}

/** One exercise as an author writes it; `task` is still Markdown. */
const exerciseSchema = z.discriminatedUnion('kind', schemas as [(typeof schemas)[number]]).transform((read) => read as unknown as Exercise);

/** The front matter of a chapter. */
export const chapterSchema = z.strictObject({
  // A chapter is in addresses only.
  id: id(/^[a-z][a-z0-9-]*$/, 'esipuhe', '-').describe('Id of the chapter in addresses: never changes'),
  sign: z.exactOptional(text.describe('The sign beside the title: a letter of the classes, or P')),
  title: text.describe('Heading of the chapter'),
  shortTitle: z.exactOptional(text.describe('A shorter title for the contents')),
  lead: z.exactOptional(text.describe('The line under the heading')),
  topic: z.exactOptional(text.describe('A word or two for what it is about, beside its minutes on the cover')),
  minutes: z.exactOptional(minutes),
  needs: z.exactOptional(text.describe('What the learner needs beside the course')),
  tomorrow: z.exactOptional(plain('tomorrow').describe('A question at the end: always private, and needed for nothing')),
  exercises: z.array(exerciseSchema).default([]).describe('The exercises; each stands in the text where ::: exercise and its id are'),
});

/** A text for every language, or one for all of them. */
const local = (one: typeof text) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? Object.fromEntries(LANGUAGES.map((language) => [language, value])) : value),
    z.strictObject({ fi: z.exactOptional(one), sv: z.exactOptional(one), en: z.exactOptional(one) }).meta(hints({ alsoWritten: 'text' })),
  );
const localText = local(text);
const courseTitle = local(text.max(LONGEST_TITLE_IN_SCORM_12));
export type LocalText = z.output<typeof localText>;

/** An absolute http(s) address without what would break addresses made below it, and without what no LRS takes in one (RFC 3987, 2.2). */
const courseIri = z.string().check((context) => {
  const isOdd = /[?#"<>\\^`{|}]|%(?![\da-f]{2})|\/$/i.test(context.value);
  if (/^https?:\/\/[\x21-\x7e]+$/.test(context.value) && URL.canParse(context.value) && !isOdd) return;
  context.issues.push({
    code: 'custom',
    input: context.value,
    message: message(
      say`Kurssin tunnus ”${context.value}” ei kelpaa.`,
      say`Kirjoita verkko-osoite, joka ei muutu, ilman loppukauttaviivaa: https://esimerkki.fi/kurssit/aspa-ajokortti`,
    ),
  });
});

/** As it may stand in a file's name and as an XML id. */
const courseName = id(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'asiakaspalvelu', '-');

const link = z
  .string()
  .meta(hints({ format: 'uri' }))
  .check((context) => {
    if (/^https?:\/\//.test(context.value) && URL.canParse(context.value)) return;
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: message(say`Linkki ”${context.value}” ei ole verkko-osoite.`, say`Kirjoita koko osoite, esimerkiksi https://www.akepike.fi`),
    });
  });

/** A host as an administrator writes it becomes an origin. */
const lrsHost = z.string().transform((written, context) => {
  const origin = lrsOrigin(written);
  if (origin !== undefined) return origin;
  context.issues.push({
    code: 'custom',
    input: written,
    message: message(
      say`LRS-palvelimen nimi ”${written}” ei kelpaa.`,
      say`Kirjoita pelkkä palvelimen nimi ilman polkua, esimerkiksi lrs.esimerkki.fi tai lrs.esimerkki.fi:8443.`,
    ),
  });
  return z.NEVER;
});

/** `content/course.yaml`. */
export const courseSchema = z.strictObject({
  id: courseIri.describe('Identifier of the course, a web address that never changes'),
  name: z.exactOptional(courseName.describe('Short name in file names and SCORM manifests: never changes')),
  title: courseTitle.describe('Name of the course: one for all languages, or one for each'),
  description: localText.describe('What the course is, in one sentence'),
  subject: z.exactOptional(localText.describe('What the licence is in, in few words: stands on the card in place of the title')),
  version: text.describe('Version of the content, raised when texts change'),
  publisher: localText.describe('Who publishes the course'),
  organization: z.exactOptional(text.describe('Who offers the course to learners')),
  contact: text.describe('Where to ask about the course: a web address, an e-mail address or a text'),
  authority: z.exactOptional(text.describe('Who supervises accessibility, with the address for complaints')),
  assessed: z.exactOptional(day.describe('Day of the accessibility statement: 2026-11-26')),
  gaps: z.exactOptional(z.array(text).describe('What is known not to be accessible')),
  languages: z.array(z.enum(LANGUAGES)).min(1).describe('Languages of the course, the main one first; each has a folder'),
  completeWhen: z
    .enum(['compulsory', 'all', 'learner'] satisfies readonly CompleteWhen[])
    .default('compulsory')
    .describe('When the LMS is told that the course is completed: with the licence, with all classes, or when the learner says so'),
  report: z
    .enum(['answers', 'completion'] satisfies readonly Report[])
    .default('answers')
    .describe('What leaves for the reports: answers and completion, or completion alone'),
  statusWhenComplete: z.exactOptional(
    z
      .enum(['completed', 'passed'] satisfies readonly StatusWhenComplete[])
      .describe('The word that a SCORM LMS is told; never changes once learners have begun'),
  ),
  wipesOnCompletion: z.exactOptional(
    z.boolean().describe('true: the LMS deletes answers at completion, so the course offers them as a file first'),
  ),
  overflow: z.exactOptional(
    z
      .enum(['pages', 'warn'] satisfies readonly Overflow[])
      .describe('SCORM 1.2 with little room: answers go into objectives too, or the learner is warned'),
  ),
  lrs: z.exactOptional(z.array(lrsHost).describe('Hosts of the learning record stores that answers may be sent to')),
  defaultLanguage: z.exactOptional(z.enum(LANGUAGES).describe('Language for learners whose LMS and browser ask for none that there is')),
  theme: z.exactOptional(themeSchema.describe('The look of whoever offers the course')),
  licence: z.exactOptional(licenceRules.describe('Which classes make the licence: A1 and A2, A1 or A2, any 2 of B C D E')),
  validFor: z.exactOptional(validPeriod.describe('How long a licence is valid: 3y, 18m, 90d; it does not expire without it')),
  classes: z
    .array(
      z.strictObject({
        id: classId,
        title: localText.describe('What the class is about'),
        compulsory: z.exactOptional(z.boolean().describe('true: the licence needs it, where there is no rule licence')),
        earnedBy: z.exactOptional(classRules.describe('What earns the class; all of its exercises without it')),
      }),
    )
    .min(1)
    .describe('The classes of the licence'),
  programmes: z
    .array(
      z.strictObject({
        id: localId,
        title: localText.describe('Name of the programme'),
        link: link.describe('Where the programme is'),
        aim: z.exactOptional(localText.describe('What is trained for')),
        steps: z.exactOptional(z.array(localText).min(1).describe('What to do, in order')),
        tips: z.exactOptional(z.array(localText).min(1).describe('What helps')),
        links: z.exactOptional(
          z
            .array(z.strictObject({ title: localText.describe('Name of the link'), link: link.describe('Where it leads') }))
            .min(1)
            .describe('Where to read on'),
        ),
      }),
    )
    .default([])
    .describe('Training programmes that the learner chooses from'),
  chapters: z.array(z.string().trim().min(1)).min(1).describe('Chapters in order: names of files without .md'),
  sources: z.exactOptional(
    z.array(z.string().trim().min(1)).describe('Texts that no sentence may be taken over from, as files in this folder'),
  ),
});

export type CourseFile = z.output<typeof courseSchema>;
export type ChapterFile = z.output<typeof chapterSchema>;
