export const fields = {
  showExample: 'Näytä esimerkki',
  optional: 'vapaaehtoinen',
  private: 'Ei mene raportteihin',
  charactersLeft: (count: number) => (count === 1 ? '1 merkki jäljellä' : `${count} merkkiä jäljellä`),
  tooLong: 'Kenttä on täynnä. Jos haluat kirjoittaa lisää, lyhennä tekstiä ensin.',
  pasteCut: 'Liittämästäsi tekstistä mahtui tähän vain alku.',
  clear: 'Tyhjennä',
  removed: (what: string) => `Poistettu: ${what}`,
  undoRemoval: 'Peru poisto',
  remove: 'Poista',
  listFull: (maximum: number) => `Luettelo on täynnä: siihen mahtuu ${maximum} kohtaa. Poista jokin, jos haluat lisätä uuden.`,
  unfinished: 'Kesken',
};
