/** Names, addresses, numbers and units as one line of text, whatever a source holds: anybody can put anything into her own name. */

/** White space of every kind, and control characters, which some programs take for line breaks. */
const BREAKS = /[\p{White_Space}\p{Cc}]+/gu;
/** They turn the order of the letters around them, so that a text looks like another one (Unicode TR #36, 3). */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/** Signs without a width, which come along when a text is copied: a space that does not show, a word's join, a byte order mark, a soft hyphen. */
const UNSEEN = /[\u200B\u2060\uFEFF\u00AD]/g;

/** What an e-mail program or a spreadsheet may put around an address: `Aino Öhman <aino@kirjasto.example>`, `mailto:aino@kirjasto.example`. */
const ADDRESS = /^(?:[^<>@]*<)?(?:mailto:)?([^\s<>@,;:]+@[^\s<>@,;:]+)>?[;,]?$/i;

/** @returns undefined where a text is none, as "none", "ei ole" and a name are */
export function addressText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : ADDRESS.exec(text)?.[1];
}

/** Letters are composed: “ä” is one sign, however a computer writes it. @returns undefined where nothing is left */
export function identityText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const folded = text.normalize('NFC').replace(TURNS, '').replace(UNSEEN, '').replace(BREAKS, ' ').trim();
  return folded === '' ? undefined : folded;
}
