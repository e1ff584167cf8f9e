export const userIdeas = {
  empty: 'Ensimmäinen ajatus odottaa kysyjäänsä. Kysy vaikka seuraavalta asiakkaalta, jonka kanssa juttelet.',
  entry: (number: number) => `Ajatus ${number}`,
  remove: 'Poista ajatus',
  unwritten: 'Ajatus on vielä kirjoittamatta',
  summary: (count: number) => (count === 1 ? 'Yksi ajatus' : `${count} ajatusta`),
  bySort: 'Millaisia ajatuksia?',
  byChannel: 'Mistä kanavista?',
  unchosen: 'Valitsematta',
};
