/** The preview's first page: who, what, in which LMS; and the attempts that there are. */
import { html } from 'hono/html';
import { lmsProfiles } from '../../simulator/lms-profiles.ts';
import type { Registration } from '../../simulator/launchers/launch-book.ts';
import { launcherProfiles } from '../../simulator/launchers/launcher-profiles.ts';
import type { BuiltPage } from '../built-pages.ts';
import { isPackage, type BrokenPackage, type CoursePackage } from '../package-shelf.ts';
import { previewText } from '../preview-text.ts';
import { learnerLanguages, type PreviewLearner } from '../preview-learners.ts';
import type { PreviewAttempt } from '../preview-store.ts';
import { scormView } from '../scorm-received.ts';
import { pageFrame, type Html } from './page-frame.ts';
import { views } from './views.ts';

const text = previewText.start;

export interface StartPage {
  readonly learners: readonly PreviewLearner[];
  readonly packages: readonly (CoursePackage | BrokenPackage)[];
  readonly attempts: readonly PreviewAttempt[];
  readonly registrations: readonly Registration[];
  readonly builtPages: readonly BuiltPage[];
}

export function startPage(page: StartPage): Html {
  return pageFrame({
    title: text.title,
    script: '/start.js',
    main: html`<h1>${text.title}</h1>
      <p class="lead">${text.lead}</p>
      ${launchForm(page)} ${otherPackages(page)} ${attemptTable(page)} ${learnerList(page.learners)}`,
  });
}

function launchForm({ learners, packages }: StartPage): Html {
  const launched = packages.filter(isPackage).filter(({ standard }) => standard !== 'web');
  if (launched.length === 0) return html`<p class="missing">${text.noPackages}</p>`;
  return html`<form class="sheet" method="post" action="/launch">
    <div class="fields">
      ${select(
        'learner',
        text.learner,
        learners.map(({ id, name }) => html`<option value="${id}">${name}</option>`),
      )}
      ${select(
        'package',
        text.package,
        launched.map(({ name, standard, title }) => html`<option value="${name}" data-standard="${standard}">${name} – ${title}</option>`),
      )}
      ${select('profile', text.profile, profileOptions, text.profileHelp)}
    </div>
    <div class="fields">
      ${radios('mode', text.mode, text.modes)}
      ${radios('language', text.language, { '': text.ownLanguage, ...previewText.learners.languages })}
      ${radios('view', text.view, Object.fromEntries(views.map((view) => [view, text.views[view]])))}
    </div>
    <p class="buttons">
      <button class="main">${text.launch}</button>
      <button name="fresh" value="yes">${text.launchNew}</button>
    </p>
  </form>`;
}

const profileOptions: readonly Html[] = [
  ...lmsProfiles.map(({ id, title, habits }) => profileOption(id, title, Object.keys(habits))),
  ...launcherProfiles.map(({ id, title, standard }) => profileOption(id, title, [standard])),
];

function profileOption(id: string, title: string, standards: readonly string[]): Html {
  return html`<option value="${id}" data-standards="${standards.join(' ')}">${title}</option>`;
}

function select(name: string, label: string, options: readonly Html[], help?: string): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}" ${help ? html`aria-describedby="${name}-help"` : ''}>
      ${options}
    </select>
    ${help ? html`<p class="help" id="${name}-help">${help}</p>` : ''}
  </div>`;
}

function radios(name: string, legend: string, options: Readonly<Record<string, string>>): Html {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${Object.entries(options).map(
      ([value, label], index) =>
        html`<label class="choice"><input type="radio" name="${name}" value="${value}" ${index === 0 ? 'checked' : ''} /> ${label}</label>`,
    )}
  </fieldset>`;
}

function otherPackages({ packages, builtPages }: StartPage): Html | string {
  const open = packages.filter(isPackage).filter(({ standard }) => standard === 'web');
  const broken = packages.filter((found): found is BrokenPackage => !isPackage(found));
  if (open.length + broken.length + builtPages.length === 0) return '';
  return html`<ul class="plain">
    ${open.map(({ name, launch }) => html`<li><a href="/web/${encodeURIComponent(name)}/${launch}">${text.openWeb(name)}</a> <span class="soft">${text.notScorm}</span></li>`)}
    ${builtPages.map(({ file, kind }) => html`<li><a href="/${file}">${text.builtPages[kind].open}</a> <span class="soft">${text.builtPages[kind].what}</span></li>`)}
    ${broken.map(({ problem }) => html`<li class="problem">${problem}</li>`)}
  </ul>`;
}

interface AttemptRow {
  readonly learner: string;
  readonly package: string;
  /** The LMS's or the launcher's title. */
  readonly lms: string;
  readonly number: number;
  readonly status: string;
  readonly opened: string;
  readonly path: string;
}

function attemptRows({ attempts, registrations }: StartPage): AttemptRow[] {
  const { attempts: words, player } = previewText;
  const latest = new Map(registrations.toReversed().map((one) => [[one.learner, one.package, one.profile].join(), one]));
  return [
    ...attempts.map(({ id, standard, stored, updated, profile, ...attempt }) => ({
      ...attempt,
      lms: titleIn(lmsProfiles, profile),
      status: scormView(standard, stored).status || words.notStarted,
      opened: new Date(updated).toLocaleString('fi-FI'),
      path: `/attempt/${String(id)}/`,
    })),
    // A launcher opens the latest registration only.
    ...[...latest.values()].toReversed().map(({ id, standing, profile, ...registration }) => ({
      ...registration,
      lms: titleIn(launcherProfiles, profile),
      status: standing.completed ? player.completed : player.notCompleted,
      opened: '',
      path: `/course/${id}/`,
    })),
  ];
}

function titleIn(profiles: readonly { readonly id: string; readonly title: string }[], id: string): string {
  return profiles.find((profile) => profile.id === id)?.title ?? id;
}

function attemptTable(page: StartPage): Html {
  const { attempts: words } = previewText;
  const names = new Map(page.learners.map(({ id, name }) => [id, name]));
  const rows = attemptRows(page);
  if (rows.length === 0)
    return html`<h2>${words.title}</h2>
      <p>${words.none}</p>`;
  const { columns } = words;
  return html`<h2 id="attempts">${words.title}</h2>
    <table class="cards" aria-labelledby="attempts">
      <thead>
        <tr>
          ${Object.values(columns).map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => {
          const learner = names.get(row.learner) ?? row.learner;
          return html`<tr>
            <th scope="row">${learner}</th>
            <td data-column="${columns.package}">${row.package}<br /><span class="soft">${words.number(row.number)}</span></td>
            <td data-column="${columns.profile}">${row.lms}</td>
            <td data-column="${columns.status}">${row.status}</td>
            <td data-column="${columns.opened}">${row.opened}</td>
            <td><a href="${row.path}" aria-label="${words.continueOf(learner, row.package)}">${words.continue}</a></td>
          </tr>`;
        })}
      </tbody>
    </table>`;
}

function learnerList(learners: readonly PreviewLearner[]): Html {
  const { learners: words } = previewText;
  return html`<h2>${words.title}</h2>
    <ul class="people">
      ${learners.map(
        ({ id, name, language }) =>
          html`<li>
            <span>${name} <span class="soft">${words.languages[language]}</span></span>
            <form method="post" action="/learners/${id}/reset"><button aria-label="${words.resetOf(name)}">${words.reset}</button></form>
          </li>`,
      )}
    </ul>
    <form class="sheet" method="post" action="/learners">
      <div class="fields">
        <div class="field">
          <label for="name">${words.name}</label>
          <input id="name" name="name" required maxlength="80" autocomplete="off" aria-describedby="name-help" />
          <p class="help" id="name-help">${words.nameHelp}</p>
        </div>
        ${select(
          'language',
          words.language,
          learnerLanguages.map((language) => html`<option value="${language}">${words.languages[language]}</option>`),
        )}
      </div>
      <p class="buttons"><button>${words.add}</button></p>
    </form>`;
}
