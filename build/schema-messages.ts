/** What zod finds, in an author's words. Where in the file it stands: `yaml-block.ts`. */
import { isLanguage } from '../src/course/languages.ts';
import type * as z from 'zod';
import type { ValueFault } from '../src/exercises/shared/schema-keys.ts';
import { nearest } from './nearest.ts';
import { say } from './say.ts';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

/** zod carries a message as one string: what is wrong, and what to write instead, with a line end between them. */
export function message(what: string, instead: string): string {
  return `${what}\n${instead}`;
}

/** @returns the two sentences of a message made by `message`. */
export function sentences(text: string): { what: string; instead: string } {
  const [what = '', instead = ''] = text.split('\n');
  return { what, instead };
}

/** zod's error map: one message for each key of an issue, so an issue of several keys gets them one line pair after another. */
export function explain(issue: RawIssue): string | undefined {
  // A text that is the same in all languages is read as one for each, and its author knows of none of them.
  const key = issue.path?.findLast((step): step is string => typeof step === 'string' && !isLanguage(step)) ?? '';
  switch (issue.code) {
    case 'invalid_type':
      return explainType(key, issue.expected, issue.input);
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => explainUnknownKey(unknown, keysOf(issue.inst))).join('\n');
    case 'invalid_union':
      return explainUnion(key, issue);
    case 'invalid_value':
      return explainValue(key, issue.input, issue.values.map(String));
    case 'too_small':
      return issue.origin === 'string'
        ? message(say`Avain ”${key}” on tyhjä.`, say`Kirjoita avaimelle ”${key}” sisältö.`)
        : issue.origin === 'array'
          ? message(say`Luettelossa ”${key}” on liian vähän kohtia.`, say`Lisää kohtia: niitä on oltava vähintään ${issue.minimum}.`)
          : message(say`Luku avaimessa ”${key}” on liian pieni.`, say`Kirjoita luku, joka on vähintään ${issue.minimum}.`);
    case 'too_big':
      return issue.origin === 'string'
        ? message(say`Teksti avaimessa ”${key}” on liian pitkä.`, say`Lyhennä teksti enintään ${issue.maximum} merkkiin.`)
        : message(say`Luku avaimessa ”${key}” on liian suuri.`, say`Kirjoita luku, joka on enintään ${issue.maximum}.`);
    case 'custom':
      return issue.params && explainFault(String(issue.input), issue.params as ValueFault);
    default:
      return undefined;
  }
}

function explainFault(value: string, fault: ValueFault): string {
  if (fault.fault === 'link') {
    return message(
      say`Tässä ei voi olla linkkiä: se näkyisi kurssilla merkkeinä.`,
      say`Kirjoita linkki osion tekstiin tai tehtävän avaimeen ”task”.`,
    );
  }
  const odd = [...value].find((character) => !/[\w.]/.test(character));
  return message(
    odd === undefined
      ? say`Tunnus ”${value}” ei ole oikeaa muotoa.`
      : say`Tunnus ”${value}” sisältää merkin ”${odd}”, jota tunnuksessa ei voi olla.`,
    fault.joiner === '_'
      ? say`Käytä kirjaimia a–z, numeroita ja alaviivaa, esimerkiksi ”${fault.example}”.`
      : say`Käytä kirjaimia a–z, numeroita ja yhdysmerkkiä, esimerkiksi ”${fault.example}”.`,
  );
}

function explainType(key: string, expected: string, input: unknown): string {
  if (input === undefined) return message(say`Avain ”${key}” puuttuu.`, say`Lisää rivi ”${key}: …” tähän kohtaan samalle sisennykselle.`);
  if (input === null && key !== '')
    return message(say`Avain ”${key}” on tyhjä.`, say`Kirjoita avaimelle ”${key}” sisältö tai poista rivi.`);
  switch (expected) {
    case 'string':
      return typeof input === 'object'
        ? message(
            say`Avaimen ”${key}” kuuluu olla teksti.`,
            say`Kirjoita teksti samalle riville. Jos tekstissä on kaksoispiste tai se alkaa merkillä [ tai {, pane se lainausmerkkeihin.`,
          )
        : message(
            typeof input === 'number'
              ? say`Avaimen ”${key}” kuuluu olla teksti, mutta arvo tulkitaan luvuksi.`
              : say`Avaimen ”${key}” kuuluu olla teksti, mutta arvo tulkitaan kyllä/ei-arvoksi.`,
            say`Pane arvo lainausmerkkeihin: ${key}: "…"`,
          );
    case 'number':
    case 'int':
      return message(say`Avaimen ”${key}” kuuluu olla luku.`, say`Kirjoita kokonaisluku ilman lainausmerkkejä, esimerkiksi ${key}: 3`);
    case 'boolean':
      return message(say`Avaimen ”${key}” kuuluu olla true tai false.`, say`Kirjoita ${key}: true tai ${key}: false`);
    case 'array':
      return message(say`Avaimen ”${key}” kuuluu olla luettelo.`, say`Kirjoita kohdat omille riveilleen ja jokaisen alkuun ”- ”.`);
    default:
      return message(
        key === '' ? say`Tässä kuuluu olla avaimia ja niiden arvoja.` : say`Kohdassa ”${key}” kuuluu olla avaimia ja niiden arvoja.`,
        say`Kirjoita sisennetyille riveille avaimet muodossa ”avain: arvo”.`,
      );
  }
}

function explainUnknownKey(unknown: string, known: readonly string[]): string {
  const near = nearest(unknown, known);
  const all = say`Tässä voivat olla: ${known.join(', ')}.`;
  return message(say`Avainta ”${unknown}” ei tunneta.`, near ? say`Tarkoititko ”${near}”? ${all}` : all);
}

function explainUnion(key: string, issue: RawIssue & { readonly code: 'invalid_union' }): string | undefined {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : undefined;
  if (!options) return undefined;
  const input = issue.input;
  const value = typeof input === 'object' && input !== null && key in input ? (input as Record<string, unknown>)[key] : undefined;
  if (value === undefined || value === null) {
    return message(say`Avain ”${key}” puuttuu.`, say`Lisää rivi ”${key}: …”. Vaihtoehdot: ${options.join(', ')}.`);
  }
  return explainValue(key, value, options);
}

function explainValue(key: string, value: unknown, options: readonly string[]): string {
  if (value === undefined) return message(say`Avain ”${key}” puuttuu.`, say`Lisää rivi ”${key}: …”. Vaihtoehdot: ${options.join(', ')}.`);
  const near = nearest(String(value), options);
  const all = say`Vaihtoehdot: ${options.join(', ')}.`;
  return message(say`Arvoa ”${String(value)}” ei tunneta avaimessa ”${key}”.`, near ? say`Tarkoititko ”${near}”? ${all}` : all);
}

function keysOf(schema: unknown): string[] {
  const shape = (schema as Partial<z.ZodObject> | undefined)?.shape;
  return shape ? Object.keys(shape) : [];
}
