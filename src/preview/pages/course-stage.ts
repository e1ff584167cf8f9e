/** The two halves of a player page: the course, and what was received from it. */
import { html, raw } from 'hono/html';
import { previewFaults } from '../faults.ts';
import { previewText } from '../preview-text.ts';
import type { Html } from './page-frame.ts';
import type { View } from './views.ts';

const text = previewText.player;

export interface CourseStage {
  readonly title: string;
  readonly view: View;
  /** What the page's script is told. */
  readonly config: object;
  /** What the log of requests is called. */
  readonly logTitle: string;
  /** SCORM: the calls of the API. */
  readonly showsCalls: boolean;
}

export function courseStage({ title, view, config, logTitle, showsCalls }: CourseStage): Html {
  return html`<script type="application/json" id="player-config">
      ${raw(JSON.stringify(config).replaceAll('<', String.raw`\u003c`))}
    </script>
    <h1 class="hidden">${title}</h1>
    <div class="stage">
      <p id="problem" class="problem" role="alert" hidden></p>
      ${
        view === 'window'
          ? html`<p>${text.opensInWindow}</p>
              <p class="buttons"><button class="main" id="open-window">${text.openWindow}</button></p>`
          : html`<iframe id="course" title="${text.course}" allow="clipboard-write"></iframe>`
      }
    </div>
    <aside class="panel" aria-labelledby="panel-title">
      <h2 id="panel-title">${text.panel}</h2>
      <dl id="overview"></dl>
      <fieldset class="faults" aria-describedby="fault-help">
        <legend>${text.faults}</legend>
        ${previewFaults.map(
          (fault) =>
            html`<label class="choice"
              ><input type="radio" name="fault" value="${fault}" ${fault === 'none' ? 'checked' : ''} /> ${text.faultNames[fault]}</label
            >`,
        )}
        <p class="help" id="fault-help">${text.faultHelp}</p>
      </fieldset>
      <section>
        <h3>${text.objectives}</h3>
        <div id="objectives"></div>
      </section>
      <section>
        <h3>${text.answers}</h3>
        <div id="answers"></div>
      </section>
      <details>
        <summary>${logTitle}</summary>
        <ol id="requests" class="log"></ol>
      </details>
      ${
        showsCalls
          ? html`<details>
              <summary>${text.calls}</summary>
              <p class="help">${text.callsHelp}</p>
              <ol id="calls" class="log"></ol>
            </details>`
          : ''
      }
    </aside>`;
}

export interface CourseHeader {
  readonly facts: readonly string[];
  /** What the launch form would send for the same again. */
  readonly choice: Readonly<Record<string, string>>;
}

export function courseHeader({ facts, choice }: CourseHeader): Html {
  return html`<span class="facts">${facts.join(' · ')}</span>
    <form method="post" action="/launch">
      ${Object.entries(choice).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <button name="fresh" value="yes">${text.newAttempt}</button>
    </form>
    <a class="exit" href="/">${text.exit}</a>`;
}
