import type { Text } from '../text.ts';
import { inWords } from './days-and-numbers.ts';

export const exercise: Text['exercise'] = {
  kind: 'Uppgift',
  compare: {
    open: 'Jämför ditt svar',
    answer: 'Så här kan man också svara:',
    criteria: 'Titta på ditt eget svar en gång till:',
  },
  steps: {
    showAll: 'Visa allt',
    showOne: 'Visa ett steg i taget',
    done: 'Klar',
    begun: 'Påbörjad',
    tally: (done, all) => `${done}/${all} klara`,
    goOn: (title) => `fortsätt: ${title}`,
    next: (title) => `Nästa: ${title}`,
  },
  readers: {
    reports: 'Svaren syns för dem som har rätt att läsa lärplattformens rapporter.',
    others: 'Övriga svar syns för dem som har rätt att läsa lärplattformens rapporter.',
    nobody: 'Svaren går inte till rapporterna.',
    'this-browser': 'Svaren stannar i den här webbläsaren, där andra användare kan läsa dem.',
  },
  print: 'Skriv ut',
  /** Above the choice of what a printed sheet shows. */
  onPaper: 'Vad ska med på pappret?',
  stillNeeded: 'Det här återstår',
  done: 'Uppgiften är klar. Du kan ändå skriva vidare.',
  need: {
    answer: (label) => (label.endsWith('?') ? `Svara på frågan: ${label}` : `Skriv: ${label}`),
    choose: (label) => (label.endsWith('?') ? `Svara på frågan: ${label}` : `Välj: ${label}`),
    items: (label, count, empty) => {
      if (empty) return count === 1 ? `Lägg till den första punkten: ${label}` : `Lägg till minst ${inWords(count)} punkter: ${label}`;
      return count === 1 ? `Lägg till en punkt till: ${label}` : `Lägg till ytterligare ${inWords(count)} punkter: ${label}`;
    },
    touch: (classId) => `Anteckna en övning som gäller klass ${classId}`,
    branch: (label) => `Lägg till ett svar på kartan: ${label}`,
    mark: (label) => `Märk ut minst ett av dessa på resan: ${label}`,
    shorten: 'Korta ner guiden så att den ryms på en sida',
  },
};
