import type { Text } from '../text.ts';
import { counted, inWords, listed, number } from './days-and-numbers.ts';

/** The button that saves and closes the course, as other words name it too. */
export const exit = 'Spara och stäng';

export const shell: Text['shell'] = {
  skip: 'Gå till innehållet',
  contents: 'Innehåll',
  closeContents: 'Stäng innehållet',
  groups: { begin: 'Först', compulsory: 'Obligatoriskt', optional: 'Valfritt', about: 'Kursen' },
  ownPages: 'Mina sidor',
  chapterState: (state, earned, classes, minutes) => {
    if (state === 'earned') return classes > 1 ? `${listed(earned)} slutförda` : classes === 1 ? 'Slutförd' : 'Klar';
    const time = minutes === undefined || minutes === 0 ? '' : `${number(minutes)}\u00a0min`;
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
    toExercises: 'Visa uppgifterna',
    toFirst: 'Direkt till första uppgiften',
    allDone: 'Alla uppgifter är klara. Du kan ändå gå tillbaka till dem när som helst.',
    goOn: (title, step = '') => `Fortsätt: ${title}${step === '' ? '' : `, ${step.charAt(0).toLowerCase()}${step.slice(1)}`}`,
    last: (title) => `Senast var du i uppgiften ”${title}”.`,
    lastDone: (title) => `Uppgiften ”${title}” är klar.`,
    takes: (minutes) => `Den tar sammanlagt ungefär ${counted(minutes, 'minut', 'minuter')}.`,
    nextTakes: (minutes) => `Nästa tar ungefär ${counted(minutes, 'minut', 'minuter')}.`,
    name: 'Ditt namn på kortet',
    nameHelp: '(valfritt, syns på kortet och på sidan Min arbetsbok)',
    short: 'Det här hinner du på en kvart',
    shortOne: (sign, title, minutes) => `${sign === undefined ? '' : `${sign}: `}${title}, ${number(minutes)}\u00a0min`,
    time: 'Tid',
    compulsory: (sign, minutes, classIds) =>
      `Obligatorisk: ${sign}${classIds.length > 1 ? ` (klasserna ${listed(classIds)}), sammanlagt` : ','} ungefär ${number(minutes)}\u00a0min.`,
    alsoNeeds: (needs) => `Dessutom behöver du ${needs}.`,
    optional: (chapters, heading = chapters.length === 1 ? 'Valfri' : 'Valfria') =>
      `${heading}: ${listed(chapters.map(({ sign, topic, minutes }) => [sign, topic, `${number(minutes)}\u00a0min`].filter(Boolean).join('\u00a0')))}.`,
    answers: {
      title: 'Dina svar',
      readBy: {
        answers: 'Dina svar sparas medan du skriver och syns för dem som har rätt att läsa lärplattformens rapporter.',
        answersButPrivate:
          'Dina svar sparas medan du skriver och syns för dem som har rätt att läsa lärplattformens rapporter. Vid frågan står det om svaret inte går till rapporterna.',
        thisBrowser: 'Andra som använder webbläsaren kan läsa svaren. Spara dem också i en fil.',
        completion: 'Dina svar sparas medan du skriver. I rapporterna syns bara vad du har slutfört, inte dina svar.',
      },
    },
    library: 'BIBLIOTEK',
  },
  head: {
    time: 'Tid',
    minutes: (minutes, exercises) =>
      [`ungefär ${number(minutes)}\u00a0min`, `${inWords(exercises)} uppgift${exercises === 1 ? '' : 'er'}`].join(', '),
    needs: 'Du behöver',
    doneWhen: 'Klar när',
    done: (exercises, classIds) => {
      const what = exercises === 1 ? 'uppgiften är klar' : exercises === 2 ? 'båda uppgifterna är klara' : 'alla uppgifter är klara';
      if (classIds.length === 0) return what;
      return `${what}: du får ${classIds.length === 1 ? 'klass' : 'klasserna'} ${listed(classIds)}`;
    },
    readers: {
      title: 'Vem ser svaren?',
      answers: 'de som har rätt att läsa lärplattformens rapporter',
      answersButPrivate: 'de som har rätt att läsa lärplattformens rapporter; en del av svaren går inte till rapporterna',
      completion: 'ingen via rapporterna: dit går bara uppgiften om vad du har slutfört',
      thisBrowser: 'de som använder den här webbläsaren: svaren skickas ingenstans',
    },
    steps: 'Uppgifter',
    stepMinutes: (minutes) => `${number(minutes)}\u00a0min`,
    stepDone: 'Klar',
  },
  voice: { more: 'Läs till slutet', less: 'Dölj slutet' },
  continueFrom: (place) => `Du fortsätter från ”${place}”.`,
  toChapterStart: 'Gå till början av delen',
  exit,
  ready: {
    title: 'Är du klar?',
    what: 'Du har de klasser som behövs för körkortet. När du meddelar att du är klar markeras kursen som genomförd på lärplattformen.',
    after:
      'Det går inte att ångra. Du kan ändå göra uppgifterna i de andra klasserna. Om lärplattformen inte sparar något när kursen är genomförd ser du ett meddelande om det.',
    button: 'Jag är klar',
    said: 'Du har meddelat att du är klar. Kursen är markerad som genomförd.',
  },
};
