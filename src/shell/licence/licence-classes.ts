import { html, nothing, type TemplateResult } from 'lit';
import type { Answers } from '../../course/answers.ts';
import type { Progress } from '../../course/completion-rules.ts';
import { exercisesOf, type Chapter, type Course } from '../../course/course.ts';
import { classesIn } from '../../course/licence-rule.ts';
import type { Text } from '../../text/text.ts';
import { chapterStanding } from '../chapter/chapter-standing.ts';
import { classSign } from './class-sign.ts';
import type { ClassStanding, LicenceStanding } from './licence-standing.ts';
import { ruleWords } from './rule-words.ts';

/** What the rows of the classes are made of. */
interface ShownClasses {
  readonly course: Course;
  readonly standing: LicenceStanding;
  readonly progress: Progress;
  readonly answers: Answers;
  readonly text: Text;
}

/** The classes in words: those that the licence still needs, those that she may go on with, those that she has. */
export function licenceClasses(shown: ShownClasses): TemplateResult {
  const { licence, rules } = shown.text;
  const { classes, issuedAt, missing } = shown.standing;
  const wanted = missing === undefined ? [] : classesIn(missing);
  // Where there is a choice, the heading says between what.
  const isChoice = typeof missing === 'object' && missing.atLeast < missing.of.length;
  const ahead = classes.filter(({ earned }) => !earned);
  return html`${list(
    'needed',
    isChoice ? rules.lacks(ruleWords(missing, shown.text)) : licence.needed,
    ahead.filter(({ id }) => wanted.includes(id)),
    shown,
  )}${list(
    'further',
    issuedAt === undefined ? licence.optionalClasses : licence.further,
    ahead.filter(({ id }) => !wanted.includes(id)),
    shown,
  )}${list(
    'done',
    licence.done,
    classes.filter(({ earned }) => earned),
    shown,
  )}`;
}

function list(id: string, title: string, classes: readonly ClassStanding[], shown: ShownClasses): TemplateResult | typeof nothing {
  if (classes.length === 0) return nothing;
  return html`<h2 id=${id}>${title}</h2>
    <ul aria-labelledby=${id}>
      ${classes.map(
        (one) =>
          html`<li>
            ${classSign(one.id, one.earned ? 'earned' : one.begun ? 'begun' : 'ahead')}
            <div>${row(one, shown)}</div>
          </li>`,
      )}
    </ul>`;
}

function row(one: ClassStanding, { course, standing, progress, answers, text }: ShownClasses): TemplateResult {
  const { licence, shell } = text;
  const title = `${one.id}: ${one.title}`;
  if (one.earnedAt !== undefined)
    return html`<span class="title">${title}</span><span class="state">${licence.earnedOn(one.earnedAt)}</span>`;
  const chapter = chapterOfClass(course, one.id);
  if (!chapter) return html`<span class="title">${title}</span>`;
  const { minutesLeft = 0 } = chapterStanding(chapter, standing.classes, progress, answers);
  // Several classes of one chapter have its "when you want to" and its minutes in common: those are said once.
  const inChapter = standing.classes.filter(({ id }) => chapterOfClass(course, id) === chapter);
  const isItsOnly = inChapter.length === 1;
  const left = inChapter.filter(({ earned }) => !earned).map(({ id }) => id);
  const own = shell.chapterState(one.begun ? 'begun' : 'ahead', [], 1, left.length > 1 ? 0 : minutesLeft);
  const shared = left.length > 1 && left[0] === one.id && minutesLeft > 0 ? licence.together(left, minutesLeft) : '';
  const state = [own, shared].filter(Boolean).join(' · ');
  return html`<a class="title" href="#${chapter.id}">${isItsOnly && chapter.lead ? `${one.id}: ${chapter.lead}` : title}</a
    >${state === '' ? nothing : html`<span class="state">${state}</span>`}`;
}

/** The first chapter in which something is done for the class. */
function chapterOfClass(course: Course, classId: string): Chapter | undefined {
  return course.chapters.find((chapter) => exercisesOf({ chapters: [chapter] }).some(({ classes }) => classes.includes(classId)));
}
