import type { Text } from '../text.ts';
import { counted, number } from './days-and-numbers.ts';

export const fields: Text['fields'] = {
  showExample: 'Visa ett exempel',
  optional: 'valfritt',
  private: 'Går inte till rapporterna',
  charactersLeft: (count) => `${counted(count, 'tecken', 'tecken')} kvar`,
  tooLong: 'Fältet är fullt. Om du vill skriva mer måste du först korta ner texten.',
  pasteCut: 'Bara början av det som du klistrade in fick plats här.',
  clear: 'Töm',
  removed: (what) => `Borttaget: ${what}`,
  undoRemoval: 'Ångra borttagningen',
  remove: 'Ta bort',
  listFull: (maximum) => `Listan är full: den rymmer ${number(maximum)} punkter. Ta bort någon om du vill lägga till en ny.`,
  noDay: 'Kontrollera datumet. Det sparas inte i den här formen.',
  unfinished: 'Påbörjad',
};
