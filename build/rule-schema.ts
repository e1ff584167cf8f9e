/** How an author writes what makes a class (`earnedBy`) and the licence (`licence`): one rule, or several with the days from which on they hold; and how long it is valid. */
import * as z from 'zod';
import { outOfOrder, type Dated } from '../src/course/rule-periods.ts';
import { readLicenceRule, RuleSyntaxError } from '../src/course/read-licence-rule.ts';
import { readValidPeriod } from '../src/course/licence-validity.ts';
import { exerciseId, hints } from '../src/exercises/shared/schema-keys.ts';
import { say } from './say.ts';
import { message } from './schema-messages.ts';

/** A day that there is. */
export const day = z
  .string()
  .meta(hints({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }))
  .check((context) => {
    const { value } = context;
    const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
    if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return;
    context.issues.push({
      code: 'custom',
      input: value,
      message: message(say`Päivä ”${value}” ei kelpaa.`, say`Kirjoita päivä muodossa vuosi-kuukausi-päivä, esimerkiksi 2026-11-26.`),
    });
  });

const from = z.exactOptional(day.describe('The day from which on the rule holds; the first rule has none'));

/** `A1 and A2`. */
const licenceRule = z.string().transform((written, context) => {
  try {
    return readLicenceRule(written);
  } catch (error) {
    if (!(error instanceof RuleSyntaxError)) throw error;
    context.issues.push({
      code: 'custom',
      input: written,
      message: message(
        error.at === ''
          ? say`Ajokortin säännöstä ”${written}” puuttuu lopusta jotakin.`
          : say`Ajokortin säännössä ”${written}” on sana ”${error.at}”, joka ei voi olla siinä kohdassa.`,
        say`Kirjoita esimerkiksi: A1 and A2, A1 or A2, any 2 of B C D E tai A1 and (B or C).`,
      ),
    });
    return z.NEVER;
  }
});

/** Each but the first says from which day on it holds. */
const inOrder = z.check<readonly Dated[]>((context) => {
  const at = outOfOrder(context.value);
  if (at === undefined) return;
  context.issues.push({
    code: 'custom',
    input: context.value,
    path: [at],
    message: message(
      at === 0
        ? say`Ensimmäisellä säännöllä on päivä (from).`
        : say`Säännöltä puuttuu päivä (from), tai se ei ole myöhempi kuin edellisen säännön päivä.`,
      say`Ensimmäinen sääntö on voimassa alusta asti. Kirjoita muihin, mistä päivästä alkaen ne ovat voimassa, vanhin ensin.`,
    ),
  });
});

export const licenceRules = z.preprocess(
  (written) => (typeof written === 'string' ? [{ rule: written }] : written),
  z
    .array(z.strictObject({ from, rule: licenceRule.describe('A1 and A2, A1 or A2, any 2 of B C D E') }))
    .min(1)
    .meta(hints({ alsoWritten: 'text' }))
    .check(inOrder),
);

/** `3y`. */
export const validPeriod = z
  .string()
  .meta(hints({ pattern: '^[1-9]\\d{0,4}\\s*[ymd]$' }))
  .transform((written, context) => {
    const period = readValidPeriod(written);
    if (period) return period;
    context.issues.push({
      code: 'custom',
      input: written,
      message: message(
        say`Ajokortin voimassaoloaika ”${written}” ei kelpaa.`,
        say`Kirjoita vuodet (y), kuukaudet (m) tai päivät (d), enintään 100 vuotta: 3y, 18m tai 90d.`,
      ),
    });
    return z.NEVER;
  });

export const classRules = z.preprocess(
  (written) => (Array.isArray(written) ? (written as unknown[]) : [written]),
  z
    .array(
      z.strictObject({
        from,
        exercises: z.exactOptional(z.array(exerciseId).min(1).describe('Exercises that the class needs')),
        minimum: z.exactOptional(z.int().min(1).max(20).describe('How many items a list of them needs')),
      }),
    )
    .min(1)
    .meta(hints({ alsoWritten: 'item' }))
    .check(inOrder),
);
