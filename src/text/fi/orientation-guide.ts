export const orientationGuide = {
  previewHeading: 'Ohje A4-sivulla',
  headingPlaceholder: 'Ohjeen otsikko',
  textPlaceholder: 'Teksti tulee tähän sitä mukaa kuin kirjoitat.',
  pageEnds: 'Sivu loppuu tähän',
  outside: 'Tämä osa ei mahdu sivulle',
  used: (percent: number) => `Sivusta on käytössä noin ${percent}\u00a0%.`,
  fits: 'Ohje mahtuu yhdelle sivulle.',
  tooLong: (lines: number) => `Ohje on ${lines === 1 ? 'yhden rivin' : `${lines} riviä`} liian pitkä.`,
  shorten: 'Lyhennä tekstiä tai poista valintoja. Tulosteessa teksti pienennetään niin, että se mahtuu yhdelle sivulle.',
  enlarge: 'Näytä suurempana',
  reduce: 'Näytä tekstin vieressä',
  print: 'Tulosta ohje',
};
