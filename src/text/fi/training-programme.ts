export const trainingProgramme = {
  openProgramme: (title: string) => `Avaa ${title}`,
  steps: 'Näin etenet',
  tips: 'Vinkkejä',
  links: 'Linkkejä',
  newTab: '(avautuu uuteen välilehteen)',
  emptyLog: 'Päiväkirja on vielä tyhjä. Kirjaa ensimmäinen harjoitus heti, kun olet kokeillut jotakin.',
  entry: (number: number) => `Kirjaus ${number}`,
  noDay: 'päivä puuttuu',
  noDeed: 'Kuvaus puuttuu',
  tally: 'Kirjaukset luokittain',
  entries: (count: number) => (count === 0 ? 'ei vielä kirjauksia' : count === 1 ? '1 kirjaus' : `${count} kirjausta`),
  removeEntry: 'Poista kirjaus',
};
