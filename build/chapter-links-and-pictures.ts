/** Links and pictures of a chapter: where they lead, what a browser needs to know of them, and the faults in them. */
import { dirname, join } from 'node:path';
import type { Token } from 'markdown-it';
import type { Lines } from './chapter-faults.ts';
import type { ContentFile, Place } from './content-file.ts';
import { withoutPercentCodes } from './percent-codes.ts';
import { pictureAddress, pictureEndings } from './picture-address.ts';
import { say } from './say.ts';

export interface LinkContext {
  /** The content folder, for pictures. */
  readonly folder: string;
  /** Why a link within the course leads nowhere, in two sentences; undefined where it leads somewhere. */
  brokenLink(target: string): { readonly what: string; readonly instead: string } | undefined;
}

/** What stays in a text of a link or a picture that Markdown did not take for one: a space in it, or a target that is nowhere. */
const leftoverLink = /\](?:\(|\[| \((?=#|https?:))/;

/** Links and pictures of a run of text. */
export async function finishInline(file: ContentFile, inline: Token, where: Lines | Place, context: LinkContext): Promise<void> {
  const placeOf = (needle: string): Place => ('from' in where ? file.find(needle, where.from, where.to) : where);
  const children = inline.children ?? [];
  for (const [index, token] of children.entries()) {
    if (token.type === 'text') {
      if (token.content.includes('<!--')) noteComment(file, placeOf('<!--'));
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

/** What an author has meant for herself. */
function noteComment(file: ContentFile, place: Place): void {
  file.mistake(
    place,
    say`HTML-kommentti <!-- näkyisi kurssilla tekstinä.`,
    say`Poista se. Muistutuksen itsellesi voit kirjoittaa tiedoston alkuosaan omaksi rivikseen, joka alkaa merkillä #.`,
  );
}

function finishLink(file: ContentFile, token: Token, href: string, place: Place, context: LinkContext): void {
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

async function finishPicture(file: ContentFile, token: Token, placeOf: (needle: string) => Place, context: LinkContext): Promise<void> {
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
