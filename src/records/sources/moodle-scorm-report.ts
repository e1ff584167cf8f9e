/** The reports of Moodle's SCORM activity: basic, interactions and objectives. A row an attempt. */
import { earnedInteractionId, objectiveId } from '../../course/course-identifiers.ts';
import { saysDone } from './cell-words.ts';
import { atTheLatest, earnedDay, proofOf, type EarnedDay, type Visits } from './earned-day.ts';
import { classesByEachId } from '../licence-course.ts';
import { dayIn } from './moodle-cells.ts';
import { classesOfPart, fileName, isOfCourse, namedByFile } from '../part-names.ts';
import type { ReportFile } from './report-file.ts';
import { ReportError } from './report-problem.ts';
import type { Achievement } from '../completion-record.ts';
import type { Finding, Identity, ReportContext, ReportKind, ReportReader } from './report-reader.ts';

const ATTEMPT_HEAD = /^(attempt|suorituskerta|yrityskerta|yritys|försök)$/i;
/** What "Started on" begins with. */
const STARTED_HEAD = /^(start|begun|alo|alka|börja|påbörja)/i;
/** What "Last accessed on" begins with; it is translated in more ways than can be known, and stands behind the start in Moodle's own order. */
const ACCESSED_HEAD = /^(last|viime|senast)/i;
const QUESTION_HEAD = /^(question|kysymys|fråga)/i;
const RESPONSE_HEAD = /^(response|vastaus|svar)/i;
const SCORE_HEAD = /^(score|pisteet|tulos|arvosana|poäng|resultat)$/i;

/** Where in a row what is read stands; undefined where the report has no such column. */
interface Columns {
  readonly attempt: number;
  readonly started: number;
  readonly accessed: number | undefined;
  /** Undefined only where `part` says what the score would. */
  readonly score: number | undefined;
  /** "Incomplete", "Completed" or the score, in the reports with more columns. */
  readonly part: number | undefined;
  readonly questions: readonly QuestionColumns[];
  /** Class ids with their columns. */
  readonly objectives: readonly (readonly [string, number])[];
}

interface QuestionColumns {
  readonly identifier: number;
  readonly response: number;
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
 * @returns undefined where the heads are of no such report. @throws ReportError where a column is gone without which nobody's licence could be told
 */
export function scormReport(file: ReportFile, identity: Identity, context: ReportContext): ReportReader | undefined {
  const { heads, path } = file;
  const columns = columnsOf(file, identity, context);
  if (!columns) return undefined;
  const { questions } = columns;
  const part = columns.part === undefined ? undefined : (heads[columns.part] ?? '');
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
  const responses = part !== undefined && heads.some((head) => /^\D+ \d+$/.test(head));
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

/** @returns undefined where the heads are of no report of Moodle's. @throws ReportError as `scormReport` */
function columnsOf({ heads, path }: ReportFile, identity: Identity, context: ReportContext): Columns | undefined {
  const find = (pattern: RegExp): number | undefined => indexIn(heads, (head) => pattern.test(head));
  const [attempt, started, score, last] = [ATTEMPT_HEAD, STARTED_HEAD, SCORE_HEAD, ACCESSED_HEAD].map(find);
  if (attempt === undefined || started === undefined) {
    const isMoodles = last !== undefined && score !== undefined && (attempt ?? started) !== undefined;
    if (isMoodles) throw new ReportError({ kind: attempt === undefined ? 'lacks-attempt' : 'lacks-started' }, path);
    return undefined;
  }
  const who = [...identity.values()];
  const accessed = last ?? ([attempt, score, ...who].includes(started + 1) ? undefined : started + 1);
  const objectives = [...classesByEachId(context.course, objectiveId)].flatMap(([objective, id]) => {
    const index = indexIn(heads, (head) => head.toLowerCase().startsWith(`${objective} `));
    return index === undefined ? [] : [[id, index] as const];
  });
  const known = [attempt, started, accessed, score].flatMap((index) => index ?? []);
  const others = new Set([...known, ...who, ...objectives.map(([, index]) => index)]);
  const part = partColumn(heads, others, context, Math.max(...known));
  if (score === undefined && part === undefined) throw new ReportError({ kind: 'lacks-score' }, path);
  return { attempt, started, accessed, score, part, questions: part === undefined ? [] : questionColumns(heads), objectives };
}

/** It is called as the course or its part is; behind the others, where Moodle puts it, as another course is, too. */
function partColumn(
  heads: readonly string[],
  known: ReadonlySet<number>,
  { course, activityNames }: ReportContext,
  last: number,
): number | undefined {
  const mayBe = (head: string, index: number): boolean => !known.has(index) && head !== '' && numberOf(head) === undefined;
  return (
    indexIn(heads, (head, index) => mayBe(head, index) && isOfCourse(head, course, activityNames)) ??
    indexIn(heads, (head, index) => index > last && mayBe(head, index))
  );
}

function indexIn(heads: readonly string[], matches: (head: string, index: number) => boolean): number | undefined {
  const index = heads.findIndex(matches);
  return index < 0 ? undefined : index;
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
  return isFull(cellIn(row, score)) || isFull(own) || saysDone(own);
}

/** What a completed attempt proves. @param saysClasses the row tells itself which classes are earned */
function completedBy(
  row: readonly string[],
  { score, part, context, partFile, partClasses }: Reading,
  saysClasses: boolean,
): Achievement[] {
  if (partFile === undefined) return [{ kind: 'completed' }];
  // Without its classes, a completed part says nothing that counts.
  if (part === undefined) context.doubts.note(partFile, cellIn(row, score));
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
  for (const { identifier, response } of questions) {
    const id = classOf.get(cell(identifier).trim());
    const day = id === undefined ? undefined : earnedDay(cell(response), heads[response] ?? '', visits, context);
    if (id !== undefined && day) classes.set(id, day);
  }
  for (const [id, index] of objectives) if (saysDone(cell(index)) && !classes.has(id)) classes.set(id, atTheLatest(visits));
  return classes;
}

/** The number of a question or of what belongs to it. */
function numberOf(head: string | undefined): string | undefined {
  return /(?:^|[^\p{L}\d.])(\d+)(?![\p{L}\d])/u.exec(head ?? '')?.[1];
}

/**
 * Of each question, whose columns have its number in their heads, that with its identifier and that with the response: by their words, else the first
 * and the next one. A question of one column is a response alone, in which a learner may write anything.
 */
function questionColumns(heads: readonly string[]): QuestionColumns[] {
  const columns = new Map<string, number[]>();
  heads.forEach((head, index) => {
    const number = numberOf(head);
    if (number !== undefined) columns.set(number, [...(columns.get(number) ?? []), index]);
  });
  return [...columns.values()].flatMap((own) => {
    const find = (pattern: RegExp): number | undefined => own.find((index) => pattern.test(heads[index] ?? ''));
    const identifier = find(QUESTION_HEAD) ?? own[0];
    const response = find(RESPONSE_HEAD) ?? own.find((index) => index !== identifier);
    return identifier === undefined || response === undefined || identifier === response ? [] : [{ identifier, response }];
  });
}

function cellIn(row: readonly string[], index: number | undefined): string {
  return index === undefined ? '' : (row[index] ?? '');
}

/** The course reports 100 points with its completion, and nothing before. */
function isFull(cell: string): boolean {
  return /^100([.,]0+)?\s*%?$/.test(cell.trim());
}

/** Points between are another activity's, or of another way of grading: neither a licence nor none. */
function noteOtherPoints(row: readonly string[], { score, heads, context }: Reading): void {
  const cell = cellIn(row, score);
  if (!isFull(cell) && !/^(-|0([.,]0+)?\s*%?)?$/.test(cell.trim())) context.doubts.note(cellIn(heads, score), cell);
}
