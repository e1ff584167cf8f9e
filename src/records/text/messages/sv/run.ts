import { writtenDay } from '../../../written-day.ts';
import type { RunText } from '../fi/run.ts';
import { sv as page } from '../../hr-page/sv.ts';
import { writing } from '../writing.ts';

const { number, counted } = writing('sv', 'MB', page);

/** What the records command says of a run in Swedish, besides the words of HR's page. */
export const run: RunText = {
  warning: (said) => `Varning: ${said}`,
  error: (said) => `Fel: ${said}`,
  progress: {
    statements: (count) => `${number(count)} utsagor`,
    learners: (count, all) => `${number(count)} / ${number(all)} deltagare`,
    rows: (count) => `${number(count)} rader`,
  },
  run: {
    exitCode: (code) => `Returkod ${code}.`,
    defect: (reason) => `Programmet har ett fel. Anmäl det till administratören: ${reason}`,
    readUntilThen: (read) => `Så här långt hann läsningen. ${read}`,
    nothingWritten: 'Inga resultat skrevs: de tidigare filerna är som förut.',
    figures: (people, valid, expired, asOf) =>
      `${counted(people, 'person', 'personer')}, giltiga körkort ${number(valid)}${expired === 0 ? '' : `, utgångna ${number(expired)}`}. Läget ${writtenDay(asOf, 'sv')}.`,
    unitFiles: (files, units) => `${counted(files, 'fil', 'filer')} för ${counted(units, 'enhet', 'enheter')}.`,
    moreNotUnderstood: (count) => `Dessutom fler liknande ställen som inte går att förstå: ${number(count)}.`,
    notEncrypted: (origin) => `${origin} är inte krypterad: utomstående kan läsa nycklarna på vägen. Använd en https-adress.`,
    nobody:
      'Källan har inga deltagare, så de som finns på personallistan visas som ”Inte påbörjat”. Kontrollera adressen eller filen, och att nyckeln får läsa vad alla deltagare har slutfört.',
    nobodyAnyMore: (source, count) => [
      `Källan har inte längre någon deltagare (${source}). Förra gången fanns där ${number(count)}.`,
      'Kontrollera att källan är i ordning och att nyckeln får läsa vad alla deltagare har slutfört. Om allt stämmer, ta bort lägesfilen (--state) och kör på nytt.',
    ],
    nothingAnyMore: (source, count) => [
      `Allt som var slutfört har försvunnit ur källan (${source}). Förra gången hade ${number(count)} deltagare slutfört något. Så blir det när kursen återställs för en ny omgång.`,
      'Behåll de tidigare filerna. Om allt stämmer, ta bort lägesfilen (--state) och kör på nytt.',
    ],
    someVanished: (source, count) =>
      `Deltagare vars slutförda klasser har försvunnit ur källan sedan förra gången: ${number(count)} (${source}). Ett försök kan ha raderats, eller så är deltagaren inte längre med på kursen. I de tidigare filerna finns uppgifterna kvar.`,
    unnamed: (count) =>
      `Deltagare för vilka källan varken ger namn, adress, nummer eller användarnamn: ${number(count)}. Ingen kan se vilka de är. Ge en personallista med e-postadresser (--people), eller fråga den som sköter källan.`,
  },
  state: {
    isOfOther: 'Lägesfilen gäller en annan kurs, en annan tidszon eller en annan programversion, så allt läses på nytt.',
    unreadable: (path, code) => [`Lägesfilen ${path} går inte att läsa (${code}).`, 'Kontrollera sökvägen och läsrätten.'],
    damaged: (path) => [`Lägesfilen ${path} är skadad.`, 'Använd en tidigare kopia eller ta bort filen: då läses allt på nytt.'],
    foreign: (path) => [
      `Lägesfilen ${path} är inte skriven av det här programmet.`,
      'Använd en tidigare kopia eller ta bort filen: då läses allt på nytt.',
    ],
  },
  secrets: {
    openToOthers: (path) => `${path} kan läsas av andra användare på den här datorn. Kör: chmod 600 ${path}`,
    missing: (name, option) => [
      `${name} saknas: ${option} behöver den.`,
      'Ge den som miljövariabel eller i en fil som du anger med --secrets.',
    ],
    unreadable: (path) => [`Filen med nycklar ${path} går inte att läsa.`, 'Kontrollera sökvägen och läsrätten.'],
    wrongLine: (path, line, known) => [
      `Rad ${line} i filen med nycklar ${path} går inte att förstå.`,
      `Skriv raderna så här: ASPA_LRS_KEY: nyckeln. Namnen är ${known.join(', ')}.`,
    ],
  },
  outputs: {
    noFolder: (folder) => [`Mappen ${folder} finns inte.`, 'Skapa den eller ange en annan sökväg.'],
    isFolder: (path) => [`${path} är en mapp.`, 'Ange en fil.'],
    refused: (path, code) => [
      `Det går inte att skriva till ${path} (${code}).`,
      'Kontrollera rättigheterna till filen och dess mapp. Stäng filen om den är öppen, till exempel i ett kalkylprogram.',
    ],
    noRoom: (path, code) => [`${path} ryms inte på disken (${code}).`, 'Frigör utrymme på disken.'],
    noReader: ['Mottagaren av standardutmatningen slutade läsa före slutet.', 'Läs till slutet, eller ange en fil.'],
    failed: (path, reason) => [
      `Det går inte att skriva till ${path ?? 'standardutmatningen'}: ${reason}.`,
      'Kontrollera sökvägen, rättigheterna och disken.',
    ],
    unchanged: 'De tidigare filerna är som förut.',
    newAlready: (paths) => `Redan skrivna: ${paths.join(', ')}. Resten är som förut.`,
  },
};
