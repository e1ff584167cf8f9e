/** A calendar of what expires: an event on the last valid day of each person's licence, for whoever has to remind her. */
import type { CompletionTable, PersonRow } from '../people/completion-table.ts';
import { titleIn } from '../licence-course.ts';
import { EXPIRING_DAYS } from '../people/licence-status.ts';
import { sha1 } from '../people/digests.ts';
import type { OutputsText } from '../text/outputs/outputs-text.ts';
import { writtenDay } from '../written-day.ts';
import { icsChunks, type CalendarEvent } from './ics-file.ts';

export interface IcsOptions {
  readonly text: OutputsText;
  readonly pseudonymous: boolean;
  /** Of people of one unit: what it is called. */
  readonly unit?: string;
}

export function icsOf(table: CompletionTable, { text, pseudonymous, unit }: IcsOptions): AsyncGenerator<string> {
  const all = text.calendar.name(titleIn(table.course, text.language));
  const name = unit === undefined ? all : `${all} – ${unit}`;
  return icsChunks({ name, language: text.language, asOf: table.asOf }, events(table, text, pseudonymous));
}

async function* events({ course, rows, asOf }: CompletionTable, text: OutputsText, pseudonymous: boolean): AsyncGenerator<CalendarEvent> {
  const known = new Set<string>();
  for (const row of rows) {
    if (row.expires === undefined) continue;
    const uid = await uidOf(row, course.id, known);
    yield {
      uid,
      day: row.expires,
      summary: text.calendar.expires(whoIs(row, pseudonymous)),
      description: details(row, text, pseudonymous),
      // One for what is over would be shown at once, for everybody in the file.
      ...(row.expires < asOf ? {} : { reminder: EXPIRING_DAYS }),
    };
  }
}

function whoIs({ person: { key, name, email, account } }: PersonRow, pseudonymous: boolean): string {
  return pseudonymous ? key : (name ?? email ?? account?.name ?? key);
}

function details({ person, licence, renewed, expires }: PersonRow, text: OutputsText, pseudonymous: boolean): string[] {
  const { columns } = text;
  const day = (value: string | undefined): string | undefined => (value === undefined ? undefined : writtenDay(value, text.language));
  const parts: [head: string, value: string | undefined][] = [
    ...(pseudonymous ? [] : ([[columns.employeeNumber, person.employeeNumber]] as [string, string | undefined][])),
    [columns.unit, person.unit],
    [columns.manager, person.manager],
    [columns.licence, day(licence?.day)],
    [columns.renewed, day(renewed?.day)],
    [columns.expires, day(expires)],
  ];
  return parts.flatMap(([head, value]) => (value === undefined ? [] : [`${head}: ${value}`]));
}

/**
 * The same for a person and this licence in every file, also once the licence was renewed: her event moves to its new day.
 * @param known those of this file; two people who are known by the same name only are told apart in the order of the table
 */
async function uidOf({ person }: PersonRow, course: string, known: Set<string>): Promise<string> {
  const digest = await sha1(`${course} ${person.key}`);
  const host = new URL(course).hostname || 'aspa-ajokortti';
  let uid = `${digest}@${host}`;
  for (let number = 2; known.has(uid); number++) uid = `${digest}-${number}@${host}`;
  known.add(uid);
  return uid;
}
