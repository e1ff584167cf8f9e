import { inWords, listed } from './days-and-numbers.ts';

/** The button that saves and closes the course, as other words name it too. */
export const exit = 'Tallenna ja sulje';

export const shell = {
  skip: 'Siirry sisältöön',
  contents: 'Sisällys',
  closeContents: 'Sulje sisällys',
  groups: { begin: 'Aluksi', compulsory: 'Pakollinen', optional: 'Valinnaiset', about: 'Kurssista' },
  ownPages: 'Omat sivut',
  /** Osion rivi sisällyksessä: saadut luokat, kesken, aloittamatta. */
  chapterState: (state: 'ahead' | 'begun' | 'earned', earned: readonly string[], classes: number, minutes: number | undefined) => {
    if (state === 'earned') return classes > 1 ? `${listed(earned)} suoritettu` : classes === 1 ? 'Suoritettu' : 'Tehty';
    const time = minutes === undefined || minutes === 0 ? '' : `${minutes}\u00a0min`;
    if (state === 'ahead') return time;
    const begun = earned.length > 0 ? `${listed(earned)} suoritettu` : 'Kesken';
    return time === '' ? begun : `${begun} · vielä ${time}`;
  },
  turnPages: 'Selaa osioita',
  back: 'Edellinen',
  forward: 'Seuraava',
  /** Ensimmäinen sivu. */
  cover: {
    page: 'Kansi',
    begin: 'Aloita',
    seeLicence: 'Katso ajokorttisi',
    toExercises: 'Näytä tehtävät',
    toFirst: 'Suoraan ensimmäiseen tehtävään',
    allDone: 'Kaikki tehtävät on tehty. Voit silti palata niihin milloin tahansa.',
    /** @param step what the step at which she was is called */
    goOn: (title: string, step = '') =>
      `Jatka: ${[title, ...(step === '' ? [] : [step.charAt(0).toLowerCase() + step.slice(1)])].join(', ')}`,
    last: (title: string) => `Viimeksi olit tehtävässä ”${title}”.`,
    lastDone: (title: string) => `Tehtävä ”${title}” on tehty.`,
    takes: (minutes: number) => `Siihen kuluu kaikkiaan noin ${minutes} minuuttia.`,
    nextTakes: (minutes: number) => `Seuraavaan kuluu noin ${minutes} minuuttia.`,
    name: 'Nimesi korttiin',
    nameHelp: '(vapaaehtoinen, näkyy kortissa ja Oma työkirja\u00A0-\u2060sivulla)',
    short: 'Vartissa ehdit tehdä',
    shortOne: (sign: string | undefined, title: string, minutes: number) =>
      `${sign === undefined ? '' : `${sign}: `}${title}, ${minutes}\u00a0min`,
    time: 'Kesto',
    /** @param sign osion kirjain ja aihe. @param classIds luokat, jotka osiosta saa */
    compulsory: (sign: string, minutes: number, classIds: readonly string[]) =>
      `Pakollinen: ${sign}${classIds.length > 1 ? ` (luokat ${listed(classIds)}), yhteensä` : ','} noin ${minutes}\u00a0min.`,
    alsoNeeds: (needs: string) => `Lisäksi tarvitset ${needs}.`,
    /** @param heading mitä ne ovat, jos ne eivät ole valinnaisia */
    optional: (
      chapters: readonly { readonly sign: string; readonly topic: string | undefined; readonly minutes: number }[],
      heading = chapters.length === 1 ? 'Valinnainen' : 'Valinnaiset',
    ) =>
      `${heading}: ${listed(chapters.map(({ sign, topic, minutes }) => [sign, topic, `${minutes}\u00a0min`].filter(Boolean).join('\u00a0')))}.`,
    answers: {
      title: 'Vastauksesi',
      readBy: {
        answers: 'Vastauksesi tallentuvat, kun kirjoitat, ja näkyvät niille, joilla on oikeus katsoa oppimisympäristön raportteja.',
        answersButPrivate:
          'Vastauksesi tallentuvat, kun kirjoitat, ja näkyvät niille, joilla on oikeus katsoa oppimisympäristön raportteja. Kysymyksen kohdalta näet, jos vastaus ei mene raportteihin.',
        thisBrowser: 'Muut saman selaimen käyttäjät voivat lukea ne. Tallenna ne myös tiedostoon.',
        completion: 'Vastauksesi tallentuvat, kun kirjoitat. Raporteissa näkyvät vain suorituksesi, eivät vastauksesi.',
      },
    },
    /** Piirretyn kirjaston katolla. */
    library: 'KIRJASTO',
  },
  /** Osion alussa. */
  head: {
    time: 'Kesto',
    minutes: (minutes: number, exercises: number) =>
      [`noin ${minutes}\u00a0min`, `${inWords(exercises)} tehtävä${exercises === 1 ? '' : 'ä'}`].join(', '),
    needs: 'Tarvitset',
    doneWhen: 'Valmis, kun',
    done: (exercises: number, classIds: readonly string[]) => {
      const what = exercises === 1 ? 'tehtävä on tehty' : exercises === 2 ? 'molemmat tehtävät on tehty' : 'kaikki tehtävät on tehty';
      if (classIds.length === 0) return what;
      return `${what}: saat ${classIds.length === 1 ? 'luokan' : 'luokat'} ${listed(classIds)}`;
    },
    readers: {
      title: 'Ketkä näkevät vastaukset?',
      answers: 'ne, joilla on oikeus katsoa oppimisympäristön raportteja',
      answersButPrivate: 'ne, joilla on oikeus katsoa oppimisympäristön raportteja; osa vastauksista ei mene raportteihin',
      completion: 'raporteista ei kukaan: niihin menee vain tieto suorituksestasi',
      thisBrowser: 'ne, jotka käyttävät tätä selainta: vastaukset eivät lähde siitä minnekään',
    },
    steps: 'Tehtävät',
    stepMinutes: (minutes: number) => `${minutes}\u00a0min`,
    stepDone: 'Tehty',
  },
  /** The person heard, folded at the end of a sentence. */
  voice: { more: 'Lue loppuun', less: 'Piilota loppu' },
  continueFrom: (place: string) => `Jatkat kohdasta ”${place}”.`,
  toChapterStart: 'Siirry osion alkuun',
  exit,
  ready: {
    title: 'Oletko valmis?',
    what: 'Sinulla on ajokorttiin tarvittavat luokat. Kun ilmoitat olevasi valmis, kurssi merkitään oppimisympäristöön suoritetuksi.',
    after:
      'Merkintää ei voi perua. Voit silti tehdä muiden luokkien tehtäviä. Jos oppimisympäristö ei tallenna mitään suorituksen jälkeen, näet siitä ilmoituksen.',
    button: 'Olen valmis',
    said: 'Ilmoitit olevasi valmis. Kurssi on merkitty suoritetuksi.',
  },
};
