import type { Text } from '../text.ts';

export const customerProfiles: Text['customerProfiles'] = {
  empty: 'Det finns inga profiler ännu. Lägg till den första.',
  heard: (part, count) => `Användarnas tankar från del ${part} (${count})`,
  moreHeard: (part, count) =>
    count === 1 ? `En tanke till finns i del ${part} men ryms inte här.` : `${count} tankar till finns i del ${part} men ryms inte här.`,
  unnamed: (number) => `Profil ${number}`,
  copy: 'Kopiera',
  up: 'Flytta upp',
  down: 'Flytta ner',
  remove: 'Ta bort',
  copied: (name) => `Kopierad: ${name}. Ge kopian ett namn.`,
  moved: (name, place, count) => `${name} är nu nummer ${place} av ${count}.`,
};
