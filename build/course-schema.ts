/** The form of `content/course.yaml` and of the front matter of a chapter. What an exercise asks is in `src/exercises/<kind>/schema.ts`. */
import * as z from 'zod';
import type { CompleteWhen, Exercise, Overflow, StatusWhenComplete, Report } from '../src/course/course.ts';
import { LANGUAGES } from '../src/course/languages.ts';
import * as kinds from '../src/exercises/kinds.ts';
import { lrsOrigin } from '../src/own-package/lrs-origin.ts';
import { nearestPassing, readColour, type ThemeColour } from '../src/theme/own-colours.ts';
import { classRules, day, licenceRules } from './rule-schema.ts';
import { classId, id, localId, minutes, plain, text } from '../src/exercises/shared/schema-keys.ts';
import { message } from './schema-messages.ts';
import { say } from './say.ts';

/** The schema of each kind of exercise, out of the kind's own folder. */
const schemas = await Promise.all(Object.values(kinds).map(({ kind }) => schemaOf(kind)));

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
  id: id(/^[a-z][a-z0-9-]*$/, 'esipuhe', '-'),
  sign: z.exactOptional(text),
  title: text,
  shortTitle: z.exactOptional(text),
  lead: z.exactOptional(text),
  minutes: z.exactOptional(minutes),
  needs: z.exactOptional(text),
  /** Asked at its end, always private, and needed for nothing. */
  tomorrow: z.exactOptional(plain('tomorrow')),
  exercises: z.array(exerciseSchema).default([]),
});

/** A text for every language, or one for all of them. */
const local = (one: typeof text) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? Object.fromEntries(LANGUAGES.map((language) => [language, value])) : value),
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
      say`Kurssin tunnus ”${context.value}” ei kelpaa.`,
      say`Kirjoita verkko-osoite, joka ei muutu, ilman loppukauttaviivaa: https://esimerkki.fi/kurssit/aspa-ajokortti`,
    ),
  });
});

/** As it may stand in a file's name and as an XML id. */
const courseName = id(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'asiakaspalvelu', '-');

const link = z.string().check((context) => {
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

/** A colour that is read where the course uses it. */
const themeColour = (name: ThemeColour) =>
  z.string().transform((written, context) => {
    const colour = readColour(written);
    const passing = colour && nearestPassing(name, colour);
    if (colour !== undefined && colour === passing) return colour;
    context.issues.push({
      code: 'custom',
      input: written,
      message:
        passing === undefined
          ? message(say`Väri ”${written}” ei kelpaa.`, say`Kirjoita väri lainausmerkeissä muodossa '#0c4a80'.`)
          : message(say`Väri ”${written}” ei erotu tarpeeksi (kontrasti alle 7:1).`, say`Lähin väri, joka erottuu: '${passing}'`),
    });
    return z.NEVER;
  });

/** `content/course.yaml`. */
export const courseSchema = z.strictObject({
  id: courseIri,
  name: z.exactOptional(courseName),
  title: courseTitle,
  description: localText,
  version: text,
  publisher: text,
  organization: z.exactOptional(text),
  contact: text,
  authority: z.exactOptional(text),
  assessed: z.exactOptional(day),
  gaps: z.exactOptional(z.array(text)),
  languages: z.array(z.enum(LANGUAGES)).min(1),
  completeWhen: z.enum(['compulsory', 'all', 'learner'] satisfies readonly CompleteWhen[]).default('compulsory'),
  report: z.enum(['answers', 'completion'] satisfies readonly Report[]).default('answers'),
  statusWhenComplete: z.exactOptional(z.enum(['completed', 'passed'] satisfies readonly StatusWhenComplete[])),
  wipesOnCompletion: z.exactOptional(z.boolean()),
  overflow: z.exactOptional(z.enum(['pages', 'warn'] satisfies readonly Overflow[])),
  lrs: z.exactOptional(z.array(lrsHost)),
  defaultLanguage: z.exactOptional(z.enum(LANGUAGES)),
  theme: z.exactOptional(
    z.strictObject({
      accent: z.exactOptional(themeColour('accent')),
      band: z.exactOptional(themeColour('band')),
      logo: z.exactOptional(z.strictObject({ file: text, alt: text })),
    }),
  ),
  licence: z.exactOptional(licenceRules),
  classes: z
    .array(
      z.strictObject({
        id: classId,
        title: localText,
        compulsory: z.exactOptional(z.boolean()),
        earnedBy: z.exactOptional(classRules),
      }),
    )
    .min(1),
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
    .default([]),
  chapters: z.array(z.string().trim().min(1)).min(1),
  sources: z.exactOptional(z.array(z.string().trim().min(1))),
});

export type CourseFile = z.output<typeof courseSchema>;
export type ChapterFile = z.output<typeof chapterSchema>;
