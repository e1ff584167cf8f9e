import { day, listed } from './days-and-numbers.ts';

export const licence = {
  page: 'Ajokortti',
  lead: 'Kortti täyttyy sitä mukaa kuin teet osioiden tehtäviä.',
  isYours: 'Ajokortti on sinun',
  allYours: 'Olet suorittanut kaikki luokat.',
  yours: (classIds: readonly string[]) =>
    `Olet suorittanut ajokorttiin tarvittava${classIds.length === 1 ? 'n luokan' : 't luokat'} ${listed(classIds)}.`,
  card: {
    name: 'AJOKORTTI',
    holder: 'Nimi',
    noHolder: 'Nimeä ei ole annettu',
    issued: (at: number) => `Suoritettu ${day(at)}`,
    notIssued: 'Suorittamatta',
  },
  issued: (at: number) => `Ajokortti suoritettu ${day(at)}.`,
  day,
  earned: (classId: string, at: number) => `Luokka ${classId} suoritettu ${day(at)}.`,
  notEarned: (classId: string) => `Luokka ${classId} on suorittamatta.`,
  /** Otsikkorivillä: ajokortin luokat ja muut. @param choice mistä voi vielä valita: luokka A tai B; '' kun valittavaa ei ole */
  progress: (needed: readonly [earned: number, all: number], optional: readonly [earned: number, all: number], choice = '') =>
    [
      `Ajokortti ${needed.join('/')}${choice === '' ? '' : ` (${choice})`}`,
      ...(optional[1] === 0 ? [] : [`valinnaiset luokat ${optional.join('/')}`]),
    ].join(', '),
  /** Luokat, jotka suoritetaan samalla. */
  together: (classIds: readonly string[], minutes: number) => `${listed(classIds)} yhteensä ${minutes}\u00a0min`,
  needed: 'Ajokorttiin tarvitset vielä',
  further: 'Voit jatkaa matkaa',
  optionalClasses: 'Valinnaiset luokat',
  done: 'Suoritetut luokat',
  earnedOn: (at: number) => `Suoritettu ${day(at)}`,
  saveSvg: 'Tallenna kuvana (SVG)',
  savePng: 'Tallenna kuvana (PNG)',
  notDrawn: 'Selain ei saanut tehtyä PNG-kuvaa. Tallenna kortti SVG-kuvana.',
  print: 'Tulosta ajokortti',
};
