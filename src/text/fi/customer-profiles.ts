export const customerProfiles = {
  empty: 'Profiileja ei vielä ole. Lisää ensimmäinen.',
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
