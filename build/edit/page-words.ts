/** The words of the edit mode, in the languages of the course. */
import { partWordsIn, type PartWords } from './part-words.ts';
import type { Reason } from './source-place.ts';

export interface PageWords {
  readonly start: string;
  readonly title: string;
  readonly hint: string;
  readonly allTexts: string;
  readonly close: string;
  readonly undo: string;
  readonly undoOf: (label: string) => string;
  readonly leave: string;
  readonly saved: (label: string) => string;
  readonly undone: (label: string) => string;
  readonly editText: string;
  readonly text: string;
  readonly markdown: string;
  readonly save: string;
  readonly saving: string;
  readonly cancel: string;
  readonly unsaved: string;
  /** Goes on, and drops what is not saved. */
  readonly unsavedGo: string;
  readonly writeOn: string;
  readonly use: string;
  /** `channels`, 2, 5. */
  readonly item: (list: string, number: number, count: number) => string;
  readonly up: string;
  readonly down: string;
  readonly addAfter: string;
  readonly remove: string;
  readonly newItem: (list: string) => string;
  readonly add: string;
  readonly mistakes: string;
  readonly removes: string;
  readonly removesWhat: (ids: readonly string[]) => string;
  readonly removeAnyway: string;
  readonly reload: string;
  readonly unreachable: string;
  readonly part: PartWords;
  readonly reasons: Readonly<Record<Reason, string>>;
}

const fi: PageWords = {
  start: 'Muokkaa tekstejä',
  title: 'Muokkaustila',
  hint: 'Napsauta tekstiä, jota haluat muuttaa.',
  allTexts: 'Kaikki tekstit',
  close: 'Sulje',
  undo: 'Kumoa',
  undoOf: (label) => `Kumoa viimeisin muutos: ”${label}”`,
  leave: 'Lopeta',
  saved: (label) => `Tallennettu: ”${label}”`,
  undone: (label) => `Kumottu: ”${label}”`,
  editText: 'Muuta tekstiä',
  text: 'Teksti',
  markdown: 'Teksti (Markdown)',
  save: 'Tallenna',
  saving: 'Tarkistetaan…',
  cancel: 'Peruuta',
  unsaved: 'Kirjoittamaasi ei ole tallennettu.',
  unsavedGo: 'Jatka tallentamatta',
  writeOn: 'Palaa kirjoittamaan',
  use: 'Käytä kuten kurssilla',
  item: (list, number, count) => `${list}: kohta ${String(number)}/${String(count)}`,
  up: 'Siirrä ylemmäs',
  down: 'Siirrä alemmas',
  addAfter: 'Lisää tämän jälkeen',
  remove: 'Poista kohta',
  newItem: (list) => `Uusi kohta: ${list}`,
  add: 'Lisää',
  mistakes: 'Muutosta ei tallennettu, koska kurssia ei voisi enää rakentaa:',
  removes: 'Tähän kohtaan on voitu jo vastata',
  removesWhat: (ids) =>
    `Oppijoiden vastaukset säilyvät mutta eivät enää näy tehtävässä eivätkä raporteissa. Poistetun kysymyksen vastaukset ovat työkirjassa kohdassa ”Vastauksia aiempiin kysymyksiin”; poistettu vaihtoehto ei enää ole valittuna. Ansaitut luokat säilyvät. Kohta merkitään poistetuksi tiedostoon identifiers.lock, eikä sen tunnusta anneta muulle. Tunnukset: ${ids.join(', ')}`,
  removeAnyway: 'Poista silti',
  reload: 'Lataa sivu uudelleen',
  unreachable: 'Palvelin ei vastaa. Onko npm run dev käynnissä? Teksti on yhä tässä.',
  part: partWordsIn('fi'),
  reasons: {
    gone: 'Tekstiä ei enää ole tiedostossa.',
    stale: 'Tiedosto on muuttunut sen jälkeen, kun sivu ladattiin. Mitään ei kirjoitettu. Kopioi tekstisi talteen ja lataa sivu uudelleen.',
    untranslated:
      'Tässä näkyy alkuteksti, koska käännös puuttuu. Kirjoita käännös tämän kielen tiedostoon, tai muuta alkutekstiä pääkielen sivulla.',
    unwritten: 'Levylle ei voinut kirjoittaa. Mitään ei muutettu. Tarkista, onko levy täynnä, ja tallenna uudelleen.',
    unsafe: 'Tätä kohtaa ei voi muuttaa tässä muuttamatta samalla muuta. Muuta se tiedostossa.',
    outside: 'Tiedosto ei ole sisältökansiossa, tai se on linkki. Mitään ei kirjoitettu.',
    empty: 'Kirjoita kaikki tekstit.',
    fewest: 'Luettelosta ei voi poistaa enempää kohtia.',
    most: 'Luetteloon ei voi lisätä enempää kohtia.',
    'nothing-to-undo': 'Kumottavaa ei ole.',
    'changed-since': 'Tiedostoa on muutettu muutoksen jälkeen muualla, joten muutosta ei voi kumota tässä. Mitään ei kirjoitettu.',
  },
};

const sv: PageWords = {
  start: 'Redigera texterna',
  title: 'Redigeringsläge',
  hint: 'Klicka på den text som du vill ändra.',
  allTexts: 'Alla texter',
  close: 'Stäng',
  undo: 'Ångra',
  undoOf: (label) => `Ångra den senaste ändringen: ”${label}”`,
  leave: 'Avsluta',
  saved: (label) => `Sparad: ”${label}”`,
  undone: (label) => `Ångrad: ”${label}”`,
  editText: 'Ändra texten',
  text: 'Text',
  markdown: 'Text (Markdown)',
  save: 'Spara',
  saving: 'Kontrolleras…',
  cancel: 'Avbryt',
  unsaved: 'Det som du har skrivit är inte sparat.',
  unsavedGo: 'Fortsätt utan att spara',
  writeOn: 'Skriv vidare',
  use: 'Använd som i kursen',
  item: (list, number, count) => `${list}: punkt ${String(number)}/${String(count)}`,
  up: 'Flytta uppåt',
  down: 'Flytta nedåt',
  addAfter: 'Lägg till efter denna',
  remove: 'Ta bort punkten',
  newItem: (list) => `Ny punkt: ${list}`,
  add: 'Lägg till',
  mistakes: 'Ändringen sparades inte, eftersom kursen inte längre skulle gå att bygga:',
  removes: 'Det kan redan finnas svar på den här punkten',
  removesWhat: (ids) =>
    `Deltagarnas svar sparas, men de syns inte längre i uppgiften eller i rapporterna. Svar på en borttagen fråga finns i arbetsboken under ”Svar på tidigare frågor”; ett borttaget alternativ är inte längre valt. Klasser som har uppnåtts finns kvar. Punkten märks som borttagen i filen identifiers.lock, och dess id ges inte till något annat. Id: ${ids.join(', ')}`,
  removeAnyway: 'Ta bort ändå',
  reload: 'Läs in sidan på nytt',
  unreachable: 'Servern svarar inte. Är npm run dev i gång? Texten finns kvar här.',
  part: partWordsIn('sv'),
  reasons: {
    gone: 'Texten finns inte längre i filen.',
    stale: 'Filen har ändrats sedan sidan lästes in. Inget skrevs. Kopiera din text och läs in sidan på nytt.',
    untranslated:
      'Här visas originalet, för översättningen saknas. Skriv översättningen i filen på det här språket, eller ändra originalet på huvudspråkets sida.',
    unwritten: 'Det gick inte att skriva på disken. Inget ändrades. Kontrollera om disken är full och spara på nytt.',
    unsafe: 'Den här punkten kan inte ändras här utan att något annat också ändras. Ändra den i filen.',
    outside: 'Filen finns inte i innehållsmappen, eller så är den en länk. Inget skrevs.',
    empty: 'Fyll i alla texter.',
    fewest: 'Listan har redan det minsta antalet punkter.',
    most: 'Listan har redan det största antalet punkter.',
    'nothing-to-undo': 'Det finns inget att ångra.',
    'changed-since': 'Filen har ändrats på annat håll efter ändringen, så den kan inte ångras här. Inget skrevs.',
  },
};

const en: PageWords = {
  start: 'Edit the texts',
  title: 'Edit mode',
  hint: 'Click the text that you want to change.',
  allTexts: 'All texts',
  close: 'Close',
  undo: 'Undo',
  undoOf: (label) => `Undo the last change: “${label}”`,
  leave: 'Done',
  saved: (label) => `Saved: “${label}”`,
  undone: (label) => `Undone: “${label}”`,
  editText: 'Change the text',
  text: 'Text',
  markdown: 'Text (Markdown)',
  save: 'Save',
  saving: 'Checking…',
  cancel: 'Cancel',
  unsaved: 'What you have written is not saved.',
  unsavedGo: 'Go on without saving',
  writeOn: 'Go on writing',
  use: 'Use as in the course',
  item: (list, number, count) => `${list}: item ${String(number)} of ${String(count)}`,
  up: 'Move up',
  down: 'Move down',
  addAfter: 'Add after this',
  remove: 'Remove the item',
  newItem: (list) => `New item: ${list}`,
  add: 'Add',
  mistakes: 'The change was not saved, since the course could not be built any more:',
  removes: 'Learners may have answered this already',
  removesWhat: (ids) =>
    `The learners’ answers are kept, but no longer shown in the exercise or in reports. Answers to a removed question are in the workbook under “Answers to earlier questions”; a removed option is no longer chosen. Classes that were earned stay. The item is marked as removed in identifiers.lock, and its id is given to nothing else. Ids: ${ids.join(', ')}`,
  removeAnyway: 'Remove all the same',
  reload: 'Load the page again',
  unreachable: 'The server does not answer. Is npm run dev running? The text is still here.',
  part: partWordsIn('en'),
  reasons: {
    gone: 'The text is not in the file any more.',
    stale: 'The file has changed since the page was loaded. Nothing was written. Copy your text and load the page again.',
    untranslated:
      'This is the original, since the translation lacks it. Write the translation in this language’s file, or change the original on the main language’s page.',
    unwritten: 'The disk could not be written to. Nothing was changed. See whether the disk is full, and save again.',
    unsafe: 'This cannot be changed here without changing something else too. Change it in the file.',
    outside: 'The file is not in the content folder, or is a link. Nothing was written.',
    empty: 'Fill in every text.',
    fewest: 'The list already has the fewest items that it may have.',
    most: 'The list already has the most items that it may have.',
    'nothing-to-undo': 'There is nothing to undo.',
    'changed-since': 'The file was changed elsewhere after the change, so it cannot be undone here. Nothing was written.',
  },
};

/** @param language of the page; Finnish where it is another */
export function wordsIn(language: string): PageWords {
  return { fi, sv, en }[language] ?? fi;
}
