import { inWords } from './days-and-numbers.ts';

export const exercise = {
  kind: 'Tehtävä',
  compare: {
    open: 'Vertaa vastaustasi',
    answer: 'Näinkin voi vastata:',
    criteria: 'Katso vielä omaa vastaustasi:',
  },
  steps: {
    showAll: 'Näytä kaikki',
    showOne: 'Näytä askel kerrallaan',
    done: 'Tehty',
    begun: 'Kesken',
    tally: (done: number, all: number) => `${done}/${all} tehty`,
    goOn: (title: string) => `jatka: ${title}`,
    next: (title: string) => `Seuraava: ${title}`,
  },
  /** Kuka näkee, mitä tehtävään kirjoittaa. others: muut kuin vastaukset, joiden kohdalla lukee, etteivät ne mene raportteihin. */
  readers: {
    reports: 'Vastaukset näkyvät niille, joilla on oikeus katsoa oppimisympäristön raportteja.',
    others: 'Muut vastaukset näkyvät niille, joilla on oikeus katsoa oppimisympäristön raportteja.',
    nobody: 'Vastaukset eivät mene raportteihin.',
    'this-browser': 'Vastaukset jäävät tähän selaimeen, ja sen muut käyttäjät voivat lukea ne.',
  },
  print: 'Tulosta',
  /** Above the choice of what a printed sheet shows. */
  onPaper: 'Mitä tulostetaan?',
  stillNeeded: 'Vielä tarvitaan',
  done: 'Tehtävä on tehty. Voit silti jatkaa kirjoittamista.',
  need: {
    answer: (label: string) => (label.endsWith('?') ? `Vastaa: ${label}` : `Kirjoita: ${label}`),
    choose: (label: string) => (label.endsWith('?') ? `Vastaa: ${label}` : `Valitse: ${label}`),
    /** @param empty the list has no item yet */
    items: (label: string, count: number, empty: boolean) => {
      if (empty) return count === 1 ? `Lisää ensimmäinen kohta: ${label}` : `Lisää ainakin ${inWords(count)} kohtaa: ${label}`;
      return count === 1 ? `Lisää vielä yksi kohta: ${label}` : `Lisää vielä ${inWords(count)} kohtaa: ${label}`;
    },
    touch: (classId: string) => `Kirjaa harjoitus, joka liittyy luokkaan ${classId}`,
    branch: (label: string) => `Lisää karttaan vastaus: ${label}`,
    mark: (label: string) => `Merkitse polulle ainakin yksi näistä: ${label}`,
    shorten: 'Lyhennä ohjetta niin, että se mahtuu yhdelle sivulle',
  },
};
