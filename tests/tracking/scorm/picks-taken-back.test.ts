/** SCORM 2004: what the learner picked and took back is not reported any more, whatever the LMS takes as empty. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Interaction } from '../../../src/tracking/tracker.ts';
import { everyScorm } from '../../every-scorm.ts';
import { lmsOf, question, ScormLearner, settled } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

const OPTIONS = [
  { id: 'phone', label: 'Puhelin' },
  { id: 'desk', label: 'Tiski' },
];

function picked(type: 'choice' | 'likert', ...response: string[]): Interaction {
  return { ...question('b.pick', ''), type, response, options: OPTIONS };
}

async function save(learner: ScormLearner, interaction: Interaction): Promise<void> {
  learner.write({ 'b.pick': interaction.response.join(' ') });
  await settled(learner.begin({ ...learner.snapshot(), interactions: [interaction] }));
  await vi.advanceTimersByTimeAsync(3_000);
}

const KEEPING = everyScorm
  .filter(({ standard }) => standard === 'scorm2004')
  .map(({ id }) => id)
  .filter((id) => !['opigno', 'forma', 'frappe'].includes(id));

for (const type of ['choice', 'likert'] as const)
  test.each(KEEPING)(`%s: a ${type} that is taken back is empty there, and the next pick is told again`, async (id) => {
    const lms = lmsOf(id, 'scorm2004');
    const told = (): (string | undefined)[] =>
      ['type', 'learner_response'].map((name) => lms.stored().values[`cmi.interactions.0.${name}`]);
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await save(learner, picked(type, 'phone'));
    expect(told()).toEqual([type, 'phone']);
    await save(learner, picked(type));
    expect(told()[1]).toBe('');
    await learner.closeTab();
    const again = await ScormLearner.in(lms, 'scorm2004');
    await save(again, picked(type, 'desk'));
    expect(told()).toEqual([type, 'desk']);
  });
