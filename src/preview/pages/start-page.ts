/** The preview's first page: who, what, in which LMS; and the attempts that there are. */
import { html } from 'hono/html';
import { lmsProfiles } from '../lms-profiles.ts';
import type { ScormStandard } from '../lms-profile.ts';
import { isPackage, type BrokenPackage, type CoursePackage } from '../packages.ts';
import { previewText } from '../preview-text.ts';
import { learnerLanguages, type PreviewAttempt, type PreviewLearner } from '../preview-store.ts';
import { receivedView } from '../received-view.ts';
import { pageFrame, type Html } from './page-frame.ts';
import { views } from './views.ts';

const text = previewText.start;

export interface StartPage {
  readonly learners: readonly PreviewLearner[];
  readonly packages: readonly (CoursePackage | BrokenPackage)[];
  readonly attempts: readonly PreviewAttempt[];
}

export function startPage(page: StartPage): Html {
  return pageFrame({
    title: text.title,
    script: '/start.js',
    main: html`<h1>${text.title}</h1>
      <p class="lead">${text.lead}</p>
      ${launchForm(page)} ${otherPackages(page.packages)} ${attemptTable(page)} ${learnerList(page.learners)}`,
  });
}

function launchForm({ learners, packages }: StartPage): Html {
  const scorm = packages.filter(isPackage).filter(({ standard }) => isScorm(standard));
  if (scorm.length === 0) return html`<p class="missing">${text.noPackages}</p>`;
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
        scorm.map(({ name, standard, title }) => html`<option value="${name}" data-standard="${standard}">${name} – ${title}</option>`),
      )}
      ${select('profile', text.profile, lmsProfiles.map(profileOption), text.profileHelp)}
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

function profileOption(profile: (typeof lmsProfiles)[number]): Html {
  return html`<option value="${profile.id}" data-standards="${Object.keys(profile.habits).join(' ')}">${profile.title}</option>`;
}

function isScorm(standard: string): standard is ScormStandard {
  return standard === 'scorm12' || standard === 'scorm2004';
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

function otherPackages(packages: StartPage['packages']): Html | string {
  const open = packages.filter(isPackage).filter(({ standard }) => standard === 'web');
  const broken = packages.filter((found): found is BrokenPackage => !isPackage(found));
  if (open.length + broken.length === 0) return '';
  return html`<ul class="plain">
    ${open.map(({ name, launch }) => html`<li><a href="/web/${name}/${launch}">${text.openWeb(name)}</a> <span class="soft">${text.notScorm}</span></li>`)}
    ${broken.map(({ problem }) => html`<li class="problem">${problem}</li>`)}
  </ul>`;
}

function attemptTable({ attempts, learners }: StartPage): Html {
  const { attempts: words } = previewText;
  const names = new Map(learners.map(({ id, name }) => [id, name]));
  const titles = new Map<string, string>(lmsProfiles.map(({ id, title }) => [id, title]));
  if (attempts.length === 0)
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
        ${attempts.map((attempt) => {
          const learner = names.get(attempt.learner) ?? attempt.learner;
          const status = receivedView(attempt.standard, attempt.stored).status;
          return html`<tr>
            <th scope="row">${learner}</th>
            <td data-column="${columns.package}">${attempt.package}<br /><span class="soft">${words.number(attempt.number)}</span></td>
            <td data-column="${columns.profile}">${titles.get(attempt.profile) ?? attempt.profile}</td>
            <td data-column="${columns.status}">${status || words.notStarted}</td>
            <td data-column="${columns.opened}">${new Date(attempt.updated).toLocaleString('fi-FI')}</td>
            <td><a href="/attempt/${attempt.id}/" aria-label="${words.continueOf(learner, attempt.package)}">${words.continue}</a></td>
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
