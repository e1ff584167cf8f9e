/** What a package says of itself. */
import { html, type TemplateResult } from 'lit/html.js';
import { identifiersOf } from '../../../build/identifiers.ts';
import { manifestIdentifiers } from '../../../manifests/identifiers.ts';
import type { Course } from '../../course/course.ts';
import type { PackageInHand } from '../read-package.ts';
import type { OwnPackageText } from '../text/own-package-text.ts';

export function packageFacts(name: string, { kind, contents }: PackageInHand, { package: words }: OwnPackageText): TemplateResult {
  const [main] = contents;
  const questions = identifiersOf(main as Course).filter((identifier) => identifier.kind === 'field').length;
  const facts: readonly (readonly [string, string])[] = [
    [words.file, name],
    [words.standard, words.names[kind.name]],
    [words.version, main.version],
    [words.languages, contents.map(({ language }) => words.languageNames[language]).join(', ')],
    [words.course, main.id],
    ...(kind.standard.startsWith('scorm') ? [[words.manifest, manifestIdentifiers(main).manifest] as const] : []),
    [words.classes, main.classes.map(({ id }) => id).join(', ')],
    [words.questions, String(questions)],
  ];
  return html`<dl class="package">
      ${facts.map(
        ([term, value]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <p>${words.sameIds}</p>`;
}
