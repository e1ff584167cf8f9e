/** What a chapter's author wrote that cannot stand: headings out of order, containers in the wrong place, lines of colons nobody knows. */
import type { Token } from 'markdown-it';
import type { ContentFile, Place } from './content-file.ts';
import { directiveNames, type DirectiveFault } from './directives.ts';
import { nearest } from './nearest.ts';
import { say } from './say.ts';

/** Where a block stands in its file. */
export interface Lines {
  /** From 1. */
  readonly from: number;
  /** The line after the last. */
  readonly to: number;
}

const panelTones = ['see', 'talk', 'attitude', 'promise', 'tools', 'wish', 'goal'] as const;

/** Headings and containers: what may stand where. */
export function checkBlocks(file: ContentFile, tokens: readonly Token[], at: (token: Token) => Lines): void {
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

/** A line of colons that means nothing or closes nothing. */
export function noteDirective(file: ContentFile, fault: DirectiveFault, lineFromZero: number): void {
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
