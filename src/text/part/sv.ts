import { listed } from '../sv/days-and-numbers.ts';
import { titled, type PartText } from './part-text.ts';

const quoted = (titles: readonly string[]): string => listed(titles.map((title) => `”${title}”`));

/** In Swedish: the course is a part of the licence. */
export const part: PartText = {
  title: titled,
  partOf: (course) => `Kursen är en del av helheten ”${course}”.`,
  collected: 'Körkortet sätts ihop av klasserna i de olika delarna i arbetsgivarens förteckning över vad du har slutfört.',
  exercises: 'Uppgifter',
  minutes: (sign, minutes) => `${sign}: ungefär ${String(minutes)}\u00a0min.`,
  completed: 'Slutfört',
  partDone: (sign) => `Del ${sign} är slutförd.`,
  partDoneOn: (sign, day) => `Del ${sign} slutfördes ${day}.`,
  partNotDone: (sign) => `Del ${sign} är inte slutförd.`,
  partExercises: (sign) => `uppgifterna i del ${sign}`,
  partRule: (sign, titles) =>
    `Del ${sign} är slutförd när du har gjort ${titles.length === 1 ? 'uppgiften' : 'uppgifterna'} ${quoted(titles)}.`,
  allDone: 'Alla uppgifter i kursen är gjorda.',
  thenReady: 'När du är klar, meddela det på sidan Delprestation.',
  look: 'Se på kortet',
  ready: {
    what: 'Alla uppgifter i kursen är gjorda. När du meddelar att du är klar markeras kursen som genomförd på lärplattformen.',
    after:
      'Det går inte att ångra. Du kan ändå ändra dina svar. Om lärplattformen inte sparar något när kursen är genomförd ser du ett meddelande om det.',
  },
  licence: {
    page: 'Delprestation',
    lead: 'Kortet fylls allt eftersom du gör uppgifterna.',
    isYours: 'Delen är slutförd',
    needed: 'Det här återstår',
    print: 'Skriv ut kortet',
  },
  card: { name: 'DELPRESTATION' },

  completedOn: (day) => `Kursen genomfördes ${day}.`,
  rules: {
    lacks: (rule) => `För att genomföra kursen återstår ${rule}.`,
    licence: 'Så genomförs kursen',
    licenceNow: (rule) => `För att genomföra kursen behöver du ${rule}.`,
  },
  completeWhen: {
    compulsory: 'Kursen markeras som genomförd genast då.',
    all: 'Kursen markeras som genomförd genast då.',
    learner: 'Kursen markeras som genomförd när du dessutom på sidan Delprestation meddelar att du är klar.',
  },
  kept: [
    'Det du har slutfört behåller du även om du ändrar dina svar.',
    'Om reglerna ändras gäller de nya det som du gör därefter. Ändringen gäller inte det som du redan har slutfört.',
  ],
  older: 'Svar på andra frågor',
  olderWhat: 'De här frågorna finns inte i den här kursen. Dina svar finns kvar.',
  fromFile: 'I rapporten står det att informationen kommer från en fil.',
};
