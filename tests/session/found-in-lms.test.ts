/** The state in the LMS cannot be read: what the LMS has of her beside it, answers for trainers and classes for HR, stays when she goes on. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf, type AnswerChanges } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { emptyAttempt } from '../../src/simulator/lms-server.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { habitsOf, lmsProfile, type ProfileId } from '../../src/simulator/lms-profiles.ts';
import { eachHabit } from '../each-habit.ts';
import { everyScorm } from '../every-scorm.ts';
import { completedIn, reportedIn } from './found-in-report.ts';
import { FIELD, write } from './fresh-session.ts';
import { TabbedComputer } from './tabbed-computer.ts';

const LIST = 'b.ideas.ideas';
const DAMAGED = 'B damaged on the way';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

function writeIdea(session: CourseSession, text: string): void {
  session.store.change({ [`${LIST}.k001`]: '1', [`${LIST}.k001.what`]: text });
}

const keeping = everyScorm.filter(({ id, standard }) => {
  const habits = habitsOf(lmsProfile(id), standard).keeping;
  // One that writes a list anew loses rows of its own in each session.
  return habits.interactions !== 'not-kept' && habits.keepsOnly === undefined && !habits.rewritesLists;
});

/** Some LMSs keep of interactions only those that a session has set, or do not say how many there are. */
function isListing(id: ProfileId, standard: ScormStandard): boolean {
  const { keeping: kept, answers } = habitsOf(lmsProfile(id), standard);
  const cannot = [
    answers.countsByName,
    standard === 'scorm2004' && answers.emptyFor.includes('cmi.interactions._count'),
    answers.answersOnly !== undefined,
    kept.blanksInteractionsOnSet,
  ];
  return !cannot.some(Boolean);
}

describe.each(eachHabit(keeping))('$id $standard', ({ id, standard }) => {
  test('answers and classes that it lists stay, and her new ones are listed', async () => {
    const lms = new LmsDouble({ profile: id, standard });
    const before = await new TabbedComputer(lms, standard).open();
    write(before.session, 'Ensin');
    writeIdea(before.session, 'Eka idea');
    await vi.advanceTimersByTimeAsync(25_000);
    before.page.close();
    await vi.advanceTimersByTimeAsync(25_000);
    const [told, classes] = [reportedIn(lms), completedIn(lms)];
    expect(told).toContain(`${FIELD} = Ensin`);
    const { values } = lms.stored();
    lms.server.put('attempt-1', { ...lms.stored(), values: { ...values, 'cmi.suspend_data': DAMAGED } });
    const computer = new TabbedComputer(lms, standard);
    const { session, page } = await computer.open();
    expect(session.kept).toEqual([{ name: 'lms-state', content: DAMAGED }]);
    // A day later: what she answers anew does not take the day of her class.
    vi.setSystemTime(Date.parse('2026-11-30T08:00:00Z'));
    write(session, 'Uudestaan');
    for (const text of ['Sitten', 'Sitten ja vielä']) {
      writeIdea(session, text);
      await vi.advanceTimersByTimeAsync(25_000);
    }
    page.close();
    await vi.advanceTimersByTimeAsync(25_000);
    computer.died();
    const last = await computer.open();
    last.session.store.change({ 'b.map.map.n001': '1', 'b.map.map.n001.text': 'Uusi' });
    await vi.advanceTimersByTimeAsync(25_000);
    last.page.close();
    await vi.advanceTimersByTimeAsync(25_000);
    const ideas = reportedIn(lms).filter((answer) => answer.startsWith(LIST));
    expect(ideas.at(-1)).toContain('Sitten ja vielä');
    expect(reportedIn(lms)).toContain(`${FIELD} = Uudestaan`);
    if (!isListing(id, standard)) return;
    // Where the LMS tells which question it was, the new answer takes the place of the old one, and where it counts anew: in the course's order.
    const { limits, answers } = habitsOf(lmsProfile(id), standard);
    const takesPlace = standard === 'scorm2004' || limits.interactionsStartAtZero || answers.emptyFor.includes('cmi.interactions._count');
    const stays = told.filter((answer) => !takesPlace || answer.startsWith('class.'));
    expect(stays).toContain('class.a1.earned = 2026-11-29');
    expect(reportedIn(lms).filter((answer) => answer.startsWith('class.'))).toEqual(['class.a1.earned = 2026-11-29']);
    expect(reportedIn(lms)).toEqual(expect.arrayContaining(stays));
    expect(ideas).toEqual([...(takesPlace ? [] : [expect.stringContaining('Eka')]), expect.stringContaining('vielä')]);
    expect(completedIn(lms)).toEqual(expect.arrayContaining(classes));
    expect(textOf((await new TabbedComputer(lms, standard).open()).session.store.answers, `${LIST}.k001.what`)).toBe('Sitten ja vielä');
  });
});

interface Listed {
  readonly id: string;
  readonly response: string;
}

/** A state that cannot be read, beside these interactions. */
function putFound(lms: LmsDouble, standard: ScormStandard, listed: readonly Listed[]): void {
  const [type, response] = standard === 'scorm12' ? ['fill-in', 'student_response'] : ['long-fill-in', 'learner_response'];
  const entries = listed.flatMap((one, index) => [
    [`cmi.interactions.${index}.id`, one.id],
    [`cmi.interactions.${index}.type`, type],
    [`cmi.interactions.${index}.${response}`, one.response],
  ]);
  const exit = standard === 'scorm12' ? 'cmi.core.exit' : 'cmi.exit';
  lms.server.put('attempt-1', {
    ...emptyAttempt,
    values: Object.fromEntries([...entries, ['cmi.suspend_data', DAMAGED], [exit, 'suspend']]) as Record<string, string>,
  });
}

/** Her session there, in which she writes and closes the page. */
async function goesOn(lms: LmsDouble, standard: ScormStandard, changes: AnswerChanges): Promise<void> {
  const { session, page } = await new TabbedComputer(lms, standard).open();
  session.store.change(changes);
  await vi.advanceTimersByTimeAsync(25_000);
  page.close();
  await vi.advanceTimersByTimeAsync(25_000);
}

const many = (length: number, response: string): Listed[] =>
  Array.from({ length }, (_, index) => ({ id: `b.question.${String.fromCharCode(97 + (index % 26))}${index}x`, response }));

test('the Moodle app counts fewer than there are: they stay, and her new answers behind them', async () => {
  const moodle = new LmsDouble({ profile: 'moodle', standard: 'scorm12' });
  putFound(moodle, 'scorm12', many(14, 'Vanha'));
  await goesOn(moodle, 'scorm12', { [FIELD]: 'Uusi' });
  const told = reportedIn(moodle);
  const app = new LmsDouble({ profile: 'moodle-app', standard: 'scorm12' });
  app.server.put('attempt-1', moodle.stored());
  await goesOn(app, 'scorm12', { [FIELD]: 'Uudempi' });
  expect(reportedIn(app)).toEqual(told.map((answer) => answer.replace('Uusi', 'Uudempi')));
});

test('an LMS that counts anew in each session keeps every answer that is not written again under its own question', async () => {
  const lms = new LmsDouble({ profile: 'ilias-1.2-checked', standard: 'scorm12' });
  await goesOn(lms, 'scorm12', {
    [FIELD]: 'Ensin',
    'b.colleague.meaning': 'Kollegalle',
    [`${LIST}.k001`]: '1',
    [`${LIST}.k001.what`]: 'Eka idea',
  });
  const told = reportedIn(lms);
  const { values } = lms.stored();
  lms.server.put('attempt-1', { ...lms.stored(), values: { ...values, 'cmi.suspend_data': DAMAGED } });
  for (const text of ['Uusi', 'Uudempi']) await goesOn(lms, 'scorm12', { [FIELD]: text });
  expect(told).toHaveLength(3);
  expect(reportedIn(lms)).toEqual(told.map((answer) => answer.replace(`${FIELD} = Ensin`, `${FIELD} = Uudempi`)));
});

test.each([
  ['ilias-1.2-checked', 1, ' […]'],
  ['ilias-1.2-unchecked', 1, 'Toinen vastaus.'],
] as const)(
  '%s: a long answer takes no other one’s index there, nor one of its further parts: it is told up to a mark in the row that it has',
  async (profile, rows, end) => {
    const lms = new LmsDouble({ profile, standard: 'scorm12' });
    await goesOn(lms, 'scorm12', { [FIELD]: 'Ensin', [`${LIST}.k001`]: '1', [`${LIST}.k001.what`]: 'Pitkä idea. '.repeat(60).trim() });
    const told = reportedIn(lms);
    const { values } = lms.stored();
    lms.server.put('attempt-1', { ...lms.stored(), values: { ...values, 'cmi.suspend_data': DAMAGED } });
    for (const text of ['Pitkä vastaus. ', 'Toinen vastaus. ']) await goesOn(lms, 'scorm12', { [FIELD]: text.repeat(80).trim() });
    const now = reportedIn(lms);
    const isLong = (answer: string): boolean => answer.startsWith(FIELD);
    expect(now.filter((answer) => !isLong(answer))).toEqual(told.filter((answer) => !isLong(answer)));
    expect(now.filter(isLong)).toHaveLength(rows);
    expect(now.find(isLong)?.endsWith(end)).toBe(true);
  },
);

test('what nobody else may read any more is emptied, though she does not write in it again', async () => {
  const lms = new LmsDouble({ profile: 'moodle', standard: 'scorm2004' });
  putFound(lms, 'scorm2004', [
    { id: 'a.thoughts.secret', response: 'Salaisuus' },
    { id: 'a.thoughts.secret.2', response: 'ja loput siitä' },
    { id: FIELD, response: 'Ensin' },
  ]);
  await goesOn(lms, 'scorm2004', { 'b.map.map.n001': '1', 'b.map.map.n001.text': 'Uusi' });
  expect(reportedIn(lms)).toEqual([`${FIELD} = Ensin`, expect.stringContaining('Uusi')]);
});

test('what a state that is cut still tells of the list is believed: each question is listed once', async () => {
  const lms = new LmsDouble({ profile: 'moodle', standard: 'scorm12' });
  await goesOn(lms, 'scorm12', { [FIELD]: 'Ensin kirjoitettua. '.repeat(120) });
  await goesOn(lms, 'scorm12', { [`${LIST}.k001`]: '1', [`${LIST}.k001.what`]: 'Eka idea' });
  const told = reportedIn(lms);
  const { values } = lms.stored();
  const cut = values['cmi.suspend_data']?.slice(0, -30) ?? '';
  lms.server.put('attempt-1', { ...lms.stored(), values: { ...values, 'cmi.suspend_data': cut } });
  await goesOn(lms, 'scorm12', { 'b.map.map.n001': '1', 'b.map.map.n001.text': 'Uusi' });
  expect(reportedIn(lms)).toEqual([...told, expect.stringContaining('Uusi')]);
});

test.each([
  ['a row of a list', { [`${LIST}.k001`]: '1', [`${LIST}.k001.what`]: 'Uusi idea. '.repeat(50) }],
  ['what nobody else reads', { 'a.thoughts.secret': 'Salaisuus' }],
])('the trial of long responses leaves nothing of itself in the list, though she writes first in %s', async (_, first) => {
  const lms = new LmsDouble({ profile: 'moodle', standard: 'scorm12' });
  const rows = Array.from({ length: 9 }, (__, row) => [`${LIST}.r00${row}`, `Idea numero ${row}. `.repeat(20)] as const);
  await goesOn(
    lms,
    'scorm12',
    Object.fromEntries(
      rows.flatMap(([row, what]) => [
        [row, row.slice(-1)],
        [`${row}.what`, what],
      ]),
    ),
  );
  await goesOn(lms, 'scorm12', { [FIELD]: Array.from({ length: 400 }, (__, index) => String((index * 7919) % 1009)).join(' ') });
  const { values } = lms.stored();
  const cut = values['cmi.suspend_data']?.slice(0, -130) ?? '';
  lms.server.put('attempt-1', { ...lms.stored(), values: { ...values, 'cmi.suspend_data': cut } });
  const { session, page } = await new TabbedComputer(lms).open();
  session.store.change(first);
  await vi.advanceTimersByTimeAsync(25_000);
  write(session, 'Toiseksi');
  page.hide();
  await vi.advanceTimersByTimeAsync(2_000);
  page.show();
  session.store.change({ [`${LIST}.k002`]: '1', [`${LIST}.k002.what`]: 'Kolmanneksi' });
  await vi.advanceTimersByTimeAsync(25_000);
  const ids = Object.entries(lms.stored().values).flatMap(([name, id]) => (/^cmi\.interactions\.\d+\.id$/.test(name) ? [id] : []));
  expect(ids).toEqual(['class.a1.earned', 'class.b.earned', FIELD, LIST, 'b.map.map']);
  expect(reportedIn(lms)).toContain(`${FIELD} = Toiseksi`);
});

test.each([
  ['where the LMS sends all of them with each save', many(100, 'Vanha vastaus. '.repeat(30))],
  ['also behind one that another course has listed', [{ id: 'urn:x:1', response: '' }, ...many(100, 'Vanha vastaus. '.repeat(30))]],
])('%s, they give way to her last words', async (_, listed) => {
  const lms = new LmsDouble({ profile: 'moodle', standard: 'scorm2004' });
  putFound(lms, 'scorm2004', listed);
  const { session, page } = await new TabbedComputer(lms, 'scorm2004').open();
  write(session, 'Uusi vastaus. '.repeat(100));
  await vi.advanceTimersByTimeAsync(25_000);
  write(session, 'Viimeiset sanat');
  page.close();
  await vi.advanceTimersByTimeAsync(25_000);
  const again = await new TabbedComputer(lms, 'scorm2004').open();
  expect(textOf(again.session.store.answers, FIELD)).toBe('Viimeiset sanat');
});

test('where there is room for them beside her words, they stay though they take most of a beacon', async () => {
  const lms = new LmsDouble({ profile: 'moodle', standard: 'scorm2004' });
  putFound(lms, 'scorm2004', many(38, 'Vanha vastaus. '.repeat(30)));
  const before = reportedIn(lms);
  const computer = new TabbedComputer(lms, 'scorm2004');
  const { session, page } = await computer.open();
  write(session, 'Uusi vastaus.');
  await vi.advanceTimersByTimeAsync(25_000);
  write(session, 'Viimeiset sanat');
  page.close();
  await vi.advanceTimersByTimeAsync(25_000);
  computer.died();
  const again = await computer.open();
  writeIdea(again.session, 'Myöhemmin');
  await vi.advanceTimersByTimeAsync(25_000);
  again.page.close();
  await vi.advanceTimersByTimeAsync(25_000);
  expect(reportedIn(lms)).toEqual(expect.arrayContaining([...before, `${FIELD} = Viimeiset sanat`]));
  expect(textOf((await new TabbedComputer(lms, 'scorm2004').open()).session.store.answers, FIELD)).toBe('Viimeiset sanat');
});
