import type { Text } from '../text.ts';
import { counted, givenDay, inWords, listed } from './days-and-numbers.ts';

const either = (ids: readonly string[]): string => (ids.length < 2 ? ids.join('') : `${ids.slice(0, -1).join(', ')} eller ${ids.at(-1)}`);
const quoted = (titles: readonly string[]): string => listed(titles.map((title) => `”${title}”`));

const ONE = { y: 'ett år', m: 'en månad', d: 'en dag' } as const;
const SEVERAL = { y: 'år', m: 'månader', d: 'dagar' } as const;

export const rules: Text['rules'] = {
  page: 'Regler',
  all: (ids) => `${ids.length === 1 ? 'klass' : 'klasserna'} ${listed(ids)}`,
  one: (ids) => `klass ${either(ids)}`,
  some: (count, ids) => `${inWords(count)} av klasserna ${listed(ids)}`,
  among: (count) => `Körkortet kräver ${count === undefined ? 'några' : inWords(count)} av dessa`,
  also: ' och dessutom ',
  or: ' eller ',
  lacks: (rule) => `För körkortet återstår ${rule}.`,
  licence: 'Körkort',
  licenceNow: (rule) => `Du får körkortet när du har ${rule}.`,
  licenceFrom: (day, rule) => `Från och med ${givenDay(day)} behövs ${rule} för körkortet.`,
  optional: (ids) =>
    `${ids.length === 1 ? 'Klass' : 'Klasserna'} ${listed(ids)} behövs inte för körkortet. Du kan ta ${ids.length === 1 ? 'den' : 'dem'} också när du har fått körkortet.`,
  completeWhen: {
    compulsory: 'Kursen markeras som genomförd genast när du har körkortet.',
    all: 'Kursen markeras som genomförd när du har alla klasser, också dem som körkortet inte kräver.',
    learner: 'Kursen markeras som genomförd när du har körkortet och på sidan Körkort meddelar att du är klar.',
  },
  validFor: ({ count, unit }) =>
    `Körkortet gäller i ${count === 1 ? ONE[unit] : `${inWords(count)} ${SEVERAL[unit]}`} från den dag då du fick det. När du gör kursen på nytt börjar tiden om.`,
  classes: 'Klasser',
  classNow: (classId, titles) =>
    titles.length === 1
      ? `Du får klass ${classId} när du har gjort uppgiften ${quoted(titles)}.`
      : `Du får klass ${classId} när du har gjort uppgifterna ${quoted(titles)}.`,
  minimum: (count) => `Listan i uppgiften ska ha minst ${count === 1 ? 'en punkt' : `${inWords(count)} punkter`}.`,
  entries: (count, classId) =>
    count === 1
      ? `Du behöver en anteckning som gäller klass ${classId}.`
      : `Du behöver minst ${inWords(count)} anteckningar, av vilka minst en gäller klass ${classId}.`,
  shared: (ids, minutes) =>
    `Samma anteckningar räcker för klasserna ${listed(ids)}.${minutes === undefined ? '' : ` Uppgiften tar sammanlagt ungefär ${counted(minutes, 'minut', 'minuter')}.`}`,
  without: (titles) =>
    titles.length === 1
      ? `Uppgiften ${quoted(titles)} hör inte till någon klass.`
      : `Uppgifterna ${quoted(titles)} hör inte till någon klass.`,
  kept: 'Det här behåller du',
  keptWords: [
    'En uppgift är klar när ingenting saknas i den. I slutet av uppgiften ser du vad som återstår. Svaren ger inga poäng: det finns inga rätta eller felaktiga svar.',
    'En klass som du har fått behåller du även om du ändrar dina svar. Detsamma gäller körkortet.',
    'Om reglerna ändras gäller de nya det som du gör därefter. Klasser och körkort som du redan har fått behåller du.',
  ],
};
