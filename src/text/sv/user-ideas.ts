import type { Text } from '../text.ts';
import { counted } from './days-and-numbers.ts';

export const userIdeas: Text['userIdeas'] = {
  empty: 'Den första tanken väntar på någon som frågar. Fråga till exempel nästa kund som du pratar med.',
  entry: (number) => `Tanke ${number}`,
  remove: 'Ta bort tanken',
  unwritten: 'Tanken är ännu inte skriven',
  summary: (count) => (count === 1 ? 'En tanke' : counted(count, 'tanke', 'tankar')),
  bySort: 'Vad för slags tankar?',
  byChannel: 'Från vilka kanaler?',
  unchosen: 'Inte valt',
};
