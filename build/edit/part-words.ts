/** The words for the parts of the content, and for what an author makes whole: exercises and chapters. */
import type { OpenedWhole } from './page-messages.ts';

type Whole = OpenedWhole['kind'];

export interface PartWords {
  /** What a key of the content is called within a sentence; lists and parts alike. */
  readonly names: Readonly<Record<string, string>>;
  /** The texts of a new value, by the last of their keys. */
  readonly slots: Readonly<Record<string, string>>;
  /** Heading over what can be added or taken away. */
  readonly parts: string;
  readonly addPart: (name: string) => string;
  readonly removePart: (name: string) => string;
  readonly whole: Readonly<Record<Whole, (title: string) => string>>;
  /** The way to move, remove and add after. */
  readonly manage: Readonly<Record<Whole, string>>;
  readonly removeWhole: Readonly<Record<Whole, string>>;
  readonly addAfter: Readonly<Record<Whole, string>>;
  readonly addExercise: string;
  readonly kindOf: string;
  readonly titleOf: string;
  readonly classesOf: string;
  readonly idStays: string;
  readonly asks: string;
  readonly asksWhat: string;
  readonly remove: string;
}

const fi: PartWords = {
  names: {
    add: 'lisäyspainikkeen teksti',
    aim: 'tavoite',
    branches: 'haarat',
    channels: 'kanavat',
    compare: 'vertailu',
    criteria: 'vertailun kysymykset',
    example: 'esimerkki',
    help: 'ohje',
    ideas: 'harjoittelun aiheet',
    items: 'aiheet',
    lead: 'ingressi',
    links: 'linkit',
    marks: 'merkit',
    meeting: 'kokouksen ohjelma',
    needs: 'tieto siitä, mitä oppija tarvitsee',
    topic: 'aihe kannessa',
    options: 'vaihtoehdot',
    phases: 'polun vaiheet',
    questions: 'kysymykset',
    several: 'oppijan itse nimeämät kohdat',
    shortTitle: 'lyhyt otsikko',
    steps: 'vaiheet',
    suggestions: 'ehdotukset',
    talk: 'keskustelulomake',
    tips: 'vinkit',
    tomorrow: 'kysymys huomisesta',
  },
  slots: {
    '': 'Teksti',
    add: 'Lisäyspainikkeen teksti',
    answer: 'Hyvä vastaus',
    criteria: 'Kysymys omasta vastauksesta',
    items: 'Aihe',
    label: 'Teksti',
    lead: 'Ohje yhdellä virkkeellä',
    link: 'Linkki',
    minutes: 'Kesto minuutteina',
    name: 'Nimikentän otsikko',
    note: 'Muistiinpanon otsikko',
    questions: 'Kysymys',
    shortLabel: 'Lyhyt teksti',
    source: 'Mistä aiheet on poimittu',
    steps: 'Vaihe',
    tips: 'Vinkki',
    title: 'Otsikko',
    what: 'Mitä tehdään',
    who: 'Kuka tekee',
  },
  parts: 'Lisää tai poista',
  addPart: (name) => `Lisää ${name}`,
  removePart: (name) => `Poista ${name}`,
  whole: { exercise: (title) => `Tehtävä: ${title}`, chapter: (title) => `Osio: ${title}` },
  manage: { exercise: 'Siirrä tai poista tehtävä', chapter: 'Siirrä tai poista osio' },
  removeWhole: { exercise: 'Poista tehtävä', chapter: 'Poista osio' },
  addAfter: { exercise: 'Lisää tehtävä tämän jälkeen', chapter: 'Lisää osio tämän jälkeen' },
  addExercise: 'Lisää tehtävä osion loppuun',
  kindOf: 'Tehtävän laji',
  titleOf: 'Otsikko',
  classesOf: 'Luokat, jotka tehtävästä saa',
  idStays: 'Tunnus tehdään otsikosta eikä muutu, vaikka otsikko muuttuisi.',
  asks: 'Poistetaanko?',
  asksWhat: 'Tekstit ja niiden käännökset poistuvat tiedostoista. Painike Kumoa tuo ne takaisin.',
  remove: 'Poista',
};

const sv: PartWords = {
  names: {
    add: 'text på knappen för tillägg',
    aim: 'mål',
    branches: 'grenar',
    channels: 'kanaler',
    compare: 'jämförelse',
    criteria: 'frågor för jämförelsen',
    example: 'exempel',
    help: 'råd',
    ideas: 'övningsidéer',
    items: 'idéer',
    lead: 'ingress',
    links: 'länkar',
    marks: 'märken',
    meeting: 'mötesprogram',
    needs: 'uppgift om vad deltagaren behöver',
    topic: 'ämne på omslaget',
    options: 'alternativ',
    phases: 'resans faser',
    questions: 'frågor',
    several: 'punkter som deltagaren själv namnger',
    shortTitle: 'kort rubrik',
    steps: 'steg',
    suggestions: 'förslag',
    talk: 'samtalsunderlag',
    tips: 'tips',
    tomorrow: 'fråga om morgondagen',
  },
  slots: {
    '': 'Text',
    add: 'Text på knappen för tillägg',
    answer: 'Ett bra svar',
    criteria: 'Fråga om det egna svaret',
    items: 'Idé',
    label: 'Text',
    lead: 'Anvisning i en mening',
    link: 'Länk',
    minutes: 'Längd i minuter',
    name: 'Namnfältets rubrik',
    note: 'Anteckningens rubrik',
    questions: 'Fråga',
    shortLabel: 'Kort text',
    source: 'Varifrån idéerna kommer',
    steps: 'Steg',
    tips: 'Tips',
    title: 'Rubrik',
    what: 'Vad som görs',
    who: 'Vem som gör det',
  },
  parts: 'Lägg till eller ta bort',
  addPart: (name) => `Lägg till ${name}`,
  removePart: (name) => `Ta bort ${name}`,
  whole: { exercise: (title) => `Uppgift: ${title}`, chapter: (title) => `Del: ${title}` },
  manage: { exercise: 'Flytta eller ta bort uppgiften', chapter: 'Flytta eller ta bort delen' },
  removeWhole: { exercise: 'Ta bort uppgiften', chapter: 'Ta bort delen' },
  addAfter: { exercise: 'Lägg till en uppgift efter denna', chapter: 'Lägg till en del efter denna' },
  addExercise: 'Lägg till en uppgift sist i delen',
  kindOf: 'Typ av uppgift',
  titleOf: 'Rubrik',
  classesOf: 'Klasser som uppgiften ger',
  idStays: 'Id:t bildas av rubriken och ändras inte även om rubriken ändras.',
  asks: 'Vill du ta bort det här?',
  asksWhat: 'Texterna och deras översättningar tas bort ur filerna. Knappen Ångra för tillbaka dem.',
  remove: 'Ta bort',
};

const en: PartWords = {
  names: {
    add: 'words on the adding button',
    aim: 'aim',
    branches: 'branches',
    channels: 'channels',
    compare: 'comparison',
    criteria: 'questions for the comparison',
    example: 'example',
    help: 'hint',
    ideas: 'practice ideas',
    items: 'ideas',
    lead: 'lead paragraph',
    links: 'links',
    marks: 'marks',
    meeting: 'meeting plan',
    needs: 'what the learner needs',
    topic: 'topic on the cover',
    options: 'options',
    phases: 'phases of the journey',
    questions: 'questions',
    several: 'items that the learner names',
    shortTitle: 'short title',
    steps: 'steps',
    suggestions: 'suggestions',
    talk: 'discussion sheet',
    tips: 'tips',
    tomorrow: 'question about tomorrow',
  },
  slots: {
    '': 'Text',
    add: 'Words on the adding button',
    answer: 'A good answer',
    criteria: 'Question about one’s own answer',
    items: 'Idea',
    label: 'Text',
    lead: 'Instruction in one sentence',
    link: 'Link',
    minutes: 'Length in minutes',
    name: 'Label of the name',
    note: 'Heading of the note',
    questions: 'Question',
    shortLabel: 'Short text',
    source: 'Where the ideas come from',
    steps: 'Step',
    tips: 'Tip',
    title: 'Title',
    what: 'What is done',
    who: 'Who does it',
  },
  parts: 'Add or remove',
  addPart: (name) => `Add: ${name}`,
  removePart: (name) => `Remove: ${name}`,
  whole: { exercise: (title) => `Exercise: ${title}`, chapter: (title) => `Part: ${title}` },
  manage: { exercise: 'Move or remove the exercise', chapter: 'Move or remove the part' },
  removeWhole: { exercise: 'Remove the exercise', chapter: 'Remove the part' },
  addAfter: { exercise: 'Add an exercise after this', chapter: 'Add a part after this' },
  addExercise: 'Add an exercise at the end of the part',
  kindOf: 'Kind of exercise',
  titleOf: 'Title',
  classesOf: 'Classes that the exercise earns',
  idStays: 'The id is made of the title, and stays when the title changes.',
  asks: 'Remove this?',
  asksWhat: 'The texts and their translations go from the files. The button Undo brings them back.',
  remove: 'Remove',
};

/** @param language of the page; Finnish where it is another */
export function partWordsIn(language: string): PartWords {
  return { fi, sv, en }[language] ?? fi;
}
