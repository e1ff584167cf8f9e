import type { Text } from '../text.ts';
import { counted } from './days-and-numbers.ts';

export const channelAssessment: Text['channelAssessment'] = {
  unnamed: 'Kanal utan namn',
  noneNamed: 'Inga kanaler har namn ännu.',
  mineAgain: 'Hör till mitt arbete',
  othersAway: (notMine) => `När du fortsätter markeras de andra kanalerna med orden ”${notMine}”. Du kan ändra dina val när som helst.`,
  addNote: 'Lägg till en kommentar',
  removeChannel: 'Ta bort kanalen',
  profile: 'Min profil',
  profileTitle: (skill, presence) => `Min profil kanal för kanal: till vänster ${skill}, till höger ${presence}`,
  profileSame: 'Samma sak finns också i ord på den här sidan.',
  inWords: 'Min profil i ord',
  notAssessed: 'inte bedömt',
  developing: 'en tanke om utveckling är antecknad',
  emptyProfile: 'Din profil ritas här allt eftersom du bedömer kanalerna.',
  stillEmpty: 'Vad skulle hjälpa dig?',
  allOf: (channel) => `${channel}: alla punkter`,
  nothingEmpty: 'Alla punkter är ifyllda.',
  assessMore: (count) => (count === 1 ? 'Fyll i en punkt till' : `Fyll i ${counted(count, 'punkt', 'punkter')} till`),
  orHelp: 'Eller fyll i minst en kanal helt och skriv vad som skulle hjälpa dig där du inte betjänar kunder ännu',
};
