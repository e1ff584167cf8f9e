/** Kellonaika: 14.05. */
const clock = (at: number): string => new Intl.DateTimeFormat('fi', { hour: 'numeric', minute: '2-digit' }).format(at);

export const saving = {
  unchanged: '',
  pending: 'Odottaa tallennusta',
  saving: 'Tallennetaan',
  saved: (at: number) => `Tallennettu klo ${clock(at)}`,
  sent: (at: number) => `Lähetetty klo ${clock(at)}`,
  local: (at: number) => `Tallessa selaimessa klo ${clock(at)}`,
  /** Sama kapeaan otsikkoriviin. */
  localShort: (at: number) => `Tallessa klo\u00A0${clock(at)}`,
  /** Lyhyesti otsikkoriville. */
  notSaved: {
    offline: 'Ei yhteyttä',
    'session-ended': 'Istunto päättyi',
    'other-page': 'Ei tallennu',
    replaced: 'Ei tallennu',
    refused: 'Ei tallennu',
    full: 'Tila täynnä',
    'read-only': 'Ei tallenneta',
    'no-lms': 'Ei yhteyttä',
    storage: 'Ei tallennu',
  },
  /** Mitä on tapahtunut. */
  why: {
    offline: 'Ei yhteyttä',
    'session-ended': 'Istunto on päättynyt',
    'other-page': 'Tallennus ei juuri nyt onnistu',
    replaced: 'Oppimisympäristö ei enää tallenna tältä sivulta',
    refused: 'Oppimisympäristö ei ota tallennusta vastaan',
    full: 'Oppimisympäristön tila vastauksillesi on täynnä',
    'read-only': 'Katselutilassa mitään ei tallenneta',
    'no-lms': 'Yhteys oppimisympäristöön on katkennut',
    storage: 'Selain ei ota tallennusta vastaan',
  },
  textIsHere: 'teksti on tallessa tällä koneella',
  textIsOnlyOnPage: 'teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun',
  retryAt: (at: number) => `Yritetään uudelleen klo ${clock(at)}.`,
  /** Mitä voit tehdä. */
  todo: {
    offline: '',
    'session-ended':
      'Sulje kurssi, lataa oppimisympäristön sivu uudelleen ja kirjaudu. Avaa sitten kurssi uudelleen. Kirjautuminen toisessa välilehdessä tai tämän sivun lataaminen ei riitä.',
    'other-page':
      'Ehkä et nyt pääse kurssille, istuntosi on päättynyt tai verkko pyytää kirjautumaan. Tarkista asia oppimisympäristön sivulta toisessa välilehdessä. Jos tallennus ei sitten jatku, sulje kurssi ja avaa se uudelleen.',
    replaced:
      'Ehkä kurssi on avattu uudelleen toisessa välilehdessä tai toisella laitteella. Sulje kurssi, lataa oppimisympäristön sivu uudelleen ja avaa kurssi sieltä.',
    refused:
      'Sulje kurssi, lataa oppimisympäristön sivu uudelleen ja avaa kurssi sieltä. Jos se ei auta, ota yhteyttä oppimisympäristön tukeen.',
    full: 'Ota vastauksistasi kopio. Lyhennä sitten jotakin vastausta, niin tallennus jatkuu.',
    'read-only': '',
    'no-lms': 'Sulje kurssi, lataa oppimisympäristön sivu uudelleen ja avaa kurssi sieltä.',
    storage: '',
  },
  /** Kun neuvo on sulkea kurssi ja avata se uudelleen. */
  comesAlong: 'Tallentamatta jäänyt teksti tulee mukana, kun avaat kurssin tällä koneella samassa selaimessa.',
  bringCopy: 'Tuo kopio sen jälkeen kurssiin Oma työkirja\u00A0-\u2060sivulla.',
  takeCopy: 'Tallenna kopio',
  hide: 'Piilota',
  more: 'Lue lisää',
  backAgain: 'Tallennus toimii taas.',
  firstSaved: 'Vastauksesi tallennetaan sitä mukaa kuin kirjoitat.',
  room: (percent: number) => `Vastausten tilasta on jäljellä ${percent}\u00a0%`,
  browse: 'Katselet kurssia. Mitään ei tallenneta, vaikka kirjoittaisit.',
  review:
    'Kurssi on jo merkitty suoritetuksi. Tämä oppimisympäristö ei enää tallenna uusia vastauksia. Ota niistä kopio, ennen kuin suljet kurssin.',
  /** Safari poistaa, mitä sivusto on tallentanut selaimeen, kun sivustolla ei ole käyty viikkoon. */
  thisBrowserOnly:
    'Vastauksesi tallentuvat vain tähän selaimeen. Selain voi poistaa ne, jos et avaa kurssia viikkoon. Mitään ei lähetetä minnekään.',
  /** Oppimisympäristö, joka poistaa vastaukset, kun kurssi merkitään suoritetuksi. */
  wipes: {
    what: 'Suoritus odottaa valintaasi. Kun kurssi merkitään suoritetuksi, tämä oppimisympäristö poistaa vastauksesi. Ota ne ensin talteen tiedostona.',
    take: 'Tallenna tiedosto',
    without: 'Jatka ilman tiedostoa',
  },
  toWorkbook: 'Avaa Oma työkirja',
  earlier: {
    title: 'Aiemmat vastauksesi eivät ole tässä',
    what: 'Oppimisympäristö avasi kurssin ilman niitä. Jos tämä on uusi suorituskerta tai uusi kurssi, aiemmat vastauksesi ovat tallessa oppimisympäristössä, edellisen suorituskerran tai kurssin tiedoissa.',
    here: 'Tässä selaimessa on niistä vielä kopio, jonka voit tuoda tähän.',
    file: 'Jos sinulla on niistä kopio tiedostona, voit tuoda sen tähän.',
    take: 'Tuo aiemmat vastaukset',
    taken: 'Aiemmat vastauksesi on tuotu.',
    dismiss: 'Jatka ilman niitä',
  },
  /** Kirjoitettu, kun kurssi ei löytänyt oppimisympäristöä, tai kun tämä ei kertonut, kuka kirjoittaa. */
  strays: {
    title: 'Tässä selaimessa on vastauksia ilman nimeä',
    what: 'Ne on kirjoitettu, kun kurssi ei tiennyt, kuka kirjoittaa. Jos kirjoitit ne itse, tuo ne omiin vastauksiisi.',
    take: 'Tuo vastaukset',
    taken: 'Vastaukset on tuotu.',
    dismiss: 'En kirjoittanut niitä',
  },
  /** After a quarter of an hour without a sign of her. */
  wasAway: {
    title: 'Oletko jatkanut toisella laitteella?',
    what: 'Oletko tällä välin jatkanut toisella laitteella? Sulje silloin tämä sivu ja avaa kurssi uudelleen, ennen kuin kirjoitat. Muuten siellä kirjoittamasi voi kadota.',
    dismiss: 'Sulje viesti',
  },
  lacksWords: {
    title: 'Osa vastauksistasi puuttuu tästä',
    what: 'Ne eivät mahtuneet oppimisympäristöön, ja ne ovat tallessa vain siinä selaimessa, jossa kirjoitit ne. Ota siellä vastauksistasi kopio ja tuo se tähän Oma työkirja\u00A0-\u2060sivulla.',
    dismiss: 'Selvä',
  },
  kept: {
    title: 'Aiempaa tallennetta ei voitu lukea',
    what: 'Tallenne ei ole kadonnut. Tallenna se heti tiedostoksi ja näytä tiedosto oppimisympäristön tuelle. Kun kirjoitat kurssilla, uusi tallenne tulee vanhan tilalle.',
    file: { lms: 'Tallenna tiedostoksi', browser: 'Tallenna selaimen kopio tiedostoksi' },
    dismiss: 'Sulje ilmoitus',
  },
  conflicts: {
    title: (count: number) => (count === 1 ? 'Yhdellä vastauksella on kaksi versiota' : `${count} vastauksella on kaksi versiota`),
    what: 'Olet kirjoittanut samaan kohtaan kahdessa selaimessa tai ikkunassa. Valitse, kumpi jää.',
    current: (when: string) => `Nyt kurssilla, kirjoitettu ${when}`,
    neverWritten: 'Nyt kurssilla',
    other: (when: string) => `Toinen versio, kirjoitettu ${when}`,
    keepCurrent: 'Pidä tämä vastaus',
    takeOther: 'Ota tämä vastaus',
    for: (label: string) => `kysymykseen ${label}`,
    empty: 'Tyhjä',
    resolved: (left: number) => (left === 0 ? 'Kaikki versiot on käyty läpi.' : `Valinta tehty. Jäljellä ${left}.`),
  },
  /** Päivä ja kellonaika: 24.11. klo 14.05. */
  when: (at: number) => `${new Intl.DateTimeFormat('fi', { day: 'numeric', month: 'numeric' }).format(at)} klo ${clock(at)}`,
};
