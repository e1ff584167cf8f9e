/** What runs in the page of components: each element with what its manifest says, and each exercise in the state that is chosen. */
import { html, nothing, render, type TemplateResult } from 'lit';
import '../../src/exercises/shared/single-exercise.ts';
import type { Language } from '../../src/course/course.ts';
import type { ShownComponents, ShownElement, ShownExercise } from './make-page.ts';

const LANGUAGE_NAMES: readonly (readonly [Language, string])[] = [
  ['fi', 'suomi'],
  ['sv', 'svenska'],
  ['en', 'English'],
];
const shown = JSON.parse(document.getElementById('shown')?.textContent ?? '') as ShownComponents;
const app = document.getElementById('app') as HTMLElement;
const states = new Map<ShownExercise, (typeof shown.states)[number]>();
let language: Language = 'fi';

function draw(): void {
  render(
    html`<h1>Components</h1>
      <p>Each exercise alone, in every state. What the tables say comes from <code>custom-elements.json</code>.</p>
      <nav aria-label="Elements">
        <ul>
          ${shown.elements.map(({ tagName }) => html`<li><a href="#${tagName}">${tagName}</a></li>`)}
        </ul>
      </nav>
      <fieldset class="states language">
        <legend>Language of the exercises</legend>
        ${LANGUAGE_NAMES.map(([value, name]) => choice('language', value, name, value === language, () => (language = value)))}
      </fieldset>
      ${shown.elements.map(element)}`,
    app,
  );
}

function choice(group: string, value: string, words: string, checked: boolean, choose: () => void): TemplateResult {
  const change = (): void => {
    choose();
    draw();
  };
  return html`<label><input type="radio" name=${group} value=${value} ?checked=${checked} @change=${change} /> ${words}</label>`;
}

function element(declaration: ShownElement): TemplateResult {
  const { tagName, description, members = [], events = [], cssParts = [] } = declaration;
  const properties = members.filter((one) => one.kind === 'field' && one.privacy === undefined);
  return html`<section id=${tagName} aria-labelledby="${tagName}-title">
    <h2 id="${tagName}-title"><code>&lt;${tagName}&gt;</code></h2>
    <p>${description}</p>
    <details>
      <summary>Properties, events and parts</summary>
      ${table(
        'Properties',
        ['Property', 'Attribute', 'Type', 'What for'],
        properties.map((one) => [
          one.name,
          attributeOf(declaration, one.name),
          ('type' in one && one.type?.text) || '',
          one.description ?? '',
        ]),
      )}
      ${table(
        'Events',
        ['Event', 'Type', 'When'],
        events.map((one) => [one.name, one.type.text, one.description ?? '']),
      )}
      ${table(
        'CSS parts',
        ['Part', 'What'],
        cssParts.map((one) => [one.name, one.description ?? '']),
      )}
    </details>
    ${shown.exercises.filter(({ tag }) => tag === tagName).map(stage)}
  </section>`;
}

function attributeOf({ attributes = [] }: ShownElement, property: string): string {
  return attributes.find(({ fieldName }) => fieldName === property)?.name ?? '–';
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell, index) => (index < cells.length - 1 ? html`<td><code>${cell}</code></td>` : html`<td>${cell}</td>`))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function stage(exercise: ShownExercise): TemplateResult {
  const asked = exercise.inLanguages[language];
  const chosen = states.get(exercise) ?? 'begun';
  const id = asked?.id ?? exercise.tag;
  return html`<fieldset class="states">
      <legend><code>${id}</code></legend>
      ${shown.states.map((state) => choice(id, state, state, state === chosen, () => states.set(exercise, state)))}
    </fieldset>
    <div class="stage">
      <aspa-single-exercise
        data-exercise=${id}
        .exercise=${asked}
        .course=${shown.courses[language]}
        .language=${language}
        .answers=${exercise.answers[chosen]}
        ?read-only=${chosen === 'read-only'}
      ></aspa-single-exercise>
    </div>`;
}

draw();
