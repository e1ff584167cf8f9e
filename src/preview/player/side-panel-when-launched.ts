/** What an LRS has received, as the panel shows it. */
import type { LaunchedReceived } from '../launched-received.ts';
import { previewText } from '../preview-text.ts';
import { shortened, time, type PanelContent } from './draw-side-panel.ts';

const text = previewText.player;

export function launchedContent({ view }: LaunchedReceived): PanelContent {
  const { overview } = text;
  return {
    rows: [
      [overview.status, view.completed ? text.completed : text.notCompleted],
      [overview.score, view.grade === undefined ? text.notSet : String(view.grade)],
      [overview.statements, String(view.statements.length)],
      [overview.state, text.bytes(view.stateBytes)],
      [overview.last, view.statements[0] ? time(view.statements[0].at) : text.nothingYet],
    ],
    classes: view.classes.map((name) => [name, text.earned]),
    answers: view.answers,
    log: view.statements.map(({ at, verb, object, result }) => `${time(at)} ${verb} ${object}${result ? ` → ${shortened(result)}` : ''}`),
  };
}
