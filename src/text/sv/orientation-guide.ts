import type { Text } from '../text.ts';
import { counted } from './days-and-numbers.ts';

export const orientationGuide: Text['orientationGuide'] = {
  picked: (count) => (count === 1 ? '1 vald' : `${count} valda`),
  picksHelp: (heading) => `Välj vilka punkter som ska med i din guide. De står i slutet under rubriken ”${heading}”.`,
  answers: 'Dina egna svar',
  answersHelp: 'Välj ur dina svar det som hjälper en ny medarbetare, och lägg till det i guiden. Texten kan du sedan bearbeta.',
  reported: 'Dina svar går inte till rapporterna, men det gör guiden, också det som du lägger till i den.',
  add: 'Lägg till i guiden',
  added: 'Tillagt i guiden',
  noRoom: 'En så här lång text ryms inte längre i guiden.',
  answer: 'Svara',
  previewHeading: 'Guiden på en A4-sida',
  headingPlaceholder: 'Guidens rubrik',
  textPlaceholder: 'Texten kommer hit allt eftersom du skriver.',
  pageEnds: 'Sidan slutar här',
  outside: 'Den här delen ryms inte på sidan',
  used: (percent) => `Ungefär ${percent}\u00a0% av sidan är använd.`,
  fits: 'Guiden ryms på en sida.',
  tooLong: (lines) => `Guiden är ${lines === 1 ? 'en rad' : counted(lines, 'rad', 'rader')} för lång.`,
  shorten: 'Korta ner texten eller ta bort punkter som du har valt. I utskriften blir texten mindre så att den ryms på en sida.',
  enlarge: 'Visa större',
  reduce: 'Visa bredvid texten',
  print: 'Skriv ut guiden',
};
