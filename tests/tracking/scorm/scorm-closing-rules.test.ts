/** One test by name for each rule on what a closing page sends, and on what is told of the answers so that it gets out. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ScormStandard } from '../../../src/simulator/lms-profile.ts';
import type { ProfileId } from '../../../src/simulator/lms-profiles.ts';
import type { LmsDouble } from '../../../src/simulator/in-memory/lms-double.ts';
import { eachHabit } from '../../each-habit.ts';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';
import type { Interaction } from '../../../src/tracking/tracker.ts';
import { lmsLike, lmsOf, ScormLearner, settled } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

const SENTENCES = [...FINNISH_ANSWERS.values()].map(({ text }) => text).filter((text) => text.length > 40);

/** So many letters of what people write, in so many answers. */
function written(letters: number, fields: number): Record<string, string> {
  let sentence = 0;
  return Object.fromEntries(
    Array.from({ length: fields }, (_, field) => {
      let text = '';
      while (text.length < letters / fields) text += `${SENTENCES[sentence++ % SENTENCES.length] ?? ''} ${field} `;
      return [`c.path.beginning.part${field}`, text.slice(0, Math.floor(letters / fields)).trim()];
    }),
  );
}

/** What the LMS holds of the answers to questions. */
function responses(lms: LmsDouble): string[] {
  return Object.entries(lms.stored().values).flatMap(([element, value]) => (element.endsWith('_response') && value !== '' ? [value] : []));
}

/** A question with one of its options picked. */
function pick(id: string, option: string): Interaction {
  return {
    id,
    type: 'choice',
    description: `Kysymys ${id}`,
    response: [option],
    options: [{ id: option, label: 'Kehitän' }],
    at: Date.now(),
  };
}

/** Transports of the commits that came after so many. */
function sendingsAfter(lms: LmsDouble, before: number): string[] {
  return lms.server.log.slice(before).map(({ transport }) => transport);
}

/** LMSs that hold as much. */
const LARGE = [
  { id: 'moodle', standard: 'scorm2004' },
  { id: 'strict-2004', standard: 'scorm2004' },
  { id: 'ilias-2004', standard: 'scorm2004' },
  { id: 'open-edx', standard: 'scorm2004' },
  { id: 'moodle', standard: 'scorm12' },
  { id: 'ilias-1.2-unchecked', standard: 'scorm12' },
  { id: 'chamilo', standard: 'scorm12' },
  { id: 'openolat', standard: 'scorm12' },
] as const;
const OF_CLOSING = ['sending.transport', 'sending.sends', 'sending.lostIn'] as const;

describe.each(eachHabit<{ readonly id: ProfileId; readonly standard: ScormStandard }>(LARGE, { of: OF_CLOSING }))(
  '$id, $standard',
  ({ id: profile, standard }) => {
    test('of 37,000 characters in 86 answers the last words before closing arrive', async () => {
      const lms = lmsOf(profile, standard);
      const learner = await ScormLearner.in(lms, standard);
      await learner.write(written(37_000, 86)).save();
      await vi.advanceTimersByTimeAsync(3000);
      await learner.write({ 'b.one': 'Viimeiset sanat' }).closeTab();
      learner.page.crash();
      expect((await ScormLearner.in(lms, standard)).launch.state?.answers).toEqual(learner.answers);
    });
  },
);

describe('Moodle 2004, which sends the whole model each time', () => {
  test('the time of a session with 37,000 characters counts', async () => {
    const lms = lmsOf('moodle', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.write(written(37_000, 86)).save();
    await vi.advanceTimersByTimeAsync(3000);
    await learner.write({ 'b.one': 'Viimeiset sanat' }).closeTab();
    expect(lms.stored().seconds).toBe(61);
  });

  test('46 answers of 6,805 characters, beside 40 picks, are told whole', async () => {
    const lms = lmsOf('moodle', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    const picks = Array.from({ length: 40 }, (_, index) => pick(`b.channels.channel${index}.development`, 'developing'));
    const snapshot = learner.write(written(6_805, 46)).snapshot();
    await settled(learner.begin({ ...snapshot, interactions: [...picks, ...snapshot.interactions] }));
    expect(responses(lms).filter((response) => response.endsWith('[…]'))).toEqual([]);
    expect(responses(lms)).toHaveLength(86);
  });

  test('so are 86 of 12,000, which is a whole licence as people write it', async () => {
    const lms = lmsOf('moodle', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.write(written(12_000, 86)).save();
    expect(responses(lms).filter((response) => response.endsWith('[…]'))).toEqual([]);
    expect(responses(lms)).toHaveLength(86);
    await learner.write({ 'b.one': 'Viimeiset sanat' }).closeTab();
    expect(lms.stored().seconds).toBe(61);
  });

  test('an attempt that version 1.0.0 began, with every element of each answer, still gets out of a closing page', async () => {
    const lms = lmsOf('moodle', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.write(written(8_000, 60)).save();
    await vi.advanceTimersByTimeAsync(3000);
    await learner.closeTab();
    const stored = lms.stored();
    const elements = Object.entries(stored.values).flatMap(([element]) => {
      const at = /^(cmi\.interactions\.\d+)\.id$/.exec(element)?.[1];
      return at ? [[`${at}.description`, 'Kysymys '.repeat(8)] as const, [`${at}.timestamp`, '2026-11-24T10:00:00'] as const] : [];
    });
    lms.server.put('attempt-1', { ...stored, values: { ...stored.values, ...Object.fromEntries(elements) } });
    const again = await ScormLearner.in(lms, 'scorm2004');
    await again.save();
    await vi.advanceTimersByTimeAsync(3000);
    await again.write({ 'b.one': 'Viimeiset sanat' }).closeTab();
    expect((await ScormLearner.in(lms, 'scorm2004')).launch.state?.answers).toEqual(again.answers);
    expect(lms.stored().seconds).toBe(122);
  });

  test('a closing page with nothing new sends once', async () => {
    const lms = lmsOf('moodle', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.write(written(3_000, 20)).save();
    await vi.advanceTimersByTimeAsync(3000);
    const before = lms.server.log.length;
    await learner.closeTab();
    expect(sendingsAfter(lms, before)).toEqual(['beacon']);
  });

  test('so does one whose model would not get out twice', async () => {
    const lms = lmsOf('moodle', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.write(written(37_000, 86)).save();
    await vi.advanceTimersByTimeAsync(3000);
    const before = lms.server.log.length;
    await learner.write({ 'b.one': 'Viimeiset sanat' }).closeTab();
    expect(sendingsAfter(lms, before)).toEqual(['beacon']);
  });

  test('on a slow computer, where pagehide may be cut off, the last words go before it', async () => {
    const cutOff = lmsLike('moodle', 'scorm2004', (habits) => ({
      ...habits,
      sending: { ...habits.sending, lostIn: ['pagehide', 'unload'], finishLostIn: ['pagehide', 'unload'] },
    }));
    const lms = lmsOf(cutOff, 'scorm2004');
    let clock = 0;
    const learner = new ScormLearner(lms.launch(), 'scorm2004', { now: () => (clock += 30) });
    await learner.open();
    await learner.write(written(37_000, 86)).save();
    await vi.advanceTimersByTimeAsync(3000);
    await learner.write({ 'b.one': 'Viimeiset sanat' }).closeTab();
    learner.page.crash();
    expect((await ScormLearner.in(lms, 'scorm2004')).launch.state?.answers).toEqual(learner.answers);
  });

  test('an answer that is shortened says so, and picks are told whole', async () => {
    const lms = lmsOf('moodle', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    const picked = { ...pick('c.path.group', 'a'), response: Array.from({ length: 12 }, (_, index) => `option${index}.chosen`) };
    const snapshot = learner.write(written(48_000, 86)).snapshot();
    await settled(learner.begin({ ...snapshot, interactions: [...snapshot.interactions, picked] }));
    expect(responses(lms).filter((response) => response.endsWith(' […]')).length).toBeGreaterThan(80);
    expect(responses(lms)).toContain(picked.response.join('[,]'));
  });
});

describe('saving sooner', () => {
  const soonerIn = async (profile: ProfileId, standard: ScormStandard): Promise<ScormLearner> => {
    const learner = await ScormLearner.in(lmsOf(profile, standard), standard);
    await learner.save();
    return learner;
  };

  test.each([
    ['totara-12', 'scorm12'],
    ['moodle-app', 'scorm12'],
    ['sakai', 'scorm2004'],
  ] as const)('%s: asked for, and told to support, once its requests were seen to be waited for', async (profile, standard) => {
    const learner = await soonerIn(profile, standard);
    expect(learner.launch.limits.saveSooner).toBe(true);
    expect(learner.tracker.describe?.()).toMatchObject({ 'a closing page': 'may not be heard' });
  });

  test.each([
    ['moodle', 'scorm12'],
    ['moodle', 'scorm2004'],
    ['totara', 'scorm12'],
    ['opigno', 'scorm12'],
  ] as const)('%s, %s: not where the player is known to send by beacon', async (profile, standard) => {
    expect((await soonerIn(profile, standard)).launch.limits.saveSooner).toBe(false);
  });

  test('no longer once a page that seemed to leave and stayed was seen to send by beacon', async () => {
    const learner = await soonerIn('ilias-1.2-checked', 'scorm12');
    expect(learner.launch.limits.saveSooner).toBe(true);
    learner.write({ 'b.one': 'Viimeiset sanat' });
    learner.page.window.addEventListener('beforeunload', () => void learner.leave('leaving'), { once: true });
    learner.page.leaveNowhere();
    await vi.advanceTimersByTimeAsync(3000);
    expect(learner.launch.limits.saveSooner).toBe(false);
  });
});

test('a window that Firefox closes has sent the last words in `beforeunload`, though its model would not get out twice', async () => {
  const lms = lmsOf('moodle', 'scorm2004');
  lms.browser = 'firefox';
  const learner = await ScormLearner.in(lms, 'scorm2004');
  await learner.write(written(37_000, 86)).save();
  await vi.advanceTimersByTimeAsync(3000);
  learner.write({ 'c.path.need': 'Viimeiset sanat' });
  learner.page.window.addEventListener('beforeunload', () => void learner.leave('leaving'));
  learner.page.window.fire('beforeunload');
  learner.page.crash();
  const again = await ScormLearner.in(lms, 'scorm2004');
  expect(again.launch.state?.answers.get('c.path.need')?.text).toBe('Viimeiset sanat');
});

test.each(['scorm12', 'scorm2004'] as const)(
  '%s: a window that Firefox closes while a commit waits for its answer has sent the last words',
  async (standard) => {
    const lms = lmsOf('moodle', standard);
    lms.browser = 'firefox';
    const learner = await ScormLearner.in(lms, standard);
    learner.write(written(24_000, 80));
    learner.page.closeWhileWaiting();
    learner.page.window.addEventListener('beforeunload', () => {
      void learner.write({ 'c.path.need': 'Viimeiset sanat' }).leave('leaving');
    });
    await learner.save();
    expect(learner.page.gone).toBe(true);
    const again = await ScormLearner.in(lms, standard);
    expect(again.launch.state?.answers.get('c.path.need')?.text).toBe('Viimeiset sanat');
  },
);

test.each(['moodle', 'strict-1.2', 'ilias-1.2-checked'] as const)('%s: leaving with nothing new commits nothing', async (profile) => {
  const lms = lmsOf(profile, 'scorm12');
  const learner = await ScormLearner.in(lms, 'scorm12');
  await learner.write({ 'b.one': 'Tallessa' }).save();
  await vi.advanceTimersByTimeAsync(3000);
  const before = lms.server.log.length;
  expect(await learner.save('leaving')).toMatchObject({ result: 'saved' });
  expect(sendingsAfter(lms, before)).toEqual([]);
});
