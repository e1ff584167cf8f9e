export const customerProfiles = {
  empty: 'Profiileja ei vielä ole. Lisää ensimmäinen.',
  /** @param part sign of the part in which she has written the thoughts down, or its title @param count how many they are */
  heard: (part: string, count: number) => `Käyttäjien ajatukset osiosta ${part} (${count})`,
  /** On a printed sheet, below as many as it shows. */
  moreHeard: (part: string, count: number) =>
    count === 1
      ? `Osiossa ${part} on vielä yksi ajatus, joka ei mahtunut tähän.`
      : `Osiossa ${part} on vielä ${count} ajatusta, jotka eivät mahtuneet tähän.`,
  unnamed: (number: number) => `Profiili ${number}`,
  copy: 'Kopioi',
  up: 'Siirrä ylös',
  down: 'Siirrä alas',
  remove: 'Poista',
  /** A copy has no name yet, and its name has the focus. */
  copied: (name: string) => `Kopioitu: ${name}. Anna kopiolle nimi.`,
  moved: (name: string, place: number, count: number) => `${name} on nyt numero ${place}, profiileja on kaikkiaan ${count}.`,
};
