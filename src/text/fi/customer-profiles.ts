export const customerProfiles = {
  empty: 'Profiileja ei vielä ole. Lisää ensimmäinen.',
  /** @param count how many thoughts she has written down */
  heard: (count: number) => `Mitä käyttäjät sanoivat osiossa C (${count})`,
  /** On a printed sheet, below as many as it shows. */
  moreHeard: (count: number) =>
    count === 1
      ? 'Kurssilla on vielä yksi ajatus, joka ei mahtunut tähän.'
      : `Kurssilla on vielä ${count} ajatusta, jotka eivät mahtuneet tähän.`,
  unnamed: (number: number) => `Profiili ${number}`,
  copy: 'Kopioi',
  up: 'Siirrä ylös',
  down: 'Siirrä alas',
  remove: 'Poista',
  /** The name of a copied profile. */
  copyOf: (name: string) => (name === '' ? '' : `${name} (kopio)`),
  copied: (name: string) => `Kopioitu: ${name}`,
  moved: (name: string, place: number, count: number) => `${name} on nyt numero ${place}, kaikkiaan ${count}.`,
};
