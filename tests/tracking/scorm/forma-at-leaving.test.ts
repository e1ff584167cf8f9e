/**
 * forma.lms ends the session by itself before the course hears that the page leaves, by a beacon with the whole data model, past LMSFinish.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ScormLearner, lmsOf } from './scorm-learner.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const STANDARDS = ['scorm12', 'scorm2004'] as const;

/** As many questions as the course has, with an answer each. */
function wholeCourse(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`b.channels.n${index}`, `Vastaus ${index} työpaikalta: ${'sana '.repeat(40)}`]),
  );
}

test.each(STANDARDS)('%s: her last words go with the end that the player makes', async (standard) => {
  const lms = lmsOf('forma', standard);
  const learner = await ScormLearner.in(lms, standard);
  await learner.write({ ...wholeCourse(), 'b.channels.help': 'Ensin' }).save();
  await vi.advanceTimersByTimeAsync(3_000);
  await learner.write({ 'b.channels.help': 'Viimeiset sanat' }).closeTab();
  expect((await ScormLearner.in(lms, standard)).launch.state?.answers).toEqual(learner.answers);
});

test.each(STANDARDS)('%s: so they do where the learner shuts the window of the course, which takes its frame away', async (standard) => {
  const lms = lmsOf('forma', standard);
  const learner = await ScormLearner.in(lms, standard);
  await learner.write({ 'b.channels.help': 'Ensin' }).save();
  learner.write({ 'b.channels.help': 'Viimeiset sanat' });
  const { api12, api2004 } = learner.page;
  const api = (standard === 'scorm12' ? api12 : api2004) as unknown as Record<string, () => void>;
  api['commonLMSFinish']?.();
  learner.page.crash();
  expect((await ScormLearner.in(lms, standard)).launch.state?.answers).toEqual(learner.answers);
});

test.each(STANDARDS)('%s: a page that has lost the course to another tab stores nothing old', async (standard) => {
  const lms = lmsOf('forma', standard);
  const first = await ScormLearner.in(lms, standard);
  await first.write({ 'b.channels.help': 'Ensin' }).save();
  first.abandon();
  const second = await ScormLearner.in(lms, standard);
  await second.write({ 'b.channels.help': 'Toisessa' }).save();
  first.page.close();
  expect((await ScormLearner.in(lms, standard)).launch.state?.answers).toEqual(second.answers);
});

/** An hour, of which a clock that nobody sets may know nothing. */
const AN_HOUR = {
  'was left open for an hour': () => vi.advanceTimersByTimeAsync(3_600_000),
  'slept with its computer for an hour': () => vi.setSystemTime(Date.now() + 3_600_000),
};

test.each(STANDARDS.flatMap((standard) => Object.entries(AN_HOUR).map(([what, pass]) => [standard, what, pass] as const)))(
  '%s: a page that %s is closed without a word: another computer may have stored newer ones',
  async (standard, _what, pass) => {
    const lms = lmsOf('forma', standard);
    const first = await ScormLearner.in(lms, standard);
    await first.write({ 'b.channels.help': 'Aamulla' }).save();
    await pass();
    const second = await ScormLearner.in(lms, standard);
    await second.write({ 'b.channels.help': 'Toisella koneella' }).save();
    second.page.crash();
    await first.closeTab();
    expect((await ScormLearner.in(lms, standard)).launch.state?.answers).toEqual(second.answers);
  },
);

test.each(STANDARDS)(
  '%s: one in which the course was completed ends all the same, since the LMS makes its status of that',
  async (standard) => {
    const lms = lmsOf('forma', standard);
    const learner = await ScormLearner.in(lms, standard);
    learner.complete = true;
    await learner.write({ 'b.channels.help': 'Valmis' }).save();
    await vi.advanceTimersByTimeAsync(3_600_000);
    const before = learner.page.calls.length;
    await learner.closeTab();
    expect(learner.page.calls.slice(before).map(({ call }) => call)).toContain('Finish');
  },
);

test('the answers that trainers read are left out where a beacon has no room for them, but for the days of classes; the next launch tells of them', async () => {
  const lms = lmsOf('forma', 'scorm12');
  const learner = await ScormLearner.in(lms, 'scorm12');
  learner.earned = new Map([['A1', Date.now()]]);
  await learner.write(wholeCourse()).save();
  // The first save of a session tells the first of so many only.
  await learner.save();
  const told = (): number =>
    Object.entries(lms.stored().values).filter(([element, value]) => element.endsWith('.student_response') && value).length;
  const full = told();
  expect(full).toBeGreaterThan(100);
  await vi.advanceTimersByTimeAsync(3_000);
  const before = learner.page.calls.length;
  await learner.write({ 'b.channels.help': 'Viimeiset sanat' }).closeTab();
  expect(learner.page.calls.slice(before).map(({ call }) => call)).toContain('Finish');
  const next = await ScormLearner.in(lms, 'scorm12');
  expect(next.launch.state?.answers).toEqual(learner.answers);
  next.earned = learner.earned;
  await next.save();
  await next.save();
  expect(told()).toBe(full + 1);
});

test('they stay where the LMS was proved to have all of it: nothing but the time of the session is lost then', async () => {
  const lms = lmsOf('forma', 'scorm12');
  const learner = await ScormLearner.in(lms, 'scorm12');
  await learner.write(wholeCourse()).save();
  await learner.save();
  await vi.advanceTimersByTimeAsync(3_000);
  let isTold = false;
  Object.assign(learner.page.api12, { getStrTom: () => void (isTold = true) });
  await learner.closeTab();
  expect(isTold).toBe(false);
  expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
});

test('saving goes on after a link that leads nowhere, though all goes by beacon from then on', async () => {
  const lms = lmsOf('forma', 'scorm12');
  const learner = await ScormLearner.in(lms, 'scorm12');
  await learner.write(wholeCourse()).save();
  await learner.save();
  await vi.advanceTimersByTimeAsync(3_000);
  learner.page.window.addEventListener('beforeunload', () => void learner.leave('leaving'), { once: true });
  learner.page.leaveNowhere();
  await vi.advanceTimersByTimeAsync(3_000);
  learner.write({ 'b.channels.help': 'Toiset sanat' });
  // The first shows that the browser takes no beacon of that length.
  await learner.save();
  await vi.advanceTimersByTimeAsync(3_000);
  expect((await learner.save()).result).toBe('sent');
  await vi.advanceTimersByTimeAsync(3_000);
  await learner.write({ 'b.channels.help': 'Viimeiset sanat' }).closeTab();
  expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
});

test('in SCORM 1.2 a question is listed once it is answered: an empty one would take its bytes too', async () => {
  const lms = lmsOf('forma', 'scorm12');
  const learner = await ScormLearner.in(lms, 'scorm12');
  await learner.write({ 'b.channels.help': 'Ensin' }).save();
  expect(Object.keys(lms.stored().values).filter((element) => /^cmi\.interactions\.\d+\.id$/.test(element))).toHaveLength(1);
});
