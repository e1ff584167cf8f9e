/** What zod finds, in an author's words. */
import type * as z from 'zod';
import { message } from '../src/exercises/shared/schema-keys.ts';
import { nearest } from './nearest.ts';

const languages = ['fi', 'sv', 'en'];

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

/** @returns the two sentences of a message made by `message`. */
export function sentences(text: string): { what: string; instead: string } {
  const [what = '', instead = ''] = text.split('\n');
  return { what, instead };
}

/** zod's error map: one message for each key of an issue, so an issue of several keys gets them one line pair after another. */
export function explain(issue: RawIssue): string | undefined {
  // A text that is the same in all languages is read as one for each, and its author knows of none of them.
  const key = issue.path?.findLast((step): step is string => typeof step === 'string' && !languages.includes(step)) ?? '';
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
        ? message(`Avain ”${key}” on tyhjä.`, `Kirjoita avaimelle ”${key}” sisältö.`)
        : issue.origin === 'array'
          ? message(`Luettelossa ”${key}” on liian vähän kohtia.`, `Lisää kohtia: niitä on oltava vähintään ${issue.minimum}.`)
          : message(`Luku avaimessa ”${key}” on liian pieni.`, `Kirjoita luku, joka on vähintään ${issue.minimum}.`);
    case 'too_big':
      return issue.origin === 'string'
        ? message(`Teksti avaimessa ”${key}” on liian pitkä.`, `Lyhennä teksti enintään ${issue.maximum} merkkiin.`)
        : message(`Luku avaimessa ”${key}” on liian suuri.`, `Kirjoita luku, joka on enintään ${issue.maximum}.`);
    default:
      return undefined;
  }
}

function explainType(key: string, expected: string, input: unknown): string {
  if (input === undefined) return message(`Avain ”${key}” puuttuu.`, `Lisää rivi ”${key}: …” tähän kohtaan samalle sisennykselle.`);
  if (input === null && key !== '') return message(`Avain ”${key}” on tyhjä.`, `Kirjoita avaimelle ”${key}” sisältö tai poista rivi.`);
  switch (expected) {
    case 'string':
      return typeof input === 'object'
        ? message(
            `Avaimen ”${key}” kuuluu olla teksti.`,
            'Kirjoita teksti samalle riville. Jos tekstissä on kaksoispiste tai se alkaa merkillä [ tai {, pane se lainausmerkkeihin.',
          )
        : message(
            `Avaimen ”${key}” kuuluu olla teksti, mutta arvo tulkitaan ${typeof input === 'number' ? 'luvuksi' : 'kyllä/ei-arvoksi'}.`,
            `Pane arvo lainausmerkkeihin: ${key}: "…"`,
          );
    case 'number':
    case 'int':
      return message(`Avaimen ”${key}” kuuluu olla luku.`, `Kirjoita kokonaisluku ilman lainausmerkkejä, esimerkiksi ${key}: 3`);
    case 'boolean':
      return message(`Avaimen ”${key}” kuuluu olla true tai false.`, `Kirjoita ${key}: true tai ${key}: false`);
    case 'array':
      return message(`Avaimen ”${key}” kuuluu olla luettelo.`, 'Kirjoita kohdat omille riveilleen ja jokaisen alkuun ”- ”.');
    default:
      return message(
        key === '' ? 'Tässä kuuluu olla avaimia ja niiden arvoja.' : `Kohdassa ”${key}” kuuluu olla avaimia ja niiden arvoja.`,
        'Kirjoita sisennetyille riveille avaimet muodossa ”avain: arvo”.',
      );
  }
}

function explainUnknownKey(unknown: string, known: readonly string[]): string {
  const near = nearest(unknown, known);
  const all = `Tässä voivat olla: ${known.join(', ')}.`;
  return message(`Avainta ”${unknown}” ei tunneta.`, near ? `Tarkoititko ”${near}”? ${all}` : all);
}

function explainUnion(key: string, issue: RawIssue & { readonly code: 'invalid_union' }): string | undefined {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : undefined;
  if (!options) return undefined;
  const input = issue.input;
  const value = typeof input === 'object' && input !== null && key in input ? (input as Record<string, unknown>)[key] : undefined;
  if (value === undefined || value === null) {
    return message(`Avain ”${key}” puuttuu.`, `Lisää rivi ”${key}: …”. Vaihtoehdot: ${options.join(', ')}.`);
  }
  return explainValue(key, value, options);
}

function explainValue(key: string, value: unknown, options: readonly string[]): string {
  if (value === undefined) return message(`Avain ”${key}” puuttuu.`, `Lisää rivi ”${key}: …”. Vaihtoehdot: ${options.join(', ')}.`);
  const near = nearest(String(value), options);
  const all = `Vaihtoehdot: ${options.join(', ')}.`;
  return message(`Arvoa ”${String(value)}” ei tunneta avaimessa ”${key}”.`, near ? `Tarkoititko ”${near}”? ${all}` : all);
}

function keysOf(schema: unknown): string[] {
  const shape = (schema as Partial<z.ZodObject> | undefined)?.shape;
  return shape ? Object.keys(shape) : [];
}
