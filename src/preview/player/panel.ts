/** The side panel: draws what the server says that it has received, and the calls as they come. */
import { previewText } from '../preview-text.ts';
import type { ReceivedRequest } from '../preview-store.ts';
import type { ReceivedView } from '../received-view.ts';
import type { ApiCall } from '../scorm-runtime.ts';

const text = previewText.player;
const mostCalls = 200;

export interface Received {
  readonly view: ReceivedView;
  readonly requests: readonly ReceivedRequest[];
  readonly fault: string;
  readonly buildNumber: number;
}

export class Panel {
  readonly #calls = byId('calls');

  /** @param stateLimit characters that the LMS takes, undefined where it has no limit */
  constructor(private readonly stateLimit: number | undefined) {}

  show({ view, requests }: Received): void {
    const { overview } = text;
    const rows: [string, string][] = [
      [overview.status, view.status || text.notSet],
      [overview.score, view.score || text.notSet],
      [overview.state, text.characters(view.stateLength, this.stateLimit)],
      [overview.bytes, text.bytes(view.bytes)],
      [overview.location, view.location || text.notSet],
      [overview.time, clock(view.seconds)],
      [overview.launches, String(view.launches)],
      [overview.last, requests[0] ? time(requests[0].at) : text.notSet],
    ];
    replace(
      byId('overview'),
      rows.map(([name, value]) => element('div', [element('dt', [name]), element('dd', [value])])),
    );
    this.#showObjectives(view);
    this.#showAnswers(view);
    replace(
      byId('requests'),
      requests.map(({ at, transport, result, values }) =>
        element('li', [`${time(at)} ${text.requestLine(values, word(text.transports, transport), word(text.results, result))}`]),
      ),
    );
  }

  addCall({ at, call, element: name = '', value, answer, error }: ApiCall): void {
    const set = value === undefined ? '' : ` = ${shortened(value)}`;
    const outcome = error === '0' ? shortened(String(answer)) : `${String(answer)} (${error})`;
    const line = element('li', [`${time(at)} ${call} ${name}${set} → ${outcome}`]);
    if (error !== '0') line.className = 'failed';
    this.#calls.prepend(line);
    while (this.#calls.childElementCount > mostCalls) this.#calls.lastElementChild?.remove();
  }

  #showObjectives({ objectives, pages }: ReceivedView): void {
    const list = objectives.map(({ id, status }) => element('li', [element('strong', [id]), ` ${status || text.notSet}`]));
    replace(byId('objectives'), [
      list.length > 0 ? element('ul', list) : element('p', [text.noObjectives]),
      ...(pages > 0 ? [element('p', [text.pages(pages)])] : []),
    ]);
  }

  #showAnswers({ answers }: ReceivedView): void {
    const rows = answers.map(({ id, question, response }) =>
      element('div', [
        element('dt', [element('code', [id]), ...(question ? [` ${question}`] : [])]),
        element('dd', [response === '' ? element('em', [text.empty]) : response]),
      ]),
    );
    replace(byId('answers'), [rows.length > 0 ? element('dl', rows) : element('p', [text.noAnswers])]);
  }
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The player page has no element #${id}. It belongs in player-page.ts.`);
  return found;
}

function element(tag: string, children: readonly (Node | string)[]): HTMLElement {
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

function word(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name;
}

function shortened(value: string): string {
  return value.length > 120 ? `${value.slice(0, 120)}… (${String(value.length)})` : value;
}

function time(at: number): string {
  return new Date(at).toLocaleTimeString('fi-FI');
}

function clock(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join('.');
}
