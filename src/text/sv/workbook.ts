import type { Text } from '../text.ts';
import { counted, givenDay, listed, number } from './days-and-numbers.ts';

export const workbook: Text['workbook'] = {
  page: 'Min arbetsbok',
  lead: 'På den här sidan finns allt som du har skrivit. Du kan skriva ut det eller spara det som PDF-fil i utskriftsfönstret.',
  of: (name) => `Besvarad av ${name}`,
  printed: (day) => `Utskriven ${day}`,
  print: 'Skriv ut eller spara PDF',
  empty: 'Du har inte skrivit något ännu. Dina svar samlas här, en del i taget.',
  nothingYet: 'Inget svar ännu.',
  exerciseEmpty: 'Den här uppgiften har du inte börjat på ännu.',
  toExercise: 'Gå till uppgiften',
  onlyForYou: 'Går inte till rapporterna',
  tomorrow: {
    title: 'Vad gör jag i morgon?',
    collected: 'Svaren på den här frågan samlas överst på sidan Min arbetsbok.',
  },
  older: 'Svar på tidigare frågor',
  olderWhat: 'De här frågorna finns inte längre i kursen. Dina svar finns kvar.',
  day: givenDay,
  copy: {
    title: 'Kopia för eget bruk',
    what: 'Spara dina svar i en fil. Från filen kan du hämta in dem i ett annat försök eller på en annan lärplattform.',
    save: 'Spara en kopia som fil',
    saved: (file) => `Webbläsaren sparar kopian ${file} i mappen för nedladdningar. Kontrollera att den finns där.`,
    read: 'Hämta svar från en fil',
    unreadable: {
      'not-json': 'Filen är ingen kopia av svar. Välj en fil som du har sparat från den här kursen.',
      'not-a-copy': 'Filen är ingen kopia av svar. Välj en fil som du har sparat från den här kursen.',
      'newer-version': 'Kopian har gjorts med en nyare version av kursen. Öppna den där du gjorde den.',
      'other-course': 'Kopian är från en annan kurs. Välj en fil som du har sparat från den här kursen.',
      'too-large': 'Filen är för stor för att vara en kopia av svar. Välj en fil som du har sparat från den här kursen.',
      'too-much': 'Filen innehåller mer text än kursen kan spara. Ingenting hämtades.',
    },
    unreadableOtherwise: 'Det gick inte att läsa filen. Försök på nytt eller välj en annan fil.',
    preview: (file) => `Så här ändrar filen ${file} dina svar`,
    earned: (classIds) =>
      `${classIds.length === 1 ? 'Klass' : 'Klasserna'} ${listed(classIds)} som du har fått. I rapporten står det att informationen kommer från en fil.`,
    added: (count) => counted(count, 'nytt svar', 'nya svar'),
    changed: (count) => `${counted(count, 'svar', 'svar')} byts ut`,
    moved: (count) => (count === 1 ? '1 punkt flyttas till sin plats i filen' : `${count} punkter flyttas till sina platser i filen`),
    putBack: (count) =>
      count === 1 ? '1 punkt som du har tagit bort kommer tillbaka' : `${count} punkter som du har tagit bort kommer tillbaka`,
    same: (count) => `${counted(count, 'svar', 'svar')} förblir som förut`,
    unknown: (count) =>
      count === 1
        ? '1 svar på en fråga som inte finns i den här kursen. Det tar utrymme och kan inte ändras. Du kan låta bli att ta med det.'
        : `${counted(count, 'svar', 'svar')} på frågor som inte finns i den här kursen. De tar utrymme och kan inte ändras. Du kan låta bli att ta med dem.`,
    tooLong: (label, length, limit) =>
      `Ett svar är för långt och utelämnas: ${label} (${counted(length, 'tecken', 'tecken')}, det finns plats för ${number(limit)}).`,
    unfit: (count) =>
      count === 1 ? '1 svar passar inte kursen och utelämnas.' : `${counted(count, 'svar', 'svar')} passar inte kursen och utelämnas.`,
    nothing: 'Filen ändrar ingenting.',
    now: 'Nu',
    then: 'Från filen',
    empty: 'Tomt',
    take: 'Ta svaren från filen',
    takeKnown: 'Ta bara svaren på kursens frågor',
    takeAll: 'Ta alla svar',
    cancel: 'Behåll de nuvarande svaren',
    taken: 'Svaren har hämtats från filen.',
    fileName: (day) => `arbetsbok-${day}`,
  },
  here: {
    title: 'Kopia på den här enheten',
    copied: 'Kursen har en kopia av dina svar på den här enheten tills lärplattformen har fått dem.',
    only: 'Dina svar finns bara i den här webbläsaren.',
    shared: {
      copied: 'Om du använder en gemensam dator, ta bort kopian när du slutar.',
      only: 'Om du använder en gemensam dator, ta bort dina svar när du slutar.',
    },
    others: (days) => `Kopior som andra användare har lämnat tas bort när ingen har skrivit i dem på ${counted(days, 'dag', 'dagar')}.`,
    remove: 'Ta bort från den här enheten',
    sure: { copied: 'Ska kopian tas bort från den här enheten?', only: 'Ska dina svar tas bort från den här enheten?' },
    loses: {
      copied: 'Lärplattformen har fått allt som du har skrivit. Ingenting går förlorat.',
      ahead:
        'Lärplattformen har inte bekräftat att den har fått allt som du har skrivit. Om du tar bort kopian och stänger sidan går de svar som saknas förlorade. Spara dem först i en fil.',
      only: 'När du tar bort dina svar stängs kursen, och du kan inte få dem tillbaka. Spara dem först i en fil.',
    },
    confirm: 'Ta bort',
    cancel: 'Ta inte bort',
    removed: 'Dina svar har tagits bort från den här enheten. Ingenting sparas på den här enheten förrän du öppnar kursen på nytt.',
    uncertain:
      'Webbläsaren bekräftade inte att dina svar har tagits bort från den här enheten. Rensa den här webbplatsens data i webbläsarens inställningar när du slutar.',
  },
};
