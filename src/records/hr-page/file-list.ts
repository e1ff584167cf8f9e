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

type Mark = 'ok' | 'attention' | 'error' | 'busy';

export function fileList(files: readonly FileState[], options: FileListOptions): TemplateResult {
  return html`<ul class="files">
    ${files.map((state) => fileItem(state, options))}
  </ul>`;
}

function fileItem({ id, name, outcome }: FileState, options: FileListOptions): TemplateResult {
  const { files } = options.words;
  return html`<li class=${markOf(outcome)}>
    <div class="file-head">
      <b class="file-name">${name}</b>
      <button type="button" class="plain" aria-label=${files.remove(name)} @click=${() => options.remove(id)}>${files.removeShort}</button>
    </div>
    ${outcomeParts(id, outcome, options)}
  </li>`;
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

function outcomeParts(id: number, outcome: Outcome, options: FileListOptions): TemplateResult {
  const { words, written, decide, remove } = options;
  const { files } = words;
  const choice = (label: string, act: () => void): TemplateResult =>
    html`<button type="button" class="button" @click=${act}>${label}</button>`;
  switch (outcome.kind) {
    case 'reading':
      return html`<p><progress aria-label=${files.reading(written(outcome.rows))}></progress> ${files.reading(written(outcome.rows))}</p>`;
    case 'report':
      return html`<p>${files.kinds[outcome.as]}. ${files.rows(outcome.rows, written(outcome.rows))}.</p>
        ${reportNotes(outcome, options).map((note) => html`<p class="note">${note}</p>`)}
        ${
          options.isMapped(id)
            ? html`<div class="choices">
                ${choice(files.asReport, () => decide(id, { as: 'report' }))} ${choice(words.mapping.save, () => options.saveMap(id))}
              </div>`
            : nothing
        }`;
    case 'staff':
      return html`<p>${files.staff(outcome.people, written(outcome.people))}.</p>
        ${staffNotes(outcome, options).map((note) => html`<p class="note">${note}</p>`)}
        <div class="choices">${choice(files.asCompletions, () => decide(id, { as: 'report' }))}</div>`;
    case 'to-map':
      return html`<p>${files.failed['unknown-heads']}</p>
        <div class="choices">${choice(files.asStaff, () => decide(id, { as: 'staff' }))}</div>`;
    case 'asks-answers':
      return html`<p>${files.asksAnswers}</p>
        <div class="choices">
          ${choice(files.readIt, () => decide(id, { withAnswers: true }))} ${choice(files.leaveIt, () => remove(id))}
        </div>`;
    case 'asks-course':
      return html`<p>${files.asksCourse(outcome.part)}</p>
        <div class="choices">
          ${choice(files.readOther, () => decide(id, { otherPart: true }))} ${choice(files.leaveIt, () => remove(id))}
        </div>`;
    case 'failed':
      return failure(id, outcome.problem, options);
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

function failure(id: number, problem: Extract<Outcome, { kind: 'failed' }>['problem'], options: FileListOptions): TemplateResult {
  const { files } = options.words;
  if (problem.kind === 'too-large') {
    const [size, most] = [problem.bytes, problem.most].map((bytes) => options.written(Math.ceil(bytes / 2 ** 20)));
    return html`<p>${files.tooLarge(size ?? '', most ?? '')}</p>`;
  }
  if (problem.kind !== 'other-activities') return html`<p>${files.failed[problem.kind]}</p>`;
  const field = `hr-activity-${id}`;
  const choose = (event: Event): void => {
    const select = (event.currentTarget as HTMLElement).closest('li')?.querySelector('select');
    if (select) options.nameActivity(select.value);
  };
  return html`<p>${files.otherActivities(problem.activities.join(', '))}</p>
    <div class="choices">
      <div>
        <label for=${field}>${files.asksActivity}</label>
        <select id=${field}>
          ${problem.activities.map((name) => html`<option>${name}</option>`)}
        </select>
      </div>
      <button type="button" class="button" @click=${choose}>${files.thisIsIt}</button>
    </div>`;
}
