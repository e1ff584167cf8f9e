import { listed } from '../sv/forms.ts';
import { titled, type PartText } from './part-text.ts';

const quoted = (titles: readonly string[]): string => listed(titles.map((title) => `”${title}”`));

/** In Swedish: the course is a part of the licence. */
export const part: PartText = {
  title: titled,
  partOf: (course) => `Kursen är en del av helheten ”${course}”.`,
  collected: 'Körkortet samlas ihop av klasserna i de olika delarna, i arbetsgivarens förteckning över vad du har slutfört.',
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
  thenReady: 'Meddela på sidan Delprestation när du är klar.',
  look: 'Se på kortet',
  ready: {
    what: 'Alla uppgifter i kursen är gjorda. När du meddelar att du är klar märks kursen som genomförd i lärplattformen.',
    after:
      'Det går inte att ångra. Du kan ändå ändra dina svar. Om lärplattformen inte sparar något när kursen är genomförd ser du ett meddelande om det.',
  },
  licence: {
    page: 'Delprestation',
    lead: 'Kortet fylls allt eftersom du gör uppgifterna.',
    isYours: 'Delprestationen är din',
    needed: 'Du behöver ännu',
    print: 'Skriv ut kortet',
  },
  card: { name: 'DELPRESTATION' },

  completedOn: (day) => `Kursen slutfördes ${day}.`,
  rules: {
    lacks: (rule) => `För att slutföra kursen behöver du ännu ${rule}.`,
    licence: 'Så slutförs kursen',
    licenceNow: (rule) => `För att slutföra kursen behöver du ${rule}.`,
  },
  completeWhen: {
    compulsory: 'Kursen märks som genomförd genast då.',
    all: 'Kursen märks som genomförd genast då.',
    learner: 'Kursen märks som genomförd när du dessutom på sidan Delprestation säger att du är klar.',
  },
  kept: [
    'Det du har slutfört behåller du även om du ändrar dina svar.',
    'Om reglerna ändras gäller de det som du gör därefter. Ändringen gäller inte det som du redan har slutfört.',
  ],
  older: 'Svar på andra frågor',
  olderWhat: 'De här frågorna finns inte på den här kursen. Dina svar finns kvar.',
  fromFile: 'I rapporten står det att uppgiften kommer från en fil.',
};
