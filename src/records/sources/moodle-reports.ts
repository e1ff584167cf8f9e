/** Moodle's own reports, known by their heads: activity completion, and SCORM's basic, interactions and objectives reports. */
import { earnedInteractionId, objectiveId } from '../../course/reported-ids.ts';
import { saysDone, saysNotDone, type IdentityColumn } from './column-heads.ts';
import { earnedDay, proofOf, type EarnedDay } from './earned-day.ts';
import { readDay } from '../local-day.ts';
import type { ReportFile } from './report-file.ts';
import { ReportError } from './report-problem.ts';
import type { Finding, ReportContext, ReportReader } from './report-reader.ts';

type Identity = ReadonlyMap<IdentityColumn, number>;

/** @returns undefined where the heads are of neither report. @throws ReportError, where the activity is not among those of the report */
export function moodleReader(file: ReportFile, identity: Identity, context: ReportContext): ReportReader | undefined {
  // The completion report has no head above the names.
  const who = new Map(identity);
  if (!who.has('name') && !who.has('lastName') && file.heads[0] === '') who.set('name', 0);
  if (!who.has('name') && !who.has('lastName') && !who.has('email')) return undefined;
  return activityCompletion(file, who, context) ?? scormReport(file, who, context);
}

/** A column for each activity, and one without a head for its day. */
function activityCompletion(file: ReportFile, identity: Identity, context: ReportContext): ReportReader | undefined {
  const { course, activityNames, doubts } = context;
  const pairs = file.heads.flatMap((head, index) => (head !== '' && file.heads[index + 1] === '' ? [{ head, index }] : []));
  if (pairs.length === 0) return undefined;
  const names = [course.title, ...activityNames].map((name) => name.toLowerCase());
  const ours = pairs.filter(({ head }) => names.includes(head.toLowerCase()));
  if (ours.length === 0)
    throw new ReportError({ kind: 'other-activities', title: course.title, activities: pairs.map(({ head }) => head) }, file.path);
  return {
    kind: 'activity-completion',
    saysWhoBegan: false,
    identity,
    findings: (row) =>
      ours.flatMap(({ head, index }): Finding[] => {
        const status = row[index] ?? '';
        if (!saysDone(status)) {
          if (!saysNotDone(status)) doubts.note(head, status);
          return [];
        }
        return [{ what: { kind: 'completed' }, exact: true, ...dayIn(row[index + 1] ?? '', head, context) }];
      }),
  };
}

const attemptHead = /^(attempt|suorituskerta|yrityskerta|yritys|försök)$/i;
/** What "Started on" begins with. The head of the last visit is translated in more ways than can be known. */
const startedHead = /^(start|begun|alo|alka|börja|påbörja)/i;
const scoreHead = /^(score|pisteet|tulos|arvosana|poäng|resultat)$/i;

/**
 * The columns are in the same order in every language: attempt, start, last visit, score, the part's own, then questions or objectives. Of
 * the interactions only the days of classes are read, never a response.
 */
function scormReport(file: ReportFile, identity: Identity, context: ReportContext): ReportReader | undefined {
  const { heads } = file;
  const { course } = context;
  const attempt = heads.findIndex((head) => attemptHead.test(head));
  const started = attempt + 1;
  if (attempt < 0 || !startedHead.test(heads[started] ?? '')) return undefined;
  const known = heads.findIndex((head) => scoreHead.test(head));
  const score = known > started ? known : attempt + 3;
  const accessed = score === attempt + 2 ? -1 : attempt + 2;
  // In the reports with more columns it says "Incomplete", "Completed" or the score.
  const part = heads.length > score + 1 ? score + 1 : -1;
  const questions = part < 0 ? [] : questionColumns(heads, part + 1);
  const objectives = course.classes.flatMap(({ id }) => {
    const index = heads.findIndex((head) => head.toLowerCase().startsWith(`${objectiveId(id)} `));
    return index < 0 ? [] : [{ id, index }];
  });
  const byInteraction = new Map(course.classes.map(({ id }) => [earnedInteractionId(id), id]));
  const responses = part >= 0 && heads.slice(part + 1).some((head) => /^\D+ \d+$/.test(head));
  return {
    kind: questions.length > 0 || responses ? 'interactions' : part < 0 ? 'basic' : 'objectives',
    ...(questions.length > 0 || responses ? { holdsAnswers: true } : {}),
    ...(part < 0 ? {} : { part: heads[part] ?? '' }),
    // Moodle's own settings of the report are above it, and responses alone are the default.
    ...(responses && questions.length === 0 ? { note: 'without-questions' as const } : {}),
    identity,
    findings: (row) => {
      const cell = (index: number): string => (index < 0 ? '' : (row[index] ?? ''));
      const number = cell(attempt).trim();
      if (number === '' || number === '-') return [];
      const base = { attempt: number };
      const latest = dayIn(cell(accessed), heads[accessed] ?? '', context);
      const found: Finding[] = [{ ...base, what: { kind: 'begun' }, exact: true, ...dayIn(cell(started), heads[started] ?? '', context) }];
      const classes = new Map<string, Partial<EarnedDay> & { exact: boolean }>();
      for (const index of questions) {
        const id = byInteraction.get(cell(index).trim());
        const day = id === undefined ? undefined : earnedDay(cell(index + 1), heads[index + 1] ?? '', latest.day, context);
        if (id !== undefined && day) classes.set(id, day);
      }
      for (const { id, index } of objectives) if (saysDone(cell(index)) && !classes.has(id)) classes.set(id, { ...latest, exact: false });
      for (const [id, { fromFile, ...earned }] of classes)
        found.push({ ...base, what: proofOf(id, fromFile ? { fromFile } : {}), ...earned });
      if (isFull(cell(score)) || isFull(cell(part)) || saysDone(cell(part)))
        found.push({ ...base, what: { kind: 'completed' }, exact: false, ...latest });
      return found;
    },
  };
}

/** The number of a question or of what belongs to it. */
function numberOf(head: string | undefined): string | undefined {
  return /(?<![\p{L}\d.])\d+(?![\p{L}\d])/u.exec(head ?? '')?.[0];
}

/**
 * The first column of each question, whose head has the question's number in it: its identifier; the response is the next one. A question of
 * one column is a response alone, in which a learner may write anything.
 */
function questionColumns(heads: readonly string[], from: number): number[] {
  const first: number[] = [];
  for (let index = from; index < heads.length; index++) {
    const number = numberOf(heads[index]);
    const begins = index === from || numberOf(heads[index - 1]) !== number;
    if (number !== undefined && begins && numberOf(heads[index + 1]) === number) first.push(index);
  }
  return first;
}

/** Nothing where the cell is empty; a day that cannot be read is noted. */
function dayIn(cell: string, head: string, { calendar, doubts }: ReportContext): { day?: string } {
  const text = cell.trim();
  if (text === '' || text === '-') return {};
  const day = readDay(text, calendar);
  if (day !== undefined) return { day };
  doubts.note(head, text);
  return {};
}

/** The course reports 100 points with its completion, and nothing before. */
function isFull(cell: string): boolean {
  return /^100([.,]0+)?\s*%?$/.test(cell.trim());
}
