import { listed } from '../fi/days-and-numbers.ts';
import { titled, type PartText } from './part-text.ts';

const quoted = (titles: readonly string[]): string => listed(titles.map((title) => `”${title}”`));

/** Suomeksi: kurssi on ajokortin osa. */
export const part: PartText = {
  title: titled,
  partOf: (course) => `Kurssi on osa kokonaisuutta ”${course}”.`,
  collected: 'Ajokortti kootaan eri osioiden luokista työnantajan suoritusluetteloon.',
  exercises: 'Tehtävät',
  minutes: (sign, minutes) => `${sign}: noin ${minutes}\u00a0min.`,
  completed: 'Suoritettu',
  partDone: (sign) => `Osio ${sign} on suoritettu.`,
  partDoneOn: (sign, day) => `Osio ${sign} suoritettu ${day}.`,
  partNotDone: (sign) => `Osio ${sign} on suorittamatta.`,
  partExercises: (sign) => `osion ${sign} tehtävät`,
  partRule: (sign, titles) =>
    `Osio ${sign} on suoritettu, kun olet tehnyt ${titles.length === 1 ? 'tehtävän' : 'tehtävät'} ${quoted(titles)}.`,
  allDone: 'Kurssin kaikki tehtävät on tehty.',
  thenReady: 'Kun olet valmis, ilmoita siitä sivulla Osasuoritus.',
  look: 'Katso korttia',
  ready: {
    what: 'Kurssin kaikki tehtävät on tehty. Kun ilmoitat olevasi valmis, kurssi merkitään oppimisympäristöön suoritetuksi.',
    after:
      'Merkintää ei voi perua. Voit silti muuttaa vastauksiasi. Jos oppimisympäristö ei tallenna mitään suorituksen jälkeen, näet siitä ilmoituksen.',
  },
  licence: {
    page: 'Osasuoritus',
    lead: 'Kortti täyttyy sitä mukaa kuin teet tehtäviä.',
    isYours: 'Osio on suoritettu',
    needed: 'Tarvitset vielä',
    print: 'Tulosta kortti',
  },
  card: { name: 'OSASUORITUS' },

  completedOn: (day) => `Kurssi suoritettu ${day}.`,
  rules: {
    lacks: (rule) => `Kurssin suorittamiseen tarvitaan vielä ${rule}.`,
    licence: 'Kurssin suoritus',
    licenceNow: (rule) => `Kurssin suorittamiseen tarvitaan ${rule}.`,
  },
  completeWhen: {
    compulsory: 'Kurssi merkitään suoritetuksi heti, kun tämä vaatimus täyttyy.',
    all: 'Kurssi merkitään suoritetuksi heti, kun tämä vaatimus täyttyy.',
    learner: 'Kurssi merkitään suoritetuksi, kun lisäksi ilmoitat sivulla Osasuoritus olevasi valmis.',
  },
  kept: [
    'Suoritus pysyy sinulla, vaikka muuttaisit vastauksiasi.',
    'Jos säännöt muuttuvat, uudet säännöt koskevat sitä, mitä teet muutoksen jälkeen. Aiempia suorituksia muutos ei koske.',
  ],
  older: 'Vastauksia muihin kysymyksiin',
  olderWhat: 'Näitä kysymyksiä ei ole tällä kurssilla. Vastauksesi ovat tallessa.',
  fromFile: 'Raporttiin tulee merkintä, että tieto on tiedostosta.',
};
