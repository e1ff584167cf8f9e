export const exercise = {
  kind: 'Tehtävä',
  stillNeeded: 'Vielä tarvitaan',
  done: 'Tehtävä on tehty. Voit silti jatkaa kirjoittamista.',
  need: {
    answer: (label: string) => `Kirjoita: ${label}`,
    choose: (label: string) => `Valitse: ${label}`,
    items: (label: string, count: number) => (count === 1 ? `Lisää vielä yksi: ${label}` : `Lisää vielä ${count}: ${label}`),
    touch: (classId: string) => `Kirjaa harjoittelua, joka liittyy osioon ${classId}`,
    branch: (label: string) => `Lisää karttaan haara: ${label}`,
    mark: (label: string) => `Merkitse polulle ainakin yksi kohta: ${label}`,
    shorten: 'Lyhennä opasta niin, että se mahtuu yhdelle sivulle',
  },
};
