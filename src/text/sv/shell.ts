import type { Text } from '../text.ts';
import { counted, listed, number } from './forms.ts';

export const shell: Text['shell'] = {
  skip: 'Gå till innehållet',
  contents: 'Innehåll',
  closeContents: 'Stäng innehållet',
  groups: { begin: 'Först', compulsory: 'Obligatoriskt', optional: 'Valfritt', about: 'Om kursen' },
  ownPages: 'Mina sidor',
  chapterState: (state, earned, classes, minutes) => {
    if (state === 'earned') return classes > 1 ? `${listed(earned)} slutförda` : classes === 1 ? 'Slutförd' : 'Klar';
    const time = minutes === undefined || minutes === 0 ? '' : `${number(minutes)} min`;
    if (state === 'ahead') return time;
    const begun = earned.length > 1 ? `${listed(earned)} slutförda` : earned.length === 1 ? `${listed(earned)} slutförd` : 'Påbörjad';
    return time === '' ? begun : `${begun} · ${time} kvar`;
  },
  turnPages: 'Bläddra mellan delarna',
  back: 'Föregående',
  forward: 'Nästa',
  cover: {
    page: 'Omslag',
    begin: 'Börja',
    seeLicence: 'Se ditt körkort',
    allDone: 'Alla uppgifter är gjorda. Du kan ändå gå tillbaka till dem när som helst.',
    goOn: (title, step = '') => `Fortsätt: ${title}${step === '' ? '' : `, ${step.charAt(0).toLowerCase()}${step.slice(1)}`}`,
    last: (title) => `Senast var du i uppgiften ”${title}”.`,
    lastDone: (title) => `Uppgiften ”${title}” är klar.`,
    takes: (minutes) => `Den tar sammanlagt ungefär ${counted(minutes, 'minut', 'minuter')}.`,
    nextTakes: (minutes) => `Nästa tar ungefär ${counted(minutes, 'minut', 'minuter')}.`,
    name: 'Ditt namn på kortet',
    nameHelp: '(syns bara på kortet)',
    short: 'Det här hinner du på en kvart',
    shortOne: (sign, title, minutes) => `${sign === undefined ? '' : `${sign}: `}${title}, ${number(minutes)} min`,
    time: 'Tid',
    compulsory: (sign, minutes, classIds) =>
      `Obligatorisk: ${sign}${classIds.length > 1 ? ` (klasserna ${listed(classIds)})` : ''}, ungefär ${number(minutes)} min.`,
    alsoNeeds: (needs) => `Dessutom behöver du ${needs}.`,
    optional: (chapters, heading = chapters.length === 1 ? 'Valfri' : 'Valfria') =>
      `${heading}: ${listed(chapters.map(({ sign, minutes }) => `${sign} ${number(minutes)}`))} min.`,
    answers: {
      title: 'Dina svar',
      readBy: {
        answers: 'Sparas medan du skriver. De som har rätt att läsa lärplattformens rapporter ser dem.',
        answersButPrivate:
          'Sparas medan du skriver. De som har rätt att läsa lärplattformens rapporter ser dem. En del av svaren går inte till rapporterna.',
        thisBrowser: 'Alla som använder den här webbläsaren kan läsa dem.',
        completion: 'Sparas medan du skriver. I rapporterna syns bara vad du har slutfört, inte dina svar.',
      },
    },
    library: 'BIBLIOTEK',
  },
  head: {
    time: 'Tid',
    minutes: (minutes, exercises) =>
      [`ungefär ${number(minutes)} min`, exercises === 1 ? 'en uppgift' : counted(exercises, 'uppgift', 'uppgifter')].join(', '),
    needs: 'Du behöver',
    doneWhen: 'Klar när',
    done: (exercises, classIds) => {
      const what = exercises === 1 ? 'uppgiften är gjord' : exercises === 2 ? 'båda uppgifterna är gjorda' : 'alla uppgifter är gjorda';
      if (classIds.length === 0) return what;
      return `${what}: du får ${classIds.length === 1 ? 'klass' : 'klasserna'} ${listed(classIds)}`;
    },
    readers: {
      title: 'Svaren ser',
      answers: 'de som har rätt att läsa lärplattformens rapporter',
      answersButPrivate: 'de som har rätt att läsa lärplattformens rapporter. En del av svaren går inte till rapporterna',
      completion: 'ingen i rapporterna: dit går bara vad du har slutfört',
      thisBrowser: 'den som använder den här webbläsaren',
    },
    steps: 'Uppgifter',
    stepMinutes: (minutes) => `${number(minutes)} min`,
    stepDone: 'Klar',
  },
  voice: { more: 'Läs till slut', less: 'Dölj slutet' },
  continueFrom: (place) => `Du fortsätter från ${place}.`,
  toChapterStart: 'Gå till början av delen',
  opening: 'Kursen öppnas…',
  exit: 'Spara och stäng',
  noLms: {
    title: 'Ingen förbindelse till lärplattformen',
    reason: {
      'no-lms': 'Kursen har öppnats utan en lärplattform.',
      'initialize-failed': 'Lärplattformen öppnade inte kursen.',
      'launch-incomplete': 'Lärplattformen öppnade kursen med en bristfällig länk.',
      'fetch-refused': 'Engångstillståndet från lärplattformen är redan använt.',
      'session-over': 'Sessionen är slut. Det händer till exempel när sidan laddas om.',
      unreachable: 'Lärplattformen svarar inte.',
      'barred-site': 'Länken som kursen öppnades med skulle skicka dina svar till en server som inte är tillåten i kursens inställningar.',
      'not-sent': 'Du valde att dina svar inte ska skickas.',
    },
    what: 'Dina svar och uppgiften om vad du har slutfört skickas nu ingenstans. Om du började kursen från lärplattformen, stäng den här sidan och öppna kursen därifrån på nytt.',
    local:
      'Du kan också fortsätta utan förbindelse. Då sparas texten bara i den här webbläsaren, och den som använder samma dator kan se den. Ta till slut en kopia på sidan Min arbetsbok.',
    goOn: 'Fortsätt i den här webbläsaren',
    details: 'För support',
  },
  unconfirmed: {
    title: 'Vart skickas dina svar?',
    what: (sites) =>
      sites === 1
        ? 'Kursen öppnades med en länk som säger att dina svar, ditt namn och uppgiften om vad du har slutfört skickas till den här adressen:'
        : 'Kursen öppnades med en länk som säger att dina svar, ditt namn och uppgiften om vad du har slutfört skickas till de här adresserna:',
    fromLms: 'Om du öppnade kursen från lärplattformen hör adressen vanligtvis till dess tjänster, och du kan fortsätta.',
    fromElsewhere:
      'Om du fick länken från annat håll, till exempel i ett meddelande, ska du inte skicka. Öppna kursen från lärplattformen eller fråga dess support vem adressen tillhör.',
    once: 'När du fortsätter frågar kursen inte om detta på nytt i den här webbläsaren.',
    goOn: 'Fortsätt',
    dontSend: 'Skicka inte',
  },
  elsewhere: {
    title: 'Kursen är öppen på en annan flik',
    what: 'Skriv på ett ställe i taget, så går ingenting förlorat. Du kan gå tillbaka till den andra fliken eller flytta kursen hit. Då följer också det med som du har skrivit på den andra fliken.',
    takeOver: 'Fortsätt på den här fliken',
  },
  stale: {
    title: 'Den här sidan är föråldrad',
    what: 'Webbläsaren tog fram sidan ur sitt minne, eller så gav lärplattformen en gammal version av ditt arbete. Stäng sidan och öppna kursen på nytt från lärplattformen, så får du din senaste text.',
    reload: 'När du kommer tillbaka till kursen via lärplattformen fortsätter du där du slutade.',
    goOn: 'Fortsätt från den här versionen',
  },
  closing: {
    title: 'Kursen stängs',
    saving: 'Ditt arbete sparas. Håll sidan öppen tills du ser att allt är sparat.',
    notSaved: 'Allt är inte sparat ännu',
    trying: 'Ett nytt försök pågår.',
    again: 'Försök på nytt',
    stay: 'Tillbaka till kursen',
    unsaved: 'Avsluta ändå',
  },
  closed: {
    title: 'Kursen är stängd',
    saved: 'Ditt arbete är sparat. Du kan stänga den här sidan.',
    sent: 'Ditt arbete har skickats till lärplattformen. Du kan stänga den här sidan. Nästa gång du öppnar kursen kontrollerar den att allt har kommit fram.',
    local: 'Ditt arbete är sparat i den här webbläsaren. Du kan stänga den här sidan.',
    removed: 'Dina svar har tagits bort från den här webbläsaren. Du kan stänga den här sidan.',
    browse: 'Du tittade på kursen, så ingenting sparades. Du kan stänga den här sidan.',
    saving: 'Ditt arbete sparas fortfarande. Håll sidan öppen en stund.',
    notSaved: 'Allt hann inte till lärplattformen.',
    comesAlong:
      'När du öppnar kursen på den här datorn i samma webbläsare skickas den del som saknas på nytt. Ta för säkerhets skull också en kopia.',
    bringCopy: 'När du öppnar kursen på nytt, hämta in kopian på sidan Min arbetsbok.',
    wayBack: (host) => `Tillbaka till ${host}`,
  },
  earned: {
    classes: (classIds) => `Du fick ${classIds.length === 1 ? 'klass' : 'klasserna'} ${listed(classIds)}.`,
    title: 'Klasser som du har fått',
    licence: 'Körkortet är ditt.',
    thenReady: 'Meddela på körkortets sida när du är klar.',
    look: 'Se på körkortet',
    dismiss: 'Stäng meddelandet',
  },
  ready: {
    title: 'Är du klar?',
    what: 'Du har de klasser som behövs för körkortet. När du meddelar att du är klar märks kursen som genomförd i lärplattformen.',
    after:
      'Det går inte att ångra. Du kan ändå göra uppgifterna i de andra klasserna. Om lärplattformen inte sparar något när kursen är genomförd ser du ett meddelande om det.',
    button: 'Jag är klar',
    said: 'Du har meddelat att du är klar. Kursen är märkt som genomförd.',
  },
};
