/**
 * A chapter's text, from Markdown to the HTML that the shell shows between exercises. HTML in Markdown is shown as it is written, never
 * taken as markup. Faults are noted in the file, and the rendering goes on so that all of them are found.
 */
import { dirname, join } from 'node:path';
import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import type { ContentFile, Place } from './content-file.ts';
import { directiveNames, directives, type DirectiveFault } from './directives.ts';
import { onlyIn } from '../src/course/course-parts.ts';
import { foldVoices } from './fold-voice.ts';
import { markPassages, type PassageMarks } from './edit/mark-passages.ts';
import { nearest } from './nearest.ts';
import { withoutPercentCodes } from './percent-codes.ts';
import { pictureAddress, pictureEndings } from './picture.ts';
import type { Hyphenate } from './soft-hyphens.ts';
import { say } from './say.ts';

/** Text made into HTML, or the id of an exercise that stands here. */
export type RenderedPart =
  { readonly type: 'html'; readonly html: string } | { readonly type: 'exercise'; readonly id: string; readonly place: Place };

export interface RenderContext {
  /** The content folder, for pictures. */
  readonly folder: string;
  readonly hyphenate: Hyphenate;
  /** What `{version}` and the like become in a chapter's text. */
  readonly particulars: Particulars;
  /** Why a link within the course leads nowhere, in two sentences; undefined where it leads somewhere. */
  brokenLink(target: string): { readonly what: string; readonly instead: string } | undefined;
  /** Tells where each passage comes from; undefined for what learners get. */
  readonly passageMarks: PassageMarks | undefined;
}

/** What course.yaml says of the content and a chapter may repeat. `{contact}` is a setting, and takes its place at the launch (`src/course/settings.ts`). */
export type Particulars = Readonly<Record<'version' | 'publisher', string>>;

const panelTones = ['see', 'talk', 'attitude', 'promise', 'tools', 'wish', 'goal'] as const;

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

interface Lines {
  /** From 1. */
  readonly from: number;
  /** The line after the last. */
  readonly to: number;
}

function markdownOf(onFault: (fault: DirectiveFault, line: number) => void): MarkdownIt {
  const markdown = createMarkdownIt({ html: false });
  directives(markdown, onFault);
  const { rules } = markdown.renderer;
  const escape = markdown.utils.escapeHtml;
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

/** Headings and containers: what may stand where. */
function checkBlocks(file: ContentFile, tokens: readonly Token[], at: (token: Token) => Lines): void {
  let level = 1;
  const containers: Token[] = [];
  tokens.forEach((token, index) => {
    const place = { line: at(token).from };
    if (token.type === 'paragraph_open') {
      checkUnspacedHeading(file, tokens[index + 1], at(token));
    } else if (token.type === 'heading_open') {
      level = checkHeading(file, token, tokens[index + 1], level, place);
    } else if (token.type === 'exercise') {
      level = 2;
      if (token.info === '') file.mistake(place, say`Tehtävän tunnus puuttuu riviltä.`, say`Kirjoita tunnus: ::: exercise b.channels`);
      if (token.level > 0)
        file.mistake(place, say`Tehtävä on luettelon tai laatikon sisällä.`, say`Siirrä rivi ulos omaksi kappaleekseen.`);
    } else if (token.type.endsWith('_open') && isContainer(token.type.slice(0, -5))) {
      checkContainer(file, token, tokens[index + 1], containers.at(-1), place);
      containers.push(token);
    } else if (token.type.endsWith('_close') && isContainer(token.type.slice(0, -6))) {
      const opened = containers.pop();
      if (token.type === 'voice_close' && opened) token.info = opened.info;
    }
  });
}

function checkHeading(file: ContentFile, heading: Token, inline: Token | undefined, before: number, place: Place): number {
  const level = Number(heading.tag.slice(1));
  if ((inline?.content ?? '') === '') {
    file.mistake(place, say`Otsikko on tyhjä.`, say`Kirjoita otsikon teksti #-merkkien perään tai poista rivi.`);
  }
  if (level === 1) {
    file.mistake(
      place,
      say`Yhden #-merkin otsikko on varattu osion nimelle.`,
      say`Osion nimi on avaimessa ”title”. Aloita tekstin otsikot merkeillä ##.`,
    );
  } else if (level > before + 1) {
    const wanted = '#'.repeat(before + 1);
    file.mistake(
      place,
      say`Otsikkotaso hyppää: ${'#'.repeat(level)} tulee ennen tasoa ${wanted}.`,
      say`Aloita otsikko merkeillä ${wanted}.`,
    );
  }
  return Math.max(level, 2);
}

/** A line of text that was meant to be a heading. */
function checkUnspacedHeading(file: ContentFile, inline: Token | undefined, { from, to }: Lines): void {
  const [line, signs = '', words = ''] = /^(#{2,6})([^\s#].*)$/m.exec(inline?.content ?? '') ?? [];
  if (line === undefined) return;
  file.mistake(file.find(line, from, to), say`Otsikon #-merkkien perästä puuttuu välilyönti.`, say`Kirjoita: ${signs} ${words}`);
}

function checkContainer(file: ContentFile, token: Token, next: Token | undefined, outer: Token | undefined, place: Place): void {
  switch (token.type) {
    case 'voice_open':
      if (token.info === '') {
        file.mistake(
          place,
          say`Puhujan nimi puuttuu.`,
          say`Kirjoita nimi, ammatti ja työpaikka: ::: voice Tuire Vesterinen, kirjastonjohtaja, Muurame`,
        );
      }
      break;
    case 'whole_open':
    case 'part_open':
      if (token.level > 0) {
        file.mistake(
          place,
          say`Laatikko ”${token.type.slice(0, -5)}” on toisen laatikon tai luettelon sisällä.`,
          say`Siirrä rivit ulos: näin rajataan kokonaisia kappaleita, otsikoita ja laatikoita.`,
        );
      }
      break;
    case 'panels_open':
      if (next?.type !== 'panel_open') {
        file.mistake(
          place,
          say`Laatikossa ”panels” on muuta kuin ruutuja.`,
          say`Aloita jokainen ruutu rivillä, jossa on ::: panel ja ulkoasun nimi.`,
        );
      }
      break;
    case 'panel_open':
      checkPanel(file, token, next, outer, place);
      break;
  }
}

function checkPanel(file: ContentFile, token: Token, next: Token | undefined, outer: Token | undefined, place: Place): void {
  if (outer?.type !== 'panels_open') {
    file.mistake(place, say`Ruutu ei ole laatikon ”panels” sisällä.`, say`Pane ruudut rivien :::: panels ja :::: väliin.`);
  }
  if (!(panelTones as readonly string[]).includes(token.info)) {
    const near = nearest(token.info, panelTones);
    const all = say`Ulkoasut: ${panelTones.join(', ')}.`;
    file.mistake(place, say`Ruudun ulkoasua ”${token.info}” ei tunneta.`, near ? say`Tarkoititko ”${near}”? ${all}` : all);
  }
  if (next?.type !== 'heading_open') {
    file.mistake(place, say`Ruudulta puuttuu otsikko.`, say`Aloita ruutu otsikolla, esimerkiksi: ## Näy asiakkaalle`);
  }
}

function isContainer(name: string): boolean {
  return (directiveNames as readonly string[]).includes(name) && name !== 'exercise';
}

function noteDirective(file: ContentFile, fault: DirectiveFault, lineFromZero: number): void {
  const place = { line: lineFromZero + 1 };
  switch (fault.fault) {
    case 'unknown': {
      const near = nearest(fault.name, directiveNames);
      const all = say`Tunnetut: ${directiveNames.join(', ')}.`;
      return file.mistake(place, say`Riviä ”::: ${fault.name}” ei tunneta.`, near ? say`Tarkoititko ”${near}”? ${all}` : all);
    }
    case 'unclosed':
      return file.mistake(
        place,
        say`Laatikkoa ”${fault.colons} ${fault.name}” ei ole suljettu.`,
        say`Kirjoita laatikon loppuun oma rivi: ${fault.colons}`,
      );
    case 'nothing-to-close':
      return file.mistake(
        place,
        say`Rivi ::: ei sulje mitään.`,
        say`Poista rivi tai tarkista, että avaavalla rivillä on yhtä monta kaksoispistettä.`,
      );
  }
}

/** What stays in a text of a link or a picture that Markdown did not take for one: a space in it, or a target that is nowhere. */
const leftoverLink = /\](?:\(|\[| \((?=#|https?:))/;

/** Links and pictures of a run of text. */
async function finishInline(file: ContentFile, inline: Token, where: Lines | Place, context: RenderContext): Promise<void> {
  const placeOf = (needle: string): Place => ('from' in where ? file.find(needle, where.from, where.to) : where);
  const children = inline.children ?? [];
  for (const [index, token] of children.entries()) {
    if (token.type === 'text') {
      const [leftover] = leftoverLink.exec(token.content) ?? [];
      if (leftover !== undefined) {
        file.mistake(
          placeOf(leftover),
          say`Linkki tai kuva on kirjoitettu niin, että se näkyisi kurssilla tekstinä.`,
          say`Kirjoita linkki [teksti](#b) ja kuva ![kuvan seloste](kuva.svg) ilman muita välilyöntejä kuin tekstin omat.`,
        );
      }
    } else if (token.type === 'link_open') {
      const href = String(token.attrGet('href') ?? '');
      const place = placeOf(`](${href}`);
      if (children[index + 1]?.type === 'link_close') {
        file.mistake(place, say`Linkiltä puuttuu teksti.`, say`Kirjoita hakasulkeisiin, minne linkki vie: [teksti](${href})`);
      }
      finishLink(file, token, href, place, context);
    } else if (token.type === 'image') {
      await finishPicture(file, token, placeOf, context);
    }
  }
}

function finishLink(file: ContentFile, token: Token, href: string, place: Place, context: RenderContext): void {
  if (href.startsWith('#')) {
    const target = withoutPercentCodes(href.slice(1));
    const broken = target === undefined ? unreadable(href) : context.brokenLink(target);
    if (broken) file.mistake(place, broken.what, broken.instead);
  } else if (/^https?:\/\//.test(href) && URL.canParse(href)) {
    // The course's own page must never be left: in many LMSs that ends the session.
    token.attrSet('target', '_blank');
    token.attrSet('rel', 'noopener noreferrer');
    token.attrSet('class', 'external');
  } else if (!/^(mailto|tel):/.test(href)) {
    file.mistake(place, say`Linkki ”${href}” ei vie mihinkään.`, say`Linkki toiseen osioon on muotoa #b ja verkkosivulle muotoa https://…`);
  }
}

async function finishPicture(file: ContentFile, token: Token, placeOf: (needle: string) => Place, context: RenderContext): Promise<void> {
  const address = String(token.attrGet('src') ?? '');
  const name = withoutPercentCodes(address) ?? address;
  const place = placeOf(`](${name}`);
  if (token.content.trim() === '') {
    file.mistake(place, say`Kuvalta ”${name}” puuttuu seloste.`, say`Kerro hakasulkeissa, mitä kuvassa on: ![kuvan seloste](${name})`);
  }
  const data = await pictureAddress(join(context.folder, dirname(file.path)), name);
  if (data !== undefined) {
    token.attrSet('src', data);
  } else if (/^[\w./:-]*$/.test(name)) {
    file.mistake(
      place,
      say`Kuvaa ”${name}” ei löydy.`,
      say`Tallenna kuva tämän tiedoston viereen. Päätteet: ${pictureEndings.join(', ')}.`,
    );
  } else {
    file.mistake(
      place,
      say`Kuvan nimi ”${name}” ei kelpaa.`,
      say`Nimeä tiedosto kirjaimilla a–z, numeroilla ja yhdysmerkeillä ja kirjoita sama nimi tähän.`,
    );
  }
}

function unreadable(href: string): { readonly what: string; readonly instead: string } {
  return {
    what: say`Linkin ”${href}” %-merkkiä ei voi tulkita.`,
    instead: say`Kirjoita osion tai tehtävän tunnus ilman %-merkkejä, esimerkiksi #b tai #b/b.channels.`,
  };
}

function softHyphenateHeadings(tokens: readonly Token[], hyphenate: Hyphenate): void {
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return;
    for (const child of tokens[index + 1]?.children ?? []) {
      if (child.type === 'text') child.content = hyphenate(child.content);
    }
  });
}
