import type { Text } from '../text.ts';
import { counted, number } from './days-and-numbers.ts';

export const servicePath: Text['servicePath'] = {
  beginning: 'Målgrupp och kanaler',
  marksLabel: 'Märk ut på resan',
  marksHelp: 'Öppna ett ställe och märk ut:',
  pathHeading: 'Resan som bild',
  wordsHeading: 'Resan i ord',
  empty: 'Inget svar ännu',
  noGroup: 'Skriv målgruppen',
  summary: (answered, steps, marks) =>
    `${number(answered)} av ${number(steps)} ställen är ${answered === 1 ? 'beskrivet' : 'beskrivna'}. ${marks === 0 ? 'Det finns inga märken på resan ännu.' : marks === 1 ? 'Det finns ett märke på resan.' : `Det finns ${counted(marks, 'märke', 'märken')} på resan.`}`,
};
