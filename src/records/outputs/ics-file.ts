/** A calendar file (RFC 5545) of all-day events, line by line. */

export interface CalendarEvent {
  /** The same in every file that tells of the same thing, and nowhere else: a calendar then changes the event in place of adding one. */
  readonly uid: string;
  /** `YYYY-MM-DD`; it takes that whole day. */
  readonly day: string;
  readonly summary: string;
  readonly description: readonly string[];
  /** Days before it on which the calendar reminds of it; undefined: it does not. */
  readonly reminder?: number;
}

export interface Calendar {
  readonly name: string;
  readonly language: string;
  /** Day of what is told, `YYYY-MM-DD`: of two files, calendars go by the later (RFC 5545, 3.8.7.2). */
  readonly asOf: string;
}

/** Octets of a line without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75;
/** Milliseconds. */
const DAY = 86_400_000;
const LINE_END = '\r\n';
const PRODUCT = '-//aspa-records//EN';

export async function* icsChunks(calendar: Calendar, events: AsyncIterable<CalendarEvent>): AsyncGenerator<string> {
  const { name } = calendar;
  yield lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    // RFC 7986, 5.1, and what Outlook and Google read.
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
  ]);
  let isEmpty = true;
  let block = '';
  for await (const event of events) {
    isEmpty = false;
    block += lines(eventLines(event, calendar));
    if (block.length > 65_536) {
      yield block;
      block = '';
    }
  }
  // A calendar must have a component (RFC 5545, 3.6); this one shows nothing.
  if (isEmpty) block = lines(EMPTY);
  yield block + lines(['END:VCALENDAR']);
}

function eventLines({ uid, day, summary, description, reminder }: CalendarEvent, { asOf, language }: Calendar): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${plain(asOf)}T000000Z`,
    // Some calendars leave an event as it is unless this number is higher (RFC 5545, 3.8.7.4).
    `SEQUENCE:${Date.parse(`${asOf}T00:00:00Z`) / DAY}`,
    `DTSTART;VALUE=DATE:${plain(day)}`,
    // The day after the last one (RFC 5545, 3.6.1).
    `DTEND;VALUE=DATE:${plain(dayAfter(day))}`,
    `SUMMARY;LANGUAGE=${language}:${escaped(summary)}`,
    `DESCRIPTION;LANGUAGE=${language}:${escaped(description.join('\n'))}`,
    // Names of people are no business of whoever sees a shared calendar, and nobody is busy all that day.
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    ...(reminder === undefined
      ? []
      : ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-P${reminder}D`, `DESCRIPTION:${escaped(summary)}`, 'END:VALARM']),
    'END:VEVENT',
  ];
}

const EMPTY = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function lines(contents: readonly string[]): string {
  return contents.map((line) => folded(line) + LINE_END).join('');
}

/** Lines that go on begin with a space, which counts (RFC 5545, 3.1). No letter is divided, though its octets might be. */
function folded(line: string): string {
  // No letter takes more than three octets for each of its units.
  if (line.length * 3 <= LONGEST_LINE) return line;
  let [text, octets] = ['', 0];
  for (const letter of line) {
    const size = octetsOf(letter.codePointAt(0) ?? 0);
    if (octets + size > LONGEST_LINE) [text, octets] = [`${text}${LINE_END} `, 1];
    text += letter;
    octets += size;
  }
  return text;
}

/** In UTF-8 (RFC 3629, 3). */
function octetsOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** RFC 5545, 3.3.11; control characters have no place in a text. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);
}

function plain(day: string): string {
  return day.replaceAll('-', '');
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}
