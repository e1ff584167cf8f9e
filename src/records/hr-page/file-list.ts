/** The list of given files: what each was taken for, what was read of it, and what somebody has to decide. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { listed } from '../counted.ts';
import type { HrPageText } from '../text/hr-page/hr-page-text.ts';
import type { Decision, FileState, Outcome, ReadReport, ReadStaff } from './file-state.ts';

export interface FileListOptions {
  readonly words: HrPageText;
  /** A number as it is written in the page's language. */
  readonly written: (count: number) => string;
  /** People may be named, as in the table. */
  readonly namesAnybody: boolean;
  readonly decide: (id: number, decision: Decision) => void;
  readonly remove: (id: number) => void;
  /** The activity is the course, though it is called otherwise. */
  readonly nameActivity: (name: string) => void;
  readonly saveMap: (id: number) => void;
  readonly isMapped: (id: number) => boolean;
}

type FileProblem = Extract<Outcome, { kind: 'failed' }>['problem'];
type Mark = 'ok' | 'attention' | 'error' | 'busy';

export function fileList(files: readonly FileState[], options: FileListOptions): TemplateResult {
  return html`<ul class="files">
    ${files.map((state) => fileItem(state, options))}
  </ul>`;
}

function fileItem({ id, name, outcome }: FileState, options: FileListOptions): TemplateResult {
  const { files } = options.words;
  return html`<li id=${fileElement(id)} tabindex="-1" class=${markOf(outcome)}>
    <div class="file-head">
      <b class="file-name">${name}</b>
      <button type="button" class="plain" aria-label=${files.remove(name)} @click=${() => options.remove(id)}>${files.removeShort}</button>
    </div>
    <p>${busyMark(outcome, options)}${outcomeWords(outcome, options)}</p>
    ${outcomeParts(id, outcome, options)}
  </li>`;
}

/** Where a file stands in the list, for the focus of who has decided something there. */
export function fileElement(id: number): string {
  return `hr-file-${String(id)}`;
}

function busyMark(outcome: Outcome, { words: { files }, written }: FileListOptions): TemplateResult | typeof nothing {
  return outcome.kind === 'reading' ? html`<progress aria-label=${files.reading(written(outcome.rows))}></progress> ` : nothing;
}

/** What became of a file, or what is asked of it, in a sentence or two. */
export function outcomeWords(outcome: Outcome, { words: { files }, written }: Pick<FileListOptions, 'words' | 'written'>): string {
  switch (outcome.kind) {
    case 'reading':
      return files.reading(written(outcome.rows));
    case 'report':
      return `${files.kinds[outcome.as]}. ${files.rows(outcome.rows, written(outcome.rows))}.`;
    case 'staff':
      return `${files.staff(outcome.people, written(outcome.people))}.`;
    case 'to-map':
      return files.failed['unknown-heads'];
    case 'asks-answers':
      return files.asksAnswers;
    case 'asks-course':
      return files.asksCourse(outcome.part);
    case 'failed':
      return failureWords(outcome.problem, files, written);
  }
}

function failureWords(problem: FileProblem, files: HrPageText['files'], written: FileListOptions['written']): string {
  switch (problem.kind) {
    case 'too-large': {
      const inMegabytes = (bytes: number): string => written(Math.ceil(bytes / 2 ** 20));
      return files.tooLarge(inMegabytes(problem.bytes), inMegabytes(problem.most));
    }
    case 'other-activities':
      return files.otherActivities(problem.activities.join(', '));
    default:
      return files.failed[problem.kind];
  }
}

function markOf(outcome: Outcome): Mark {
  switch (outcome.kind) {
    case 'reading':
      return 'busy';
    case 'failed':
      return 'error';
    case 'staff':
      return outcome.breaksOff || outcome.hasOtherSheets || outcome.byNameOnly.length > 0 ? 'attention' : 'ok';
    case 'report':
      return isDoubtful(outcome) ? 'attention' : 'ok';
    default:
      return 'attention';
  }
}

function isDoubtful({ rows, doubts, nameless, breaksOff, hasOtherSheets, note }: ReadReport): boolean {
  return rows === 0 || doubts.length > 0 || nameless > 0 || breaksOff || hasOtherSheets || note !== undefined;
}

/** What is to be noted of it, and the buttons of what can be decided. */
function outcomeParts(id: number, outcome: Outcome, options: FileListOptions): TemplateResult | typeof nothing {
  const { words, decide, remove } = options;
  const { files } = words;
  const choice = (label: string, act: () => void): TemplateResult =>
    html`<button type="button" class="button" @click=${act}>${label}</button>`;
  switch (outcome.kind) {
    case 'reading':
      return nothing;
    case 'report':
      return html`${reportNotes(outcome, options).map((note) => html`<p class="note">${note}</p>`)}
      ${
        options.isMapped(id)
          ? html`<div class="choices">
              ${choice(files.asReport, () => decide(id, { as: 'report' }))} ${choice(words.mapping.save, () => options.saveMap(id))}
            </div>`
          : nothing
      }`;
    case 'staff':
      return html`${staffNotes(outcome, options).map((note) => html`<p class="note">${note}</p>`)}
        <div class="choices">${choice(files.asCompletions, () => decide(id, { as: 'report' }))}</div>`;
    case 'to-map':
      return html`<div class="choices">${choice(files.asStaff, () => decide(id, { as: 'staff' }))}</div>`;
    case 'asks-answers':
      return html`<div class="choices">
        ${choice(files.readIt, () => decide(id, { withAnswers: true }))} ${choice(files.leaveIt, () => remove(id))}
      </div>`;
    case 'asks-course':
      return html`<div class="choices">
        ${choice(files.readOther, () => decide(id, { otherPart: true }))} ${choice(files.leaveIt, () => remove(id))}
      </div>`;
    case 'failed':
      return outcome.problem.kind === 'other-activities' ? whichActivity(id, outcome.problem.activities, options) : nothing;
  }
}

function reportNotes(report: ReadReport, { words: { files }, written }: FileListOptions): string[] {
  return [
    ...(report.parts.length > 0 ? [files.parts(report.parts)] : []),
    ...(report.note === undefined ? [] : [files.notes[report.note]]),
    ...(report.rows === 0 ? [files.noRows] : []),
    ...(report.breaksOff ? [files.breaksOff] : []),
    ...(report.hasOtherSheets ? [files.otherSheets] : []),
    ...(report.monthFirst ? [report.as === 'mapped' ? files.monthFirstMapped : files.monthFirst] : []),
    ...(report.nameless > 0 ? [files.nameless(written(report.nameless))] : []),
    ...(report.byNameOnly > 0 ? [files.byNameOnly(written(report.byNameOnly))] : []),
    ...report.doubts.map(({ column, count, examples, hasDayToCome }) => files.doubts(written(count), column, examples, hasDayToCome)),
  ];
}

function staffNotes(
  { breaksOff, hasOtherSheets, byNameOnly }: ReadStaff,
  { words: { files }, written, namesAnybody }: FileListOptions,
): string[] {
  return [
    ...(breaksOff ? [files.breaksOff] : []),
    ...(hasOtherSheets ? [files.otherSheets] : []),
    ...(byNameOnly.length > 0
      ? [files.staffByNameOnly(written(byNameOnly.length), namesAnybody ? listed(byNameOnly, ', ', files.more) : '')]
      : []),
  ];
}

function whichActivity(id: number, activities: readonly string[], options: FileListOptions): TemplateResult {
  const { files } = options.words;
  const field = `hr-activity-${id}`;
  const choose = (event: Event): void => {
    const item = (event.currentTarget as HTMLElement).closest('li');
    const select = item?.querySelector('select');
    if (!select) return;
    options.nameActivity(select.value);
    // The button goes away once the file is read.
    item?.focus();
  };
  return html`<div class="choices">
    <div>
      <label for=${field}>${files.asksActivity}</label>
      <select id=${field}>
        ${activities.map((name) => html`<option>${name}</option>`)}
      </select>
    </div>
    <button type="button" class="button" @click=${choose}>${files.thisIsIt}</button>
  </div>`;
}
