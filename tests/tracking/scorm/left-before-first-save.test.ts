/** A page that is left before its first save in sight has ended: what suspend_data holds is not known then. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import { seededRandom } from '../../../src/simulator/in-memory/random.ts';
import type { LmsDouble } from '../../../src/simulator/in-memory/lms-double.ts';
import type { ScormStandard } from '../../../src/simulator/lms-profile.ts';
import type { ProfileId } from '../../../src/simulator/lms-profiles.ts';
import type { StoredAttempt } from '../../../src/simulator/lms-server.ts';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';
import { lmsOf, ScormLearner } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A whole licence, and a long guide behind it: more than is packed lightly. */
const MUCH: Answers = new Map([
  ...FINNISH_ANSWERS,
  [
    'p.guide.notes',
    {
      text: [...FINNISH_ANSWERS.values()]
        .map(({ text }) => [...text].reverse().join(''))
        .join(' ')
        .slice(0, 4_000),
      at: Date.UTC(2026, 10, 1),
    },
  ],
]);

const random = seededRandom(7);
/** Some 60 words that nothing foretells. */
const WORDS = Array.from({ length: 60 }, () =>
  Array.from({ length: 7 }, () => 'aeiouhklmnprstvy'.charAt(Math.floor(random() * 16))).join(''),
).join(' ');

/** What each LMS has of it after a first session: packing so much takes its time. */
const left = new Map<string, StoredAttempt>();

async function afterFirstSession(profile: ProfileId, standard: ScormStandard): Promise<StoredAttempt> {
  const lms = lmsOf(profile, standard);
  const first = await ScormLearner.in(lms, standard);
  first.answers = MUCH;
  expect(await first.save()).not.toMatchObject({ result: 'not-saved' });
  await first.closeTab();
  return lms.stored();
}

async function returning(profile: ProfileId, standard: ScormStandard): Promise<{ lms: LmsDouble; learner: ScormLearner }> {
  const lms = lmsOf(profile, standard);
  const key = `${profile} ${standard}`;
  left.set(key, left.get(key) ?? (await afterFirstSession(profile, standard)));
  lms.server.put('attempt-1', left.get(key) as StoredAttempt);
  const learner = await ScormLearner.in(lms, standard);
  expect(learner.launch.state?.answers.size).toBe(MUCH.size);
  return { lms, learner };
}

const PLACES = [
  ['moodle', 'scorm12'],
  ['ilias-1.2-checked', 'scorm12'],
  ['totara', 'scorm12'],
  ['moodle', 'scorm2004'],
  ['ilias-2004', 'scorm2004'],
  ['sakai', 'scorm2004'],
  ['cornerstone', 'scorm2004'],
  ['strict-2004', 'scorm2004'],
] as const;

test.each(PLACES)(
  '%s, %s: hidden then, the learner is not told that an LMS with 40,000 characters left is full',
  async (profile, standard) => {
    const { learner } = await returning(profile, standard);
    expect(await learner.write({ 'b.channels.help': WORDS }).save('hidden')).not.toMatchObject({ reason: 'full' });
  },
);

// Of a page that closes Sakai hears nothing.
test.each(PLACES.filter(([profile]) => profile !== 'sakai'))(
  '%s, %s: closed then, what she wrote is in the LMS',
  async (profile, standard) => {
    const { lms, learner } = await returning(profile, standard);
    await learner.write({ 'b.channels.help': WORDS }).closeTab();
    expect((await ScormLearner.in(lms, standard)).answers.get('b.channels.help')?.text).toBe(WORDS);
  },
);
