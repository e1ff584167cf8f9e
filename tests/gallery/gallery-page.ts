/** The gallery as one HTML page: a row a page and state, the widths beside each other, chosen by language, scheme and state. */
import type { Picture } from './look-at-views.ts';
import { LANGUAGES, SCHEMES, STATES } from './views.ts';

const STYLE = `
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: #8a8f93; color: #14181b; }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 12px 20px; background: #fff; }
fieldset { display: flex; flex-wrap: wrap; gap: 4px 12px; margin: 0; padding: 0; border: 0; }
legend { float: left; margin-right: 12px; font-weight: 700; }
section { padding: 20px; }
h2 { margin: 0 0 8px; }
.row { display: flex; gap: 20px; align-items: flex-start; overflow-x: auto; }
figure { flex: none; margin: 0; }
figure[hidden] { display: none; }
figcaption { max-width: 40em; }
img { display: block; max-height: 80vh; background: #fff; }
img:hover { max-height: none; }
.faulty { outline: 4px solid #c01; }
pre { margin: 0; max-width: 60em; overflow: auto; color: #fff; background: #700; }
`;

/** Hides what is not chosen; stands alone in the page. */
const SCRIPT = `
const form = document.querySelector('form');
const show = () => {
  const chosen = new FormData(form);
  const isChosen = (key, value) => chosen.getAll(key).includes(value);
  for (const figure of document.querySelectorAll('figure'))
    figure.hidden =
      !['state', 'language', 'scheme'].every((key) => isChosen(key, figure.dataset[key])) ||
      (chosen.has('faulty') && !figure.classList.contains('faulty'));
  for (const section of document.querySelectorAll('section')) section.hidden = !section.querySelector('figure:not([hidden])');
};
form.addEventListener('change', show);
show();
`;

export function galleryPage(pictures: readonly Picture[]): string {
  const places = [...new Set(pictures.map(({ view }) => view.place))];
  const faulty = pictures.filter(({ faults }) => faults.length > 0).length;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${STYLE}</style>
<form>${choiceOf('state', STATES, pictures)}${choiceOf('language', LANGUAGES, pictures)}${choiceOf('scheme', SCHEMES, pictures)}
<label><input type="checkbox" name="faulty"> only the ${String(faulty)} with faults</label></form>
${places.map((place) => section(place, pictures)).join('\n')}
<script>${SCRIPT}</script></html>
`;
}

function choiceOf(key: 'state' | 'language' | 'scheme', values: readonly string[], pictures: readonly Picture[]): string {
  const taken = values.filter((value) => pictures.some(({ sitting }) => sitting[key] === value));
  const boxes = taken.map((value) => `<label><input type="checkbox" name="${key}" value="${value}" checked> ${value}</label>`);
  return `<fieldset><legend>${key}</legend>${boxes.join('')}</fieldset>`;
}

function section(place: string, pictures: readonly Picture[]): string {
  const figures = pictures.filter(({ view }) => view.place === place).map(figure);
  return `<section><h2>#${escaped(place)}</h2><div class="row">${figures.join('')}</div></section>`;
}

function figure({ sitting: { state, language, scheme }, view, file, faults, paper }: Picture): string {
  const caption = [state, language, scheme, `${String(view.width)} px`].join(' · ');
  const printed = paper === undefined ? '' : ` · <a href="${escaped(paper)}">paper</a>`;
  const found = faults.length > 0 ? `<pre>${escaped(faults.join('\n'))}</pre>` : '';
  const kind = faults.length > 0 ? ' class="faulty"' : '';
  return `<figure${kind} data-state="${state}" data-language="${language}" data-scheme="${scheme}"><figcaption>${caption}${printed}</figcaption><a href="${escaped(file)}"><img loading="lazy" src="${escaped(file)}" alt=""></a>${found}</figure>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
