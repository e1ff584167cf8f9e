/** The player: the course on one side, what the LMS has received on the other. The rest happens in `player/player.client.ts`. */
import { html, raw } from 'hono/html';
import type { LmsProfile } from '../lms-profile.ts';
import type { LaunchModeAsked } from '../lms-server.ts';
import type { CoursePackage } from '../packages.ts';
import type { PlayerConfig } from '../player/player-config.ts';
import { previewFaults } from '../faults.ts';
import { previewText } from '../preview-text.ts';
import type { PreviewAttempt, PreviewLearner } from '../preview-store.ts';
import { pageFrame, type Html } from './page-frame.ts';
import type { View } from './views.ts';

export interface PlayerPage {
  readonly attempt: PreviewAttempt;
  readonly learner: PreviewLearner;
  readonly course: CoursePackage;
  readonly profile: LmsProfile;
  readonly mode: LaunchModeAsked;
  readonly view: View;
  readonly buildNumber: number;
}

const text = previewText.player;

export function playerPage({ attempt, learner, course, profile, mode, view, buildNumber }: PlayerPage): Html {
  const config: PlayerConfig = {
    base: `/attempt/${String(attempt.id)}`,
    launch: course.launch,
    profile: profile.id,
    view,
    buildNumber,
    request: {
      standard: attempt.standard,
      attempt: String(attempt.id),
      learner: { id: learner.id, name: learner.name, language: learner.language },
      mode,
    },
  };
  return pageFrame({
    title: course.title,
    script: '/player.js',
    bodyClass: `player ${view}`,
    header: html`<span class="facts">${learner.name} · ${profile.title} · ${previewText.attempts.number(attempt.number)}</span>
      <form method="post" action="/launch">
        ${Object.entries({ learner: learner.id, package: attempt.package, profile: profile.id, mode, view }).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <button name="fresh" value="yes">${text.newAttempt}</button>
      </form>
      <a class="exit" href="/">${text.exit}</a>`,
    main: html`<script type="application/json" id="player-config">
        ${raw(JSON.stringify(config).replaceAll('<', String.raw`\u003c`))}
      </script>
      <h1 class="hidden">${course.title}</h1>
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
          <summary>${text.requests}</summary>
          <ol id="requests" class="log"></ol>
        </details>
        <details>
          <summary>${text.calls}</summary>
          <p class="help">${text.callsHelp}</p>
          <ol id="calls" class="log"></ol>
        </details>
      </aside>`,
  });
}
