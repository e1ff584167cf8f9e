/** The reports that Moodle's download buttons give, in the shapes of a recorded Moodle 4.5. */
import { earnedInteractionId } from '../../src/course/course-identifiers.ts';
import { course, type MadeUpLearner } from './learners.ts';

const zone = { timeZone: 'Europe/Helsinki' } as const;
const longDay = { ...zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
// Made once: of ten thousand learners some hundred thousand moments are told.
const englishDay = new Intl.DateTimeFormat('en-GB', longDay);
const englishTime = new Intl.DateTimeFormat('en-US', { ...zone, hour: 'numeric', minute: '2-digit' });
const finnishDay = new Intl.DateTimeFormat('fi-FI', longDay);
const finnishTime = new Intl.DateTimeFormat('fi-FI', { ...zone, hour: '2-digit', minute: '2-digit' });
const isoDay = new Intl.DateTimeFormat('sv-SE', zone);
const isoMoment = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'medium' });

/** "Tuesday, 24 November 2026, 11:52 PM" */
export function englishMoment(moment: number): string {
  const day = englishDay.format(moment).replace(/^(\w+) /, '$1, ');
  return `${day.replace(/,+/, ',')}, ${englishTime.format(moment)}`;
}

/** "tiistai 24. marraskuuta 2026, 23.52" */
export function finnishMoment(moment: number): string {
  const day = finnishDay.format(moment).replace(/na (?=\d)/, ' ');
  return `${day}, ${finnishTime.format(moment)}`;
}

function tabbed(cell: string): string {
  const escaped = cell
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#039;');
  return /[\s"]/.test(escaped) ? `"${escaped}"` : escaped;
}

/** The SCORM interactions report of those who have begun: tab-separated, escaped for a web page. */
export function interactionsReport(learners: readonly MadeUpLearner[], language: 'fi' | 'en' = 'en'): string {
  const words = {
    en: [
      'Name',
      'Email address',
      'Attempt',
      'Started on',
      'Last accessed on',
      'Score',
      'Question',
      'Response',
      'Right answer',
      'Result',
      'Incomplete',
    ],
    fi: [
      'Nimi',
      'Sähköpostiosoite',
      'Suorituskerta',
      'Aloitettu',
      'Viimeksi käytetty',
      'Pisteet',
      'Kysymys',
      'Vastaus',
      'Oikea vastaus',
      'Tulos',
      'Kesken',
    ],
  }[language];
  const moment = language === 'fi' ? finnishMoment : englishMoment;
  const [question, response, right, result, incomplete = ''] = words.slice(6);
  const heads = [
    ...words.slice(0, 6),
    'Aspa-ajokortti',
    ...Array.from({ length: course.classes.length + 2 }, (_column, index) =>
      [question, response, right, result].map((word) => `${word} ${index}`),
    ).flat(),
  ];
  const rows = learners.flatMap(({ number, name, email, begunAt, earned, completedAt }) => {
    if (begunAt === undefined) return [];
    const score = completedAt === undefined ? ['0', incomplete] : ['100', '100'];
    // Every question and every class is there from the first visit on, with an empty response until it is answered or earned.
    const answers = course.classes.map(({ id }) => {
      const at = earned.get(id);
      return [earnedInteractionId(id), at === undefined ? '' : isoDay.format(at), '', ''];
    });
    answers.push(['a.training.log', '', '', ''], ['b.channels.phone.skill', `VASTAUS ${number}: välillä "kiire" & <häly>`, '', '']);
    return [[name, email, '1', moment(begunAt), moment(Math.max(begunAt, ...earned.values())), ...score, ...answers.flat()]];
  });
  return [heads, ...rows].map((row) => row.map((cell) => tabbed(cell ?? '')).join('\t')).join('\n');
}

/** The activity completion report: no head above the names, a head for each activity and none for its day. */
export function activityCompletionReport(learners: readonly MadeUpLearner[], language: 'fi' | 'en' = 'en'): string {
  const [email, yes, no] =
    language === 'fi' ? ['Sähköpostiosoite', 'Suoritettu', 'Ei suoritettu'] : ['Email address', 'Completed', 'Not completed'];
  const quoted = (cells: readonly string[]): string =>
    cells.map((cell) => (cell === '' ? '""' : `"${cell.replaceAll('"', '""')}"`)).join(',');
  const rows = learners.map((learner) => {
    const done = learner.completedAt;
    const day = done === undefined ? '' : isoMoment.format(done);
    return quoted([
      learner.name,
      learner.email,
      learner.number % 2 === 0 ? (yes as string) : (no as string),
      '',
      done === undefined ? (no as string) : (yes as string),
      day,
    ]);
  });
  return [`,${quoted([email as string, 'Tietoturvan perusteet', '', 'Aspa-ajokortti', ''])}`, ...rows].join('\n');
}
