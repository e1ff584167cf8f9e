import { listed } from './forms.ts';

export const shell = {
  skip: 'Siirry sisältöön',
  contents: 'Sisällys',
  closeContents: 'Sulje sisällys',
  groups: { begin: 'Aluksi', compulsory: 'Pakollinen', optional: 'Valinnaiset', about: 'Kurssista' },
  ownPages: 'Omat sivut',
  /** Osion rivi sisällyksessä: saadut luokat, kesken, aloittamatta. */
  chapterState: (state: 'ahead' | 'begun' | 'earned', earned: readonly string[], classes: number, minutes: number | undefined) => {
    if (state === 'earned') return classes > 1 ? `${listed(earned)} suoritettu` : classes === 1 ? 'Suoritettu' : 'Tehty';
    const time = minutes === undefined || minutes === 0 ? '' : `${minutes} min`;
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
    allDone: 'Kaikki tehtävät on tehty. Voit silti palata niihin milloin tahansa.',
    /** @param step what the step at which she was is called */
    goOn: (title: string, step = '') =>
      `Jatka: ${[title, ...(step === '' ? [] : [step.charAt(0).toLowerCase() + step.slice(1)])].join(', ')}`,
    last: (title: string) => `Viimeksi olit tehtävässä ”${title}”.`,
    lastDone: (title: string) => `Tehtävä ”${title}” on tehty.`,
    takes: (minutes: number) => `Siihen kuluu kaikkiaan noin ${minutes} minuuttia.`,
    nextTakes: (minutes: number) => `Seuraavaan kuluu noin ${minutes} minuuttia.`,
    name: 'Nimesi korttiin',
    nameHelp: '(näkyy vain kortissa)',
    short: 'Vartissa ehdit tehdä',
    shortOne: (sign: string | undefined, title: string, minutes: number) =>
      `${sign === undefined ? '' : `${sign}: `}${title}, ${minutes} min`,
    time: 'Aikaa',
    /** @param classIds luokat, jotka osiosta saa */
    compulsory: (sign: string, minutes: number, classIds: readonly string[]) =>
      `Pakollinen ${sign}${classIds.length > 1 ? ` (luokat ${listed(classIds)})` : ''}: noin ${minutes} min.`,
    alsoNeeds: (needs: string) => `Lisäksi tarvitset ${needs}.`,
    /** @param heading mitä ne ovat, jos ne eivät ole valinnaisia */
    optional: (
      chapters: readonly { readonly sign: string; readonly minutes: number }[],
      heading = chapters.length === 1 ? 'Valinnainen' : 'Valinnaiset',
    ) => `${heading}: ${listed(chapters.map(({ sign, minutes }) => `${sign} ${minutes}`))} min.`,
    answers: {
      title: 'Vastauksesi',
      readBy: {
        answers: 'Ne tallentuvat, kun kirjoitat, ja näkyvät niille, joilla on oikeus katsoa oppimisympäristön raportteja.',
        answersButPrivate:
          'Ne tallentuvat, kun kirjoitat, ja näkyvät niille, joilla on oikeus katsoa oppimisympäristön raportteja. Osa vastauksista ei mene raportteihin.',
        thisBrowser: 'Kaikki, jotka käyttävät tätä selainta, voivat lukea ne.',
        completion: 'Ne tallentuvat, kun kirjoitat. Raporteissa näkyvät vain suorituksesi, eivät vastauksesi.',
      },
    },
    /** Piirretyn kirjaston katolla. */
    library: 'KIRJASTO',
  },
  /** Osion alussa. */
  head: {
    time: 'Aikaa',
    minutes: (minutes: number, exercises: number) =>
      [`noin ${minutes} min`, exercises === 1 ? 'yksi tehtävä' : `${exercises} tehtävää`].join(', '),
    needs: 'Tarvitset',
    doneWhen: 'Valmis, kun',
    done: (exercises: number, classIds: readonly string[]) => {
      const what = exercises === 1 ? 'tehtävä on tehty' : exercises === 2 ? 'molemmat tehtävät on tehty' : 'kaikki tehtävät on tehty';
      if (classIds.length === 0) return what;
      return `${what}: saat ${classIds.length === 1 ? 'luokan' : 'luokat'} ${listed(classIds)}`;
    },
    readers: {
      title: 'Ketkä näkevät vastaukset',
      answers: 'ne, joilla on oikeus katsoa oppimisympäristön raportteja',
      answersButPrivate: 'ne, joilla on oikeus katsoa oppimisympäristön raportteja. Osa vastauksista ei mene raportteihin',
      completion: 'raporteista ei kukaan: niihin menee vain tieto suorituksestasi',
      thisBrowser: 'kaikki, jotka käyttävät tätä selainta',
    },
    steps: 'Tehtävät',
    stepMinutes: (minutes: number) => `${minutes} min`,
    stepDone: 'Tehty',
  },
  /** The person heard, folded at the end of a sentence. */
  voice: { more: 'Lue loppuun', less: 'Piilota loppu' },
  continueFrom: (place: string) => `Jatkat kohdasta ${place}.`,
  toChapterStart: 'Siirry osion alkuun',
  opening: 'Avataan kurssia…',
  exit: 'Tallenna ja sulje',
  noLms: {
    title: 'Kurssi ei saanut yhteyttä oppimisympäristöön',
    reason: {
      'no-lms': 'Kurssi on avattu ilman oppimisympäristöä.',
      'initialize-failed': 'Oppimisympäristö ei avannut kurssia.',
      'launch-incomplete': 'Oppimisympäristö avasi kurssin puutteellisella linkillä.',
      'fetch-refused': 'Oppimisympäristön antama kertakäyttöinen lupa on jo käytetty.',
      'session-over': 'Istunto on päättynyt. Niin käy esimerkiksi, kun sivu ladataan uudelleen.',
      unreachable: 'Oppimisympäristö ei vastaa.',
      'barred-site': 'Linkki, jolla kurssi avattiin, veisi vastauksesi palvelimelle, jota ei ole sallittu kurssin asetuksissa.',
      'not-sent': 'Valitsit, ettei vastauksiasi lähetetä.',
    },
    what: 'Suorituksesi ja vastauksesi eivät nyt siirry minnekään. Jos aloitit kurssin oppimisympäristöstä, sulje tämä sivu ja avaa kurssi sieltä uudelleen.',
    local:
      'Voit myös jatkaa ilman yhteyttä. Silloin teksti tallentuu vain tähän selaimeen, ja samaa konetta käyttävä voi nähdä sen. Ota lopuksi kopio Oma työkirja -sivulta.',
    goOn: 'Jatka tässä selaimessa',
    details: 'Tukea varten',
  },
  /** Linkki nimeää vastauksille palvelimen, jota kurssi ei tunne. */
  unconfirmed: {
    title: 'Minne vastauksesi lähetetään?',
    what: (sites: number): string =>
      sites === 1
        ? 'Kurssi avattiin linkillä, jonka mukaan vastauksesi, suorituksesi ja nimesi lähetetään tähän osoitteeseen:'
        : 'Kurssi avattiin linkillä, jonka mukaan vastauksesi, suorituksesi ja nimesi lähetetään näihin osoitteisiin:',
    fromLms: 'Jos avasit kurssin oppimisympäristöstä, osoite kuuluu yleensä sen palveluihin, ja voit jatkaa.',
    fromElsewhere:
      'Jos sait linkin muualta, esimerkiksi viestissä, älä lähetä vastauksiasi. Avaa kurssi oppimisympäristöstä tai kysy sen tuesta, kenen osoite on.',
    once: 'Kun jatkat, tätä ei kysytä tässä selaimessa uudelleen.',
    goOn: 'Jatka',
    dontSend: 'Älä lähetä',
  },
  elsewhere: {
    title: 'Kurssi on auki toisessa välilehdessä',
    what: 'Kirjoita yhdessä paikassa kerrallaan, niin mitään ei katoa. Voit palata toiseen välilehteen tai siirtää kurssin tähän. Silloin mukana tulee myös se, mitä olet kirjoittanut toisessa välilehdessä.',
    takeOver: 'Jatka tässä välilehdessä',
  },
  stale: {
    title: 'Tämä sivu on vanhentunut',
    what: 'Selain palautti sivun muististaan, tai oppimisympäristö antoi työstäsi vanhan version. Sulje sivu ja avaa kurssi oppimisympäristöstä uudelleen, niin saat uusimman tekstisi.',
    reload: 'Kun palaat kurssille oppimisympäristön kautta, jatkat siitä, mihin jäit.',
    goOn: 'Jatka tästä versiosta',
  },
  closing: {
    title: 'Kurssia suljetaan',
    saving: 'Työtäsi tallennetaan. Pidä sivu auki, kunnes näet, että kaikki on tallessa.',
    notSaved: 'Kaikki ei ole vielä tallessa',
    trying: 'Yritetään uudelleen nyt.',
    again: 'Yritä uudelleen',
    stay: 'Palaa kurssille',
    unsaved: 'Lopeta silti',
  },
  closed: {
    title: 'Kurssi on suljettu',
    saved: 'Työsi on tallessa. Voit sulkea tämän sivun.',
    sent: 'Työsi on lähetetty oppimisympäristöön. Voit sulkea tämän sivun. Kun avaat kurssin seuraavan kerran, se tarkistaa, että kaikki on perillä.',
    local: 'Työsi on tallessa tässä selaimessa. Voit sulkea tämän sivun.',
    removed: 'Vastauksesi on poistettu tästä selaimesta. Voit sulkea tämän sivun.',
    browse: 'Katselit kurssia, joten mitään ei tallennettu. Voit sulkea tämän sivun.',
    saving: 'Työtäsi tallennetaan vielä. Pidä sivu auki hetki.',
    notSaved: 'Kaikki ei ehtinyt oppimisympäristöön.',
    comesAlong: 'Kun avaat kurssin tällä koneella samassa selaimessa, puuttuva osa lähetetään uudelleen. Ota varmuuden vuoksi myös kopio.',
    bringCopy: 'Kun avaat kurssin uudelleen, tuo kopio siihen Oma työkirja -sivulla.',
    wayBack: (host: string) => `Palaa osoitteeseen ${host}`,
  },
  earned: {
    classes: (classIds: readonly string[]) => `Sait ${classIds.length === 1 ? 'luokan' : 'luokat'} ${listed(classIds)}.`,
    title: 'Saamasi luokat',
    licence: 'Ajokortti on sinun.',
    thenReady: 'Kun olet valmis, ilmoita siitä ajokorttisivulla.',
    look: 'Katso ajokorttia',
    dismiss: 'Sulje viesti',
  },
  ready: {
    title: 'Oletko valmis?',
    what: 'Sinulla on ajokorttiin tarvittavat luokat. Kun ilmoitat olevasi valmis, kurssi merkitään oppimisympäristöön suoritetuksi.',
    after:
      'Merkintää ei voi perua. Voit silti tehdä muiden luokkien tehtäviä. Jos oppimisympäristö ei tallenna mitään suorituksen jälkeen, näet siitä ilmoituksen.',
    button: 'Olen valmis',
    said: 'Ilmoitit olevasi valmis. Kurssi on merkitty suoritetuksi.',
  },
};
