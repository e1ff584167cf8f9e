/** The calendar of what expires, read back as RFC 5545 says it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { icsChunks, type CalendarEvent } from '../../src/records/outputs/ics-file.ts';
import { madeUpLearners, staffCsv } from './learners.ts';
import { interactionsReport } from './moodle-reports.ts';
import { inFolder, runHere, runInEnglish } from './run-cli.ts';

const learners = madeUpLearners(60);
const event: CalendarEvent = {
  uid: 'a@k.example',
  day: '2029-02-28',
  summary: 'Ajokortti vanhenee: Aino',
  description: ['Yksikkö: Muurame'],
};

async function fileOf(...events: Partial<CalendarEvent>[]): Promise<string> {
  const all = (async function* () {
    for (const one of events) yield { ...event, ...one };
  })();
  let text = '';
  for await (const chunk of icsChunks({ name: 'Vanhenevat', language: 'fi', asOf: '2026-11-24' }, all)) text += chunk;
  return text;
}

/** Lines as they were before they were folded (RFC 5545, 3.1). */
function unfolded(file: string): string[] {
  return file.replaceAll('\r\n ', '').trimEnd().split('\r\n');
}

/** The events of a file, by the names of their properties. */
function eventsIn(file: string): Map<string, string>[] {
  const events: Map<string, string>[] = [];
  for (const line of unfolded(file)) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (line === 'BEGIN:VEVENT') events.push(new Map());
    // What the alarm says comes after the event's own.
    const last = events.at(-1);
    if (last && !last.has(name)) last.set(name, value);
  }
  return events;
}

function saysOf(text: string | undefined): string {
  return (text ?? '').replace(/\\([\\;,n])/g, (_all, letter: string) => (letter === 'n' ? '\n' : letter));
}

describe('a calendar file', () => {
  test('is one of all-day events, whose last day is told by the day after it', async () => {
    expect((await fileOf({ reminder: 90 })).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//aspa-records//EN',
      'CALSCALE:GREGORIAN',
      'NAME:Vanhenevat',
      'X-WR-CALNAME:Vanhenevat',
      'BEGIN:VEVENT',
      'UID:a@k.example',
      'DTSTAMP:20261124T000000Z',
      'SEQUENCE:20781',
      'DTSTART;VALUE=DATE:20290228',
      'DTEND;VALUE=DATE:20290301',
      'SUMMARY;LANGUAGE=fi:Ajokortti vanhenee: Aino',
      'DESCRIPTION;LANGUAGE=fi:Yksikkö: Muurame',
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-P90D',
      'DESCRIPTION:Ajokortti vanhenee: Aino',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test.each(['a', 'ä', '漢', '🚗', 'aä漢🚗'])('folds a line of %s at 75 octets, and divides no letter', async (letters) => {
    for (let length = 1; length < 120; length++) {
      const summary = letters.repeat(length);
      const file = await fileOf({ summary });
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      // A divided letter would come back as another one.
      expect(Buffer.from(file, 'utf8').toString('utf8')).toBe(file);
      expect(eventsIn(file)[0]?.get('SUMMARY')).toBe(summary);
    }
  });

  test.each([
    ['Keuruu; keskusta, pohjoinen', String.raw`Keuruu\; keskusta\, pohjoinen`],
    [String.raw`C:\kansio`, String.raw`C:\\kansio`],
    ['rivi\r\nEND:VCALENDAR', String.raw`rivi\nEND:VCALENDAR`],
    ['rivi\rrivi\u2028rivi', String.raw`rivi\nrivi\nrivi`],
    ['a\u0000b\u001Bc', 'a b c'],
  ])('escapes %j', async (text, written) => {
    expect(eventsIn(await fileOf({ summary: text }))[0]?.get('SUMMARY')).toBe(written);
  });

  test('of nothing is valid all the same: it has a component', async () => {
    const lines = unfolded(await fileOf());
    expect(lines.filter((line) => /^BEGIN:(?!VCALENDAR)/.test(line))).toEqual(['BEGIN:VTIMEZONE', 'BEGIN:STANDARD']);
    expect(lines.at(-1)).toBe('END:VCALENDAR');
  });
});

describe('--ics', () => {
  async function calendar(options: readonly string[], people = learners, staff = staffCsv(people)): Promise<string> {
    return inFolder(async (folder) => {
      await writeFile(join(folder, 'r.txt'), interactionsReport(people));
      await writeFile(join(folder, 'staff.csv'), staff);
      const source = ['--file', join(folder, 'r.txt'), '--people', join(folder, 'staff.csv'), '--as-of', '2026-11-24'];
      const path = join(folder, 'out.ics');
      const { code, err } = await runHere([...source, '--ics', path, '--csv', join(folder, 'out.csv'), ...options]);
      expect([code, err]).toEqual([0, expect.not.stringContaining('Error')]);
      const [heads = '', ...rows] = (await readFile(join(folder, 'out.csv'), 'utf8')).trimEnd().split('\r\n');
      const file = await readFile(path, 'utf8');
      // As many events as people in the table have a last day.
      const expires = heads.split(';').length - 1;
      expect(eventsIn(file)).toHaveLength(rows.filter((row) => row.split(';').at(expires) !== '').length);
      return file;
    });
  }

  test('has an event a person whose licence expires, on its last day, and reminds of those that are valid', async () => {
    const events = eventsIn(
      await calendar(
        ['--valid-for', '18m'],
        learners.filter(({ unit }) => !unit.includes(';')),
      ),
    );
    expect(events.length).toBeGreaterThan(20);
    expect(new Set(events.map((one) => one.get('UID'))).size).toBe(events.length);
    for (const one of events) {
      const learner = learners.find(({ name }) => one.get('SUMMARY') === `Ajokortti vanhenee: ${name}`);
      expect(saysOf(one.get('DESCRIPTION'))).toContain(`Henkilönumero: ${learner?.employeeNumber}\nYksikkö: ${learner?.unit}\n`);
      const day = one.get('DTSTART') ?? '';
      expect(saysOf(one.get('DESCRIPTION'))).toContain(
        `Voimassa asti: ${Number(day.slice(6))}.${Number(day.slice(4, 6))}.${day.slice(0, 4)}`,
      );
      expect(one.get('DTSTAMP')).toBe('20261124T000000Z');
      expect(one.has('TRIGGER'), day).toBe(day >= '20261124');
    }
    expect(events.some((one) => one.has('TRIGGER')) && events.some((one) => !one.has('TRIGGER'))).toBe(true);
  });

  test('calls an event the same in every run, also with another list of people and another validity', async () => {
    const few = learners.filter(({ unit }) => !unit.includes(';'));
    const uids = (file: string): (string | undefined)[] =>
      eventsIn(file)
        .map((one) => one.get('UID'))
        .sort();
    const first = uids(await calendar(['--valid-for', '18m'], few));
    // A spreadsheet program has put zeros before the numbers.
    const zeros = staffCsv(few).replaceAll(/^1/gm, '001');
    expect(uids(await calendar(['--valid-for', '3y'], few, zeros))).toEqual(first);
    expect(first[0]).toMatch(/^[0-9a-f]{40}@akepike\.fi$/);
  });

  test('names nobody where that is asked for', async () => {
    const file = await calendar(['--valid-for', '18m', '--pseudonymous']);
    const text = unfolded(file).join('\n');
    for (const { name, email, employeeNumber, manager } of learners) {
      for (const secret of [name, email, manager]) expect(text).not.toContain(secret);
      // Its digits may stand in a pseudonym by chance.
      expect(text).not.toMatch(new RegExp(`(?<![0-9a-f])${employeeNumber}(?![0-9a-f])`));
    }
    expect(eventsIn(file)[0]?.get('SUMMARY')).toMatch(/^Ajokortti vanhenee: [0-9a-f]{16}$/);
  });

  test('needs to know how long a licence is valid', async () => {
    const { code, err } = await runInEnglish(['--file', 'r.txt', '--ics', 'out.ics']);
    expect(code).toBe(2);
    expect(err).toContain('--ics needs --valid-for');
  });
});
