/** The side panel: draws what the LMS has received, whatever the standard. Which values it shows is said in `side-panel-in-scorm.ts` and `side-panel-when-launched.ts`. */
import { previewText } from '../preview-text.ts';

const text = previewText.player;

export interface PanelContent {
  readonly rows: readonly (readonly [name: string, value: string])[];
  readonly classes: readonly (readonly [name: string, status: string])[];
  readonly classesNote?: string;
  readonly answers: readonly PanelAnswer[];
  /** Newest first. */
  readonly log: readonly string[];
}

export interface PanelAnswer {
  readonly id: string;
  readonly question: string;
  /** '' where the LMS knows the question and no answer to it. */
  readonly response: string;
}

export function showPanel({ rows, classes, classesNote, answers, log }: PanelContent): void {
  replace(
    byId('overview'),
    rows.map(([name, value]) => element('div', [element('dt', [name]), element('dd', [value])])),
  );
  const classItems = classes.map(([name, status]) => element('li', [element('strong', [name]), ` ${status}`]));
  replace(byId('objectives'), [
    classItems.length > 0 ? element('ul', classItems) : element('p', [text.noObjectives]),
    ...(classesNote ? [element('p', [classesNote])] : []),
  ]);
  showAnswers(answers);
  replace(
    byId('requests'),
    log.map((line) => element('li', [line])),
  );
}

function showAnswers(answers: readonly PanelAnswer[]): void {
  const given = answers.filter(({ response }) => response !== '');
  const rows = given.map(({ id, question, response }) =>
    element('div', [element('dt', [element('code', [id]), ...(question ? [` ${question}`] : [])]), element('dd', [response])]),
  );
  const open = answers.length - given.length;
  replace(byId('answers'), [
    rows.length > 0 ? element('dl', rows) : element('p', [text.noAnswers]),
    ...(open > 0 ? [element('p', [text.unanswered(open)])] : []),
  ]);
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The player page has no element #${id}. It belongs in course-stage.ts.`);
  return found;
}

export function time(at: number): string {
  return new Date(at).toLocaleTimeString('fi-FI');
}

export function shortened(value: string): string {
  return value.length > 120 ? `${value.slice(0, 120)}… (${String(value.length)})` : value;
}

export function element(tag: string, children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

/** Redraws only what differs, so that a reader's place and selection stay. */
function replace(target: HTMLElement, children: readonly Node[]): void {
  const fresh = document.createElement(target.tagName);
  fresh.append(...children);
  if (fresh.innerHTML !== target.innerHTML) target.replaceChildren(...fresh.childNodes);
}
