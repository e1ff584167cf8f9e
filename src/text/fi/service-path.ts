export const servicePath = {
  beginning: 'Kohderyhmä ja kanavat',
  marksLabel: 'Merkitse polulle',
  marksHelp: 'Avaa polun kohta ja merkitse:',
  pathHeading: 'Polku kuvana',
  wordsHeading: 'Polku sanoina',
  empty: 'Ei vielä vastausta',
  noGroup: 'Kirjoita kohderyhmä',
  /** What the picture shows, for somebody who does not see it. */
  summary: (answered: number, steps: number, marks: number) =>
    `${steps} kohdasta ${answered} on kuvattu. ${marks === 0 ? 'Polulla ei ole vielä merkkejä.' : marks === 1 ? 'Polulla on yksi merkki.' : `Polulla on ${marks} merkkiä.`}`,
};
