/**
 * A chapter's text, from Markdown to the HTML that the shell shows between exercises. HTML in Markdown is shown as it is written, never
 * taken as markup. Faults are noted in the file, and the rendering goes on so that all of them are found.
 */
import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import { checkBlocks, noteDirective, type Lines } from './chapter-faults.ts';
import { finishInline, type LinkContext } from './chapter-links-and-pictures.ts';
import type { ContentFile, Place } from './content-file.ts';
import { directives, type DirectiveFault } from './directives.ts';
import { onlyIn } from '../src/course/course-parts.ts';
import { foldVoices } from './fold-voice.ts';
import { markPassages, type PassageMarks } from './edit/mark-passages.ts';
import type { Hyphenate } from './soft-hyphens.ts';
import { say } from './say.ts';

/** Text made into HTML, or the id of an exercise that stands here. */
export type RenderedPart =
  { readonly type: 'html'; readonly html: string } | { readonly type: 'exercise'; readonly id: string; readonly place: Place };

export interface RenderContext extends LinkContext {
  readonly hyphenate: Hyphenate;
  /** What `{version}` and the like become in a chapter's text. */
  readonly particulars: Particulars;
  /** Tells where each passage comes from; undefined for what learners get. */
  readonly passageMarks: PassageMarks | undefined;
}

/** What course.yaml says of the content and a chapter may repeat. `{contact}` is a setting, and takes its place at the launch (`src/course/settings.ts`). */
export type Particulars = Readonly<Record<'version' | 'publisher', string>>;

/** @param bodyStart offset at which the Markdown begins, after the front matter */
export async function renderChapter(file: ContentFile, bodyStart: number, context: RenderContext): Promise<RenderedPart[]> {
  const markdown = markdownOf((fault, line) => noteDirective(file, fault, line));
  // Blank lines in place of the front matter keep the line numbers of tokens those of the file.
  const text = withParticulars(file.text.slice(bodyStart), context.particulars);
  const tokens = markdown.parse(file.text.slice(0, bodyStart).replace(/[^\n]+/g, '') + text, {});
  const at = (token: Token): Lines => ({ from: (token.map?.[0] ?? 0) + 1, to: (token.map?.[1] ?? 0) + 1 });
  checkBlocks(file, tokens, at);
  for (const token of tokens) if (token.type === 'inline') await finishInline(file, token, at(token), context);
  softHyphenateHeadings(tokens, context.hyphenate);
  if (context.passageMarks) markPassages(tokens, context.passageMarks);
  return partsOf(markdown, tokens, at);
}

/** A short text such as an exercise's task: paragraphs, lists and links, no headings and no lines of colons. */
export async function renderShortText(file: ContentFile, source: string, place: Place, context: RenderContext): Promise<string> {
  const misplaced = (): void =>
    file.mistake(
      place,
      say`Tehtävänannossa on otsikko tai :::-rivi.`,
      say`Kirjoita tehtävänanto tavallisena tekstinä. Otsikko on avaimessa ”title”.`,
    );
  const markdown = markdownOf(misplaced);
  const tokens = markdown.parse(source, {});
  if (tokens.some(({ type }) => type === 'heading_open' || type === 'exercise')) misplaced();
  for (const token of tokens) if (token.type === 'inline') await finishInline(file, token, place, context);
  return markdown.renderer.render(tokens, markdown.options, {}).trim();
}

/** An address among the particulars becomes a link. */
function withParticulars(text: string, particulars: Particulars): string {
  return text.replace(/\{(version|publisher)\}/g, (_, name: keyof Particulars) => {
    const value = particulars[name];
    if (/^https?:\/\/\S+$/.test(value)) return `[${value.replace(/^https?:\/\//, '')}](${value})`;
    return /^[^\s@]+@[^\s@]+$/.test(value) ? `[${value}](mailto:${value})` : value;
  });
}

function markdownOf(onFault: (fault: DirectiveFault, line: number) => void): MarkdownIt {
  const markdown = createMarkdownIt({ html: false });
  directives(markdown, onFault);
  const { rules } = markdown.renderer;
  const escape = markdown.utils.escapeHtml;
  rules['text'] = (tokens, index) => escape(withSigns(tokens[index]?.content ?? ''));
  rules['voice_open'] = () => '<figure class="voice"><div>\n';
  rules['voice_close'] = (tokens, index) => `</div><figcaption>${escape(tokens[index]?.info ?? '')}</figcaption></figure>\n`;
  rules['panels_open'] = () => '<div class="panels">\n';
  rules['panels_close'] = () => '</div>\n';
  rules['panel_open'] = (tokens, index) => `<section class="panel panel-${escape(tokens[index]?.info ?? '')}">\n`;
  rules['panel_close'] = () => '</section>\n';
  rules['note_open'] = () => '<aside class="note">\n';
  rules['note_close'] = () => '</aside>\n';
  for (const shape of ['whole', 'part']) {
    rules[`${shape}_open`] = () => onlyIn.begin(shape);
    rules[`${shape}_close`] = () => onlyIn.end;
  }
  return markdown;
}

/** A sign begins no line, and a line does not break between two: ”osiossa C”, ”luokkaan A1”, ”osiot B–E”. English ”I” is a word. */
function withSigns(text: string): string {
  return text.replace(/(?<=\p{Ll}) (?=(?!I\b)[A-Z]\d?(?![\p{L}\d]))/gu, '\u00A0').replace(/(?<=\b[A-Z]\d?–)(?=[A-Z]\d?\b)/g, '\u2060');
}

function partsOf(markdown: MarkdownIt, tokens: readonly Token[], at: (token: Token) => Lines): RenderedPart[] {
  const parts: RenderedPart[] = [];
  let text: Token[] = [];
  const endText = (): void => {
    const html = foldVoices(markdown.renderer.render(text, markdown.options, {}).trim());
    if (html !== '') parts.push({ type: 'html', html });
    text = [];
  };
  for (const token of tokens) {
    if (token.type !== 'exercise') {
      text.push(token);
      continue;
    }
    endText();
    parts.push({ type: 'exercise', id: token.info, place: { line: at(token).from } });
  }
  endText();
  return parts;
}

function softHyphenateHeadings(tokens: readonly Token[], hyphenate: Hyphenate): void {
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return;
    for (const child of tokens[index + 1]?.children ?? []) {
      if (child.type === 'text') child.content = hyphenate(child.content);
    }
  });
}
