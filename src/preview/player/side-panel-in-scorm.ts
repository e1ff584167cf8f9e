/** What a SCORM LMS has received, as the panel shows it. */
import { previewText } from '../preview-text.ts';
import type { ScormReceived } from '../scorm-received.ts';
import { time, type PanelContent } from './draw-side-panel.ts';

const text = previewText.player;

/** @param stateLimit characters that the LMS takes, undefined where it has no limit */
export function scormContent({ view, requests }: ScormReceived, stateLimit: number | undefined): PanelContent {
  const { overview } = text;
  return {
    rows: [
      [overview.status, view.status || text.notSet],
      [overview.score, view.score || text.notSet],
      ...(view.progress ? ([[overview.progress, view.progress]] as const) : []),
      [overview.state, text.characters(view.stateLength, stateLimit)],
      [overview.bytes, text.bytes(view.bytes)],
      [overview.location, view.location || text.notSet],
      [overview.time, duration(view.seconds)],
      [overview.launches, String(view.launches)],
      [overview.last, requests[0] ? time(requests[0].at) : text.nothingYet],
    ],
    classes: view.objectives.map(({ id, status }) => [id, status || text.notSet]),
    ...(view.pages > 0 ? { classesNote: text.pages(view.pages) } : {}),
    answers: view.answers,
    log: requests.map(
      ({ at, transport, result, values }) =>
        `${time(at)} ${text.requestLine(values, word(text.transports, transport), word(text.results, result))}`,
    ),
  };
}

function word(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name;
}

function duration(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join('.');
}
