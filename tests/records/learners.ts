/** Made-up learners whose way to the licence every double tells in its own shape. */
import type { LicenceCourse } from '../../src/records/licence-course.ts';

export const course: LicenceCourse = {
  id: 'https://akepike.fi/aspa-ajokortti',
  title: 'Aspa-ajokortti',
  language: 'fi',
  completeWhen: 'compulsory',
  classes: ['A1', 'A2', 'B', 'C', 'D', 'E'].map((id) => ({ id, title: `Osio ${id}`, compulsory: id.startsWith('A') })),
};

export interface MadeUpLearner {
  readonly number: number;
  readonly name: string;
  readonly email: string;
  readonly employeeNumber: string;
  readonly username: string;
  readonly unit: string;
  readonly manager: string;
  /** Milliseconds since 1970; undefined: has not begun. */
  readonly begunAt?: number;
  readonly earned: ReadonlyMap<string, number>;
  /** When the compulsory classes were together. */
  readonly completedAt?: number;
}

const firstNames = ['Aino', 'Väinö', 'Sirkka-Liisa', 'Åke', 'Oona', 'Yrjö', 'Määttä', 'Kaarlo', 'Ünsal', 'Ester'];
const lastNames = [
  'Mäkelä',
  'Öhman',
  'Ylä-Outinen',
  'Virtanen',
  'Åberg',
  'Hämäläinen',
  "O'Hara",
  'Niemi',
  'Räsänen',
  'von Essen',
  'Koskela',
];
const units = ['Jyväskylä, pääkirjasto', 'Muurame', 'Äänekoski', 'Keuruu; keskusta', 'Viitasaari'];
const DAY = 86_400_000;

/** The same for the same number: about a tenth have not begun, a third have the licence and some all of it. */
export function madeUpLearners(count: number, firstMoment = Date.UTC(2025, 0, 7, 6)): MadeUpLearner[] {
  return Array.from({ length: count }, (_learner, number) => madeUpLearner(number, firstMoment));
}

function madeUpLearner(number: number, firstMoment: number): MadeUpLearner {
  const base = {
    number,
    name: `${firstNames[number % firstNames.length]} ${lastNames[(number * 7) % lastNames.length]} ${number}`,
    email: `oppija${number}@kirjasto.example`,
    employeeNumber: `${100_000 + number}`,
    username: `oppija${number}`,
    unit: units[number % units.length] as string,
    manager: `Esihenkilö ${number % 9}`,
  };
  if (number % 10 === 3) return { ...base, earned: new Map() };
  // Some moments lie in the last two hours of a UTC day: in Finland it is the next one already.
  const begunAt = firstMoment + ((number * 37) % 500) * DAY + (number % 24) * 3_600_000;
  const how = (number * 13) % 8;
  const ids = course.classes
    .map(({ id }) => id)
    .filter((_id, index) => (how === 0 ? false : how < 4 ? index < how : true) && (index < 2 || (number + index) % 3 !== 0));
  const earned = new Map(ids.map((id, index) => [id, begunAt + (index + 1) * 5 * DAY + ((number * 11 + index) % 17) * 3_600_000]));
  const [a1, a2] = [earned.get('A1'), earned.get('A2')];
  return { ...base, begunAt, earned, ...(a1 !== undefined && a2 !== undefined ? { completedAt: Math.max(a1, a2) } : {}) };
}

/** The list of people as an HR system writes it. */
export function staffCsv(learners: readonly MadeUpLearner[]): string {
  const cell = (text: string): string => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = learners.map(({ employeeNumber, name, email, unit, manager }) =>
    [employeeNumber, name, email.toUpperCase(), unit, manager].map(cell).join(';'),
  );
  return `\uFEFFHenkilönumero;Nimi;Sähköposti;Yksikkö;Esihenkilö\r\n${rows.join('\r\n')}\r\n`;
}
