/** What holds in every LMS that the double plays. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LmsHabits } from '../../../src/simulator/lms-profile.ts';
import { habitsOf, lmsProfile } from '../../../src/simulator/lms-profiles.ts';
import { unpackState } from '../../../src/tracking/state/state-codec.ts';
import { eachScorm, type LmsChoice } from '../../each-habit.ts';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';
import { lmsOf, ScormLearner } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

const systems = (choice?: LmsChoice) => eachScorm(choice).map(({ id, standard }) => [id, standard] as const);
/** Habits that a large work meets: how much may be set, how much of it travels at once, and whether a page that goes away may still send it. */
const OF_SIZE = [
  'limits',
  'sending.transport',
  'sending.sends',
  'sending.beaconIn',
  'sending.beaconBody',
  'sending.beaconBelieved',
  'sending.objectivesPath',
  'keeping.interactions',
] as const;
const nasty = 'Rivi\nÄÖÅ äöå 😀 {[,]} <script>alert("1")</script> & % + = \\ \u0000 \ud83d';

/** So long after a commit what it carried has been sent. */
function sentAfter({ sending }: LmsHabits): number {
  return Math.max(3000, sending.transport === 'asynchronous' ? sending.delay + 1000 : 0);
}

/** Whether a page can see by the next save that a request failed. What is kept on the device has left the page all the same; a beacon has no answer, nor has another origin. */
function showsFailure({ sending, answers }: LmsHabits): boolean {
  return !answers.bridge && !sending.onDevice && sending.beaconIn !== 'always' && sending.sendsAt !== 'timer';
}

/** Whether anything arrives that is set while the page goes away: by a commit, or at least by Finish. */
function hearsClosing({ sending }: LmsHabits): boolean {
  const barred = (events: readonly string[]): boolean => ['beforeunload', 'pagehide'].every((event) => events.includes(event));
  if (sending.sendsAt === 'rest') return false;
  // Where each setting is a request, Finish carries nothing.
  return !barred(sending.lostIn) || (sending.sendsAt !== 'set' && !barred(sending.finishLostIn));
}

describe.each(systems())('%s, %s', (profile, standard) => {
  const habits = habitsOf(lmsProfile(profile), standard);
  const { answers, keeping, sending } = habits;

  test('what was saved at a pause is there after a crash, letter by letter', async () => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    expect(learner.launch.state).toBeUndefined();
    await learner.save();
    await learner.write({ 'b.channels.help': nasty, 'p.guide.text': 'Ä'.repeat(3000) }).save();
    await vi.advanceTimersByTimeAsync(sentAfter(habits));
    learner.page.crash();
    const again = await ScormLearner.in(lms, standard);
    expect(again.launch.state?.answers).toEqual(learner.answers);
    expect(again.launch.state?.revision).toBe(learner.revision);
    expect(again.launch.unreadable).toBeUndefined();
  });

  test('words typed after the last pause are there too when the tab is closed, where the LMS hears of it', async () => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    await learner.write({ 'b.channels.help': 'Ensin' }).save();
    await vi.advanceTimersByTimeAsync(sentAfter(habits));
    learner.write({ 'c.path.need': 'Kesken' });
    await learner.closeTab();
    const again = await ScormLearner.in(lms, standard);
    expect([...(again.launch.state?.answers.keys() ?? [])]).toEqual(['b.channels.help', ...(hearsClosing(habits) ? ['c.path.need'] : [])]);
  });

  test('"saved" is said only of what the LMS holds', async () => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.save();
    for (const fault of ['offline', 'unavailable', 'html', 'session-expired', undefined] as const) {
      lms.server.fault = fault;
      const outcome = await learner.write({ 'b.channels.help': `Vika: ${fault ?? 'ei mitään'}` }).save();
      const held = unpackState(lms.stored().values['cmi.suspend_data'] ?? '');
      const holdsIt = held.result === 'whole' && held.state.revision === learner.revision;
      if (outcome.result === 'saved') expect(holdsIt).toBe(true);
      if (fault === undefined && sending.receipt !== 'always-true') expect(outcome.result).toBe(sending.onDevice ? 'sent' : 'saved');
      await vi.advanceTimersByTimeAsync(3000);
      if (learner.page.gone) return;
    }
  });

  test('nothing is called sent while every request fails, and all of it is stored once they do not', async () => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    lms.server.fault = 'unavailable';
    await learner.write({ 'b.channels.help': 'Palvelin ei vastaa' }).save();
    await vi.advanceTimersByTimeAsync(3000);
    const outcome = await learner.write({ 'c.path.need': 'Eikä nyt' }).save();
    if (showsFailure(habits)) expect(outcome.result).toBe('not-saved');
    lms.server.fault = undefined;
    await vi.advanceTimersByTimeAsync(3000);
    const after = await learner.save();
    // A player that sends nothing more in that page: the words are kept for the next launch.
    if (sending.throwsAfterFailure) return expect(after).toMatchObject({ result: 'not-saved', reason: 'refused' });
    expect(after.result).not.toBe('not-saved');
    await vi.advanceTimersByTimeAsync(sentAfter(habits));
    learner.page.crash();
    expect((await ScormLearner.in(lms, standard)).launch.state?.answers).toEqual(learner.answers);
  });

  test('a link that leads nowhere, such as one to a mail address, is not taken for a lost connection', async () => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    learner.page.window.addEventListener('beforeunload', () => void learner.leave('leaving'), { once: true });
    learner.page.leaveNowhere();
    await vi.advanceTimersByTimeAsync(3000);
    const stayed = await learner.write({ 'b.channels.help': 'Jäin sittenkin' }).save();
    // A player that has ended the session takes nothing any more.
    const isOver = sending.finishesIn.includes('beforeunload') && sending.finishesBy === undefined;
    if (isOver) return expect(stayed).toMatchObject({ result: 'not-saved', reason: 'refused' });
    expect(stayed.result).not.toBe('not-saved');
    await vi.advanceTimersByTimeAsync(3000);
    const from = learner.page.calls.length;
    expect((await learner.write({ 'c.path.need': 'Ja kirjoitan' }).save()).result).not.toBe('not-saved');
    // Nothing is taken for lost and set again, but where all that is stored is given back to the player, and is new each time.
    const again = learner.page.calls.slice(from).filter(({ call, value }) => call === 'SetValue' && value?.trim() === 'Jäin sittenkin');
    // Where the player has ended the session once, one repetition more does no harm.
    if (sending.finishesBy === undefined) expect(again).toHaveLength(answers.forgetsSetBy === undefined ? 0 : 1);
    await vi.advanceTimersByTimeAsync(sentAfter(habits));
    learner.page.crash();
    expect((await ScormLearner.in(lms, standard)).launch.state?.answers).toEqual(learner.answers);
  });

  test.skipIf(sending.throwsAfterFailure)('after an outage everything is stored at the next save', async () => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    lms.server.fault = 'unavailable';
    await learner.write({ 'b.channels.help': 'Katkon aikana', 'c.path.need': 'Toinen' }).save();
    await vi.advanceTimersByTimeAsync(3000);
    lms.server.fault = undefined;
    await learner.save();
    await vi.advanceTimersByTimeAsync(5000);
    learner.page.crash();
    const again = await ScormLearner.in(lms, standard);
    expect(again.launch.state?.answers).toEqual(learner.answers);
  });

  test('the status is incomplete from the launch on, and completed with a full score once the course is', async () => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const status = standard === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.completion_status';
    const raw = standard === 'scorm12' ? 'cmi.core.score.raw' : 'cmi.score.raw';
    await vi.advanceTimersByTimeAsync(sentAfter(habits));
    expect(lms.stored().values[status]).toBe('incomplete');
    learner.complete = true;
    await learner.write({ '@completed': '2026-11-24T08:00:00.000Z' }).save();
    await vi.advanceTimersByTimeAsync(sentAfter(habits));
    expect(lms.stored().values[status]).toBe('completed');
    expect(lms.stored().values[raw]).toBe(keeping.keepsOnly === undefined ? '100' : undefined);
    expect(lms.stored().completed).toBe(keeping.completesOn.includes('completed'));
    await learner.closeTab();
    expect(lms.stored().values[status]).toBe('completed');
  });

  test('in browse mode nothing is written', async () => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard, { mode: 'browse' });
    if (learner.launch.mode !== 'browse') return;
    const before = structuredClone(lms.stored().values);
    expect(await learner.write({ 'b.channels.help': 'Vain katselen' }).save()).toMatchObject({ result: 'not-saved', reason: 'read-only' });
    await learner.closeTab();
    expect(learner.page.calls.filter(({ call }) => call === 'SetValue')).toEqual([]);
    // Some LMSs complete whatever they are left with, whether the course said anything or not; some send what they handed over.
    const sendsAgain = sending.finishesIn.length + sending.commitsIn.length > 0;
    if (keeping.unsetStatusCompletes !== 'on-leaving' && !sendsAgain) expect(lms.stored().values).toEqual(before);
  });

  test('two commits are never less than a second apart while the page stays', async () => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.save();
    await learner.write({ a: 'x' }).save();
    await learner.write({ a: 'y' }).save();
    const commits = learner.page.calls.filter(({ call }) => call === 'Commit').map(({ at }) => at);
    for (const [index, at] of commits.entries()) if (index > 0) expect(at - (commits[index - 1] ?? 0)).toBeGreaterThanOrEqual(1000);
  });
});

describe.each(systems({ of: OF_SIZE }))('%s, %s: a large work', (profile, standard) => {
  const habits = habitsOf(lmsProfile(profile), standard);

  test('a whole licence is there after the tab was closed', async () => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.save();
    learner.answers = new Map([...FINNISH_ANSWERS].slice(0, 120));
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    await learner.write({ 'p.questions.knowing': 'Viimeiset sanat ennen sulkemista.' }).save();
    await vi.advanceTimersByTimeAsync(sentAfter(habits));
    await learner.closeTab();
    const again = await ScormLearner.in(lms, standard);
    expect(again.launch.state?.answers).toEqual(learner.answers);
  });

  test('a work of 298 answers that comes back is saved on, from its first save', async () => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    await learner.write(Object.fromEntries(Array.from({ length: 298 }, (_, index) => [`c.path.field${index}`, `Vastaus ${index}`]))).save();
    await vi.advanceTimersByTimeAsync(sentAfter(habits));
    await learner.closeTab();
    const again = await ScormLearner.in(lms, standard);
    const outcome = await again.write({ 'b.channels.help': 'Ja lisää' }).save();
    await vi.advanceTimersByTimeAsync(sentAfter(habits));
    again.page.crash();
    const last = await ScormLearner.in(lms, standard);
    if (outcome.result !== 'not-saved') expect(last.answers.get('b.channels.help')?.text).toBe('Ja lisää');
    expect(outcome).not.toMatchObject({ result: 'not-saved' });
    expect(last.answers.size).toBe(299);
  });
});
