import type { Text } from '../text.ts';
import { counted, inWords, listed } from './days-and-numbers.ts';

export const trainingProgramme: Text['trainingProgramme'] = {
  choose: 'Välj ett träningsprogram',
  agree: 'Diskutera tillsammans',
  openProgramme: (title) => `Öppna ${title}`,
  openProgrammes: 'Öppna sidan med träningsprogrammen',
  steps: 'Så här går du till väga',
  tips: 'Tips',
  links: 'Länkar',
  newTab: '(öppnas på en ny flik)',
  emptyLog: 'Dagboken är ännu tom. Anteckna den första övningen så snart du har prövat något.',
  entry: (number) => `Anteckning ${number}`,
  rule: (count, classIds) =>
    [
      `Du behöver minst ${count === 1 ? 'en anteckning' : `${inWords(count)} anteckningar`}.`,
      `Minst ${listed(classIds.map((id, at) => `en ${at === 0 ? 'ska gälla ' : ''}klass ${id}`))}.`,
      ...(classIds.length > 1
        ? [classIds.length === 2 ? 'Samma anteckning kan gälla båda.' : 'Samma anteckning kan gälla flera klasser.']
        : []),
    ].join(' '),
  noDay: 'datum saknas',
  noDeed: 'Beskrivningen saknas',
  tally: 'Anteckningar per klass',
  entries: (count) => (count === 0 ? 'inga anteckningar ännu' : counted(count, 'anteckning', 'anteckningar')),
  entriesOf: (done, all) => `${done}/${counted(all, 'anteckning', 'anteckningar')}`,
  removeEntry: 'Ta bort anteckningen',
};
