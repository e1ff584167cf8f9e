import type { Text } from '../text.ts';

export const customerProfiles: Text['customerProfiles'] = {
  empty: 'Det finns inga profiler ännu. Lägg till den första.',
  heard: (count) => `Vad användarna sade i del C (${count})`,
  unnamed: (number) => `Profil ${number}`,
  copy: 'Kopiera',
  up: 'Flytta upp',
  down: 'Flytta ner',
  remove: 'Ta bort',
  copyOf: (name) => (name === '' ? '' : `${name} (kopia)`),
  copied: (name) => `Kopierad: ${name}`,
  moved: (name, place, count) => `${name} är nu nummer ${place} av ${count}.`,
};
