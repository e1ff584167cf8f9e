import type { Text } from '../text.ts';
import { counted, number } from './days-and-numbers.ts';
import { exit } from './shell.ts';

export const support: Text['support'] = {
  page: 'Tekniska uppgifter',
  lead: 'Den här sidan är till hjälp när svaren inte sparas. Kopiera uppgifterna och skicka dem till lärplattformens support. Ditt namn, ditt användarnamn och dina svar är inte med.',
  contact: 'Mer information om kursen får du här:',
  link: 'Tekniska uppgifter för support',
  facts: 'Uppgifter för support',
  copy: 'Kopiera uppgifterna',
  copied: 'Uppgifterna är kopierade. Klistra in dem i ett meddelande.',
  notCopied: 'Webbläsaren tillåter inte kopiering. Uppgifterna är markerade: kopiera dem med tangenterna Ctrl + C.',
  saveSooner:
    'Den här lärplattformen tar kanske inte emot det som kursen skickar när du stänger sidan. Därför sparar kursen oftare än vanligt. Vänta med att stänga sidan tills det uppe på sidan står att svaren är sparade eller skickade.',
  line: {
    course: 'Kurs',
    time: 'Tid',
    site: 'Server',
    lms: 'Anslutning',
    limits: 'Gränser',
    mode: 'Läge',
    language: 'Språk',
    browser: 'Webbläsare',
    copy: 'Kopia i den här webbläsaren',
    state: 'Sparat innehåll',
    saves: 'Senast sparat',
  },
  yesNo: (yes) => (yes ? 'ja' : 'nej'),
  state: (revision, room) =>
    room ? `version ${revision}: ${counted(room.used, 'tecken', 'tecken')}, plats för ${number(room.limit)}` : `version ${revision}`,
  test: {
    title: 'Fungerar det att spara?',
    what: 'Administratören gör testet när kursen har lagts in på lärplattformen. Öppna kursen på samma sätt som deltagarna och börja testet. Kursen sparar en testtext. Den är inget svar, syns inte i rapporterna och påverkar inte om kursen räknas som genomförd.',
    browse:
      'Kursen är öppnad i ett läge där ingenting sparas. Du ser bara om lärplattformen hittades och om en tidigare testtext kom tillbaka. Öppna kursen som ditt eget försök, så kan du testa också att spara.',
    begin: 'Testa att spara',
    next: `Testet pågår. Tryck på knappen ”${exit}”. Stäng sedan kursens fönster och öppna kursen på nytt från lärplattformen: den öppnas på den här sidan. Besök inte kursens andra sidor däremellan. Öppna till sist kursen med samma användarnamn på en annan dator. Om sidan där inte minns testet kom testtexten inte till lärplattformen.`,
    end: 'Avsluta testet',
    verdict: { kept: 'OK', broken: 'Inte OK', open: 'Ännu inte känt' },
    promise: {
      lms: 'Anslutning till lärplattformen',
      limits: 'Utrymme för svaren',
      save: 'Bekräftelse på att svaren sparas',
      whole: 'Testtexten kommer tillbaka hel',
      place: 'Kursen öppnas på samma ställe',
      elsewhere: 'Testtexten på en annan dator',
      exit,
      completion: 'Markeringen som genomförd ändras inte',
    },
    broken: {
      lms: 'Svaren skulle bara finnas i webbläsaren. Öppna kursen från lärplattformen, inte direkt från en fil. Om du öppnade den från lärplattformen, lägg in paketet där på nytt som ett SCORM-, xAPI- eller cmi5-paket.',
      limits:
        'Långa svar ryms inte. Pröva ett annat paket eller fråga lärplattformens support om utrymmet (suspend_data) kan göras större.',
      save: 'Lärplattformen tog inte emot det som skulle sparas. Orsaken finns i uppgifterna på den här sidan. Kopiera dem, skicka dem till lärplattformens support och öppna inte kursen för deltagarna ännu.',
      whole:
        'Svar skulle gå förlorade. Kontrollera att lärplattformen inte börjar på ett nytt försök varje gång. Om den inte gör det, pröva ett annat paket, och öppna inte kursen för deltagarna ännu.',
      place: 'Kursen var på en annan sida däremellan, eller det sista som sparades kom inte fram. Gör om testet från den här sidan.',
      elsewhere: '',
      exit: 'Kursen stängdes på något annat sätt, eller det sista som sparades kom inte fram. Gör om testet. Om resultatet är detsamma, be deltagarna vänta med att stänga tills det uppe på sidan står att svaren är sparade eller skickade.',
      completion:
        'Lärplattformen anser att kursen är genomförd fast uppgifterna inte är gjorda. Ändra den inställning som markerar kursen som genomförd redan när den öppnas eller stängs.',
    },
    sent: 'Innehållet har skickats, men ingen bekräftelse kom. Inte alla lärplattformar bekräftar. Nästa gång du öppnar kursen ser du om texten kom fram.',
  },
};
