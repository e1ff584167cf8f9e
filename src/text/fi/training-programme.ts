import { inWords, listed } from './days-and-numbers.ts';

export const trainingProgramme = {
  /** Askelten nimet: ohjelman valinta, ja mitä työyhteisössä sovitaan. */
  choose: 'Valitse treeniohjelma',
  agree: 'Pohtikaa yhdessä',
  openProgramme: (title: string) => `Avaa ${title}`,
  /** Kaikki ohjelmat ovat samalla sivulla. */
  openProgrammes: 'Avaa treeniohjelmien sivu',
  steps: 'Näin etenet',
  tips: 'Vinkkejä',
  links: 'Linkkejä',
  newTab: '(avautuu uuteen välilehteen)',
  emptyLog: 'Päiväkirja on vielä tyhjä. Kirjaa ensimmäinen harjoitus heti, kun olet kokeillut jotakin.',
  entry: (number: number) => `Kirjaus ${number}`,
  /** Montako kirjausta tarvitaan. @param classIds luokat, joita ei ole vielä saatu */
  rule: (count: number, classIds: readonly string[]) =>
    [
      count === 1 ? 'Tarvitset vähintään yhden kirjauksen.' : `Tarvitset vähintään ${inWords(count)} kirjausta.`,
      `Ainakin yhden pitää liittyä ${listed(classIds.map((id, at) => `${at === 0 ? '' : 'yhden '}luokkaan ${id}`))}.`,
      ...(classIds.length > 1
        ? [classIds.length === 2 ? 'Sama kirjaus voi liittyä molempiin.' : 'Sama kirjaus voi liittyä useampaan luokkaan.']
        : []),
    ].join(' '),
  noDay: 'päivä puuttuu',
  noDeed: 'Kuvaus puuttuu',
  tally: 'Kirjaukset luokittain',
  entries: (count: number) => (count === 0 ? 'ei vielä kirjauksia' : count === 1 ? '1 kirjaus' : `${count} kirjausta`),
  /** Montako kirjausta on valmiina niistä, jotka tarvitaan. */
  entriesOf: (done: number, all: number) => `${done}/${all} ${all === 1 ? 'kirjaus' : 'kirjausta'}`,
  removeEntry: 'Poista kirjaus',
};
