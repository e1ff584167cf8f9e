/** The reports of Moodle's SCORM activity: basic, interactions and objectives. A row an attempt. */
import { earnedInteractionId, objectiveId } from '../../course/course-identifiers.ts';
import { saysDone } from './cell-words.ts';
import { atTheLatest, earnedDay, proofOf, type EarnedDay, type Visits } from './earned-day.ts';
import { classesByEachId } from '../licence-course.ts';
import { dayIn } from './moodle-cells.ts';
import { classesOfPart, fileName, namedByFile } from '../part-names.ts';
import type { ReportFile } from './report-file.ts';
import type { Achievement } from '../completion-record.ts';
import type { Finding, Identity, ReportContext, ReportKind, ReportReader } from './report-reader.ts';

const ATTEMPT_HEAD = /^(attempt|suorituskerta|yrityskerta|yritys|försök)$/i;
/** What "Started on" begins with. The head of the last visit is translated in more ways than can be known. */
const STARTED_HEAD = /^(start|begun|alo|alka|börja|påbörja)/i;
const SCORE_HEAD = /^(score|pisteet|tulos|arvosana|poäng|resultat)$/i;

/** Where in a row what is read stands; undefined where the report has no such column. */
interface Columns {
  readonly attempt: number;
  readonly started: number;
  readonly accessed: number | undefined;
  readonly score: number;
  /** "Incomplete", "Completed" or the score, in the reports with more columns. */
  readonly part: number | undefined;
  /** Of each question, its identifier; the response is the next one. */
  readonly questions: readonly number[];
  /** Class ids with their columns. */
  readonly objectives: readonly (readonly [string, number])[];
}

/** What a row is read with. */
interface Reading extends Columns {
  readonly heads: readonly string[];
  readonly context: ReportContext;
  /** Class ids, by the identifiers of the questions that tell the days of classes. */
  readonly classOf: ReadonlyMap<string, string>;
  /** The file, where it reports one part of the course. */
  readonly partFile?: string;
  /** The classes of the part that the report names; none where it reports the whole course. */
  readonly partClasses: readonly string[];
}

/**
 * Of the interactions only the days of classes are read, never a response.
 * @returns undefined where the heads are of no such report
 */
export function scormReport({ heads, path }: ReportFile, identity: Identity, context: ReportContext): ReportReader | undefined {
  const columns = columnsOf(heads, context);
  if (!columns) return undefined;
  const { part: partColumn, questions } = columns;
  const part = partColumn === undefined ? undefined : (heads[partColumn] ?? '');
  const classOf = classesByEachId(context.course, earnedInteractionId);
  const of = reportedActivity(path, part, context);
  const reading: Reading = {
    ...columns,
    heads,
    context,
    classOf,
    partClasses: classesOfNamedPart(part, context),
    ...(of === 'part' ? { partFile: path } : {}),
  };
  const responses = partColumn !== undefined && heads.slice(partColumn + 1).some((head) => /^\D+ \d+$/.test(head));
  const holdsAnswers = questions.length > 0 || responses;
  return {
    kind: holdsAnswers ? 'interactions' : kindWithoutAnswers(part),
    ...(holdsAnswers ? { holdsAnswers } : {}),
    ...(part === undefined ? {} : { part }),
    ...(of === 'part' ? { takenForParts: [part ?? fileName(path)] } : {}),
    ...(of === 'unknown' ? { note: 'unsure-activity' as const } : {}),
    // Moodle's own settings of the report are above it, and responses alone are the default.
    ...(responses && questions.length === 0 ? { note: 'without-questions' as const } : {}),
    identity,
    findings: (row) => findingsOf(row, reading),
  };
}

function classesOfNamedPart(part: string | undefined, { course }: ReportContext): readonly string[] {
  return (part !== undefined && classesOfPart(part, course)) || [];
}

function kindWithoutAnswers(part: string | undefined): ReportKind {
  return part === undefined ? 'basic' : 'objectives';
}

/** By what the report says of its part, else by the file's name. One that names another activity is refused, or somebody says that it is ours. */
function reportedActivity(path: string, part: string | undefined, { course, activityNames }: ReportContext): 'whole' | 'part' | 'unknown' {
  if (part === undefined) return namedByFile(path, course, activityNames);
  return classesOfPart(part, course) === undefined ? 'whole' : 'part';
}

/** They are in the same order in every language: attempt, start, last visit, score, the part's own, then questions or objectives. */
function columnsOf(heads: readonly string[], { course }: ReportContext): Columns | undefined {
  const attempt = heads.findIndex((head) => ATTEMPT_HEAD.test(head));
  const started = attempt + 1;
  if (attempt < 0 || !STARTED_HEAD.test(heads[started] ?? '')) return undefined;
  const known = heads.findIndex((head) => SCORE_HEAD.test(head));
  const score = known > started ? known : attempt + 3;
  const part = heads.length > score + 1 ? score + 1 : undefined;
  const objectives = [...classesByEachId(course, objectiveId)].flatMap(([objective, id]) => {
    const index = heads.findIndex((head) => head.toLowerCase().startsWith(`${objective} `));
    return index < 0 ? [] : [[id, index] as const];
  });
  return {
    attempt,
    started,
    accessed: score === attempt + 2 ? undefined : attempt + 2,
    score,
    part,
    questions: part === undefined ? [] : questionColumns(heads, part + 1),
    objectives,
  };
}

function findingsOf(row: readonly string[], reading: Reading): Finding[] {
  const { attempt, started, accessed, heads, context } = reading;
  const number = (row[attempt] ?? '').trim();
  if (number === '' || number === '-') return [];
  const latest = accessed === undefined ? {} : dayIn(row[accessed] ?? '', heads[accessed] ?? '', context);
  const begun = dayIn(row[started] ?? '', heads[started] ?? '', context);
  const classes = [...classesIn(row, reading, { first: begun.day, last: latest.day })].map(([id, { fromFile, ...earned }]): Finding => ({
    what: proofOf(id, fromFile ? { fromFile } : {}),
    ...earned,
  }));
  const completed = isComplete(row, reading) ? completedBy(row, reading, classes.length > 0) : [];
  noteOtherPoints(row, reading);
  const found: Finding[] = [
    { what: { kind: 'begun' }, exact: true, ...begun },
    ...classes,
    ...completed.map((what): Finding => ({ what, exact: false, ...latest })),
  ];
  const name = attemptName(number, begun);
  return found.map((finding) => ({ attempt: name, ...finding }));
}

function isComplete(row: readonly string[], { score, part }: Reading): boolean {
  const own = part === undefined ? '' : (row[part] ?? '');
  return isFull(row[score] ?? '') || isFull(own) || saysDone(own);
}

/** What a completed attempt proves. @param saysClasses the row tells itself which classes are earned */
function completedBy(
  row: readonly string[],
  { score, part, context, partFile, partClasses }: Reading,
  saysClasses: boolean,
): Achievement[] {
  if (partFile === undefined) return [{ kind: 'completed' }];
  // Without its classes, a completed part says nothing that counts.
  if (part === undefined) context.doubts.note(partFile, row[score] ?? '');
  // Moodle shows no question of SCORM 2004 (4.5.6, run): the part was complete when the last of its classes was earned.
  return saysClasses ? [] : partClasses.map((id) => ({ kind: 'class', id }));
}

/**
 * Each activity numbers its attempts from 1 on, also that of next year's Moodle course. Two reports of one activity name an attempt alike by the
 * month in which it began; days may differ by the time zones of those who downloaded them.
 */
function attemptName(number: string, { day = '' }: { readonly day?: string }): string {
  return `${number} ${day.slice(0, 7)}`;
}

/** By class id. What has no day of its own has that of the last visit. */
function classesIn(
  row: readonly string[],
  { questions, objectives, heads, context, classOf }: Reading,
  visits: Visits,
): ReadonlyMap<string, EarnedDay> {
  const cell = (index: number): string => row[index] ?? '';
  const classes = new Map<string, EarnedDay>();
  for (const index of questions) {
    const id = classOf.get(cell(index).trim());
    const day = id === undefined ? undefined : earnedDay(cell(index + 1), heads[index + 1] ?? '', visits, context);
    if (id !== undefined && day) classes.set(id, day);
  }
  for (const [id, index] of objectives) if (saysDone(cell(index)) && !classes.has(id)) classes.set(id, atTheLatest(visits));
  return classes;
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

/** The course reports 100 points with its completion, and nothing before. */
function isFull(cell: string): boolean {
  return /^100([.,]0+)?\s*%?$/.test(cell.trim());
}

/** Points between are another activity's, or of another way of grading: neither a licence nor none. */
function noteOtherPoints(row: readonly string[], { score, heads, context }: Reading): void {
  const cell = row[score] ?? '';
  if (!isFull(cell) && !/^(-|0([.,]0+)?\s*%?)?$/.test(cell.trim())) context.doubts.note(heads[score] ?? '', cell);
}
