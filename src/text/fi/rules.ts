import type { CompleteWhen } from '../../course/settings.ts';
import type { ValidPeriod } from '../../course/licence-validity.ts';
import { givenDay, inWords, listed } from './days-and-numbers.ts';

const quoted = (titles: readonly string[]): string => listed(titles.map((title) => `”${title}”`));

const ONE = { y: 'vuoden', m: 'kuukauden', d: 'päivän' } as const;
const SEVERAL = { y: 'vuotta', m: 'kuukautta', d: 'päivää' } as const;

/** Mistä luokan ja ajokortin saa. */
export const rules = {
  page: 'Säännöt',
  /** Luokat, jotka kaikki tarvitaan. */
  all: (ids: readonly string[]) => `${ids.length === 1 ? 'luokka' : 'luokat'} ${listed(ids)}`,
  /** Luokat, joista yksi riittää. */
  one: (ids: readonly string[]) => `luokka ${listed(ids, 'tai')}`,
  some: (count: number, ids: readonly string[]) => `${inWords(count)} luokista ${listed(ids)}`,
  /** @param count montako riittää; undefined, kun se ei ole kiinni määrästä */
  among: (count: number | undefined) => `Ajokorttiin tarvitaan ${count === undefined ? 'osa' : inWords(count)} näistä`,
  /** Säännön osien välissä. */
  also: ' ja lisäksi ',
  or: ' tai ',
  /** @param rule luokat A1 ja A2 */
  lacks: (rule: string) => `Ajokorttiin tarvitaan vielä ${rule}.`,
  licence: 'Ajokortti',
  licenceNow: (rule: string) => `Ajokortin saat, kun sinulla on ${rule}.`,
  /** Sääntö, joka tulee voimaan myöhemmin. */
  licenceFrom: (day: string, rule: string) => `${givenDay(day)} alkaen ajokorttiin tarvitaan ${rule}.`,
  optional: (ids: readonly string[]) =>
    `Ajokorttiin ei tarvita ${ids.length === 1 ? 'luokkaa' : 'luokkia'} ${listed(ids)}. Voit suorittaa ${ids.length === 1 ? 'sen' : 'niitä'} myös ajokortin saatuasi.`,
  completeWhen: {
    compulsory: 'Kurssi merkitään suoritetuksi heti, kun sinulla on ajokortti.',
    all: 'Kurssi merkitään suoritetuksi, kun sinulla on kaikki luokat, myös ne, joita ajokorttiin ei tarvita.',
    learner: 'Kurssi merkitään suoritetuksi, kun sinulla on ajokortti ja ilmoitat ajokorttisivulla olevasi valmis.',
  } satisfies Record<CompleteWhen, string>,
  validFor: ({ count, unit }: ValidPeriod) =>
    `Ajokortti on voimassa ${count === 1 ? ONE[unit] : `${inWords(count)} ${SEVERAL[unit]}`} siitä päivästä, jona sait sen. Kun suoritat kurssin uudelleen, aika alkaa alusta.`,
  classes: 'Luokat',
  classNow: (classId: string, titles: readonly string[]) =>
    titles.length === 1
      ? `Luokan ${classId} saat, kun olet tehnyt tehtävän ${quoted(titles)}.`
      : `Luokan ${classId} saat, kun olet tehnyt tehtävät ${quoted(titles)}.`,
  minimum: (count: number) =>
    count === 1
      ? 'Tehtävän luettelossa pitää olla ainakin yksi kohta.'
      : `Tehtävän luettelossa pitää olla ainakin ${inWords(count)} kohtaa.`,
  /** Päiväkirja, jonka kirjauksista ainakin yksi liittyy luokkaan. */
  entries: (count: number, classId: string) =>
    count === 1
      ? `Siihen tarvitset kirjauksen, joka liittyy luokkaan ${classId}.`
      : `Siihen tarvitset ainakin ${inWords(count)} kirjausta, joista ainakin yksi liittyy luokkaan ${classId}.`,
  /** Luokat, joihin käy sama päiväkirja. @param minutes kuinka kauan se vie */
  shared: (ids: readonly string[], minutes: number | undefined) =>
    `Samat kirjaukset riittävät luokkiin ${listed(ids)}.${minutes === undefined ? '' : ` Tehtävään kuluu yhteensä noin ${minutes} minuuttia.`}`,
  without: (titles: readonly string[]) =>
    titles.length === 1
      ? `Tehtävä ${quoted(titles)} ei kuulu mihinkään luokkaan.`
      : `Tehtävät ${quoted(titles)} eivät kuulu mihinkään luokkaan.`,
  kept: 'Mikä säilyy?',
  keptWords: [
    'Tehtävä on tehty, kun siinä ei ole enää mitään kesken. Tehtävän lopussa näet, mitä vielä tarvitaan. Vastauksia ei pisteytetä: oikeita ja vääriä vastauksia ei ole.',
    'Saamasi luokka pysyy sinulla, vaikka muuttaisit vastauksiasi. Samoin ajokortti.',
    'Jos säännöt muuttuvat, uudet säännöt koskevat sitä, mitä teet muutoksen jälkeen. Aiemmin saadut luokat ja ajokortit pysyvät.',
  ],
};
