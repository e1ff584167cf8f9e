import type { Text } from '../text.ts';
import { day, listed, number } from './days-and-numbers.ts';

export const licence: Text['licence'] = {
  page: 'Körkort',
  lead: 'Kortet fylls allt eftersom du gör uppgifterna i kursens delar.',
  isYours: 'Körkortet är ditt',
  allYours: 'Du har slutfört alla klasser.',
  yours: (classIds) => `Du har slutfört ${classIds.length === 1 ? 'den klass' : 'de klasser'} som behövs: ${listed(classIds)}.`,
  card: {
    name: 'KÖRKORT',
    holder: 'Namn',
    noHolder: 'Namnet saknas',
    issued: (at) => `Slutfört ${day(at)}`,
    notIssued: 'Inte slutfört',
  },
  issued: (at) => `Du tog körkortet ${day(at)}.`,
  day,
  earned: (classId, at) => `Klass ${classId} slutfördes ${day(at)}.`,
  notEarned: (classId) => `Klass ${classId} är inte slutförd.`,
  progress: (needed, optional, choice = '') =>
    [
      `Körkort ${needed.join('/')}${choice === '' ? '' : ` (${choice})`}`,
      ...(optional[1] === 0 ? [] : [`valfria klasser ${optional.join('/')}`]),
    ].join(', '),
  together: (classIds, minutes) => `${listed(classIds)} tillsammans ${number(minutes)}\u00a0min`,
  needed: 'För körkortet återstår',
  further: 'Du kan gå vidare med',
  optionalClasses: 'Valfria klasser',
  done: 'Slutförda klasser',
  earnedOn: (at) => `Slutförd ${day(at)}`,
  saveSvg: 'Spara som bild (SVG)',
  savePng: 'Spara som bild (PNG)',
  notDrawn: 'Webbläsaren kunde inte göra någon PNG-bild. Spara kortet som SVG-bild.',
  print: 'Skriv ut körkortet',
};
