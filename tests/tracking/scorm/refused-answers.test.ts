/** An LMS where each call holds the page up (Sakai) refuses answers as interactions: the others have their turn, and saving comes to rest. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';
import { lmsOf, ScormLearner } from './scorm-learner.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) }));
afterEach(() => vi.useRealTimers());

interface Api {
  SetValue(element: string, value: string): string;
  GetLastError(): string;
}

/** @param refuses that element of the interaction of that index */
function refusing(api: Api, refuses: (index: number, element: string) => boolean): void {
  const [set, last] = [api.SetValue.bind(api), api.GetLastError.bind(api)];
  let isRefused = false;
  api.SetValue = (element, value) => {
    const [, index, part = ''] = /^cmi\.interactions\.(\d+)\.(\w+)/.exec(element) ?? [];
    isRefused = index !== undefined && refuses(Number(index), part);
    if (isRefused) vi.setSystemTime(Date.now() + 20);
    return isRefused ? 'false' : set(element, value);
  };
  api.GetLastError = () => (isRefused ? '401' : last());
}

test.each([
  ['all of them', () => true, 0],
  ['what stands in the first of them', (index: number, element: string) => index < 12 && element !== 'id', 18],
] as const)('%s', async (_, refuses, told) => {
  const lms = lmsOf('sakai', 'scorm2004');
  const page = lms.launch();
  refusing((page.window as unknown as { API_1484_11: Api }).API_1484_11, refuses);
  const learner = new ScormLearner(page, 'scorm2004');
  await learner.open();
  learner.answers = new Map([...FINNISH_ANSWERS].slice(0, 30));
  const { length } = learner.snapshot().interactions;
  let dueIn: number | undefined = 0;
  for (let save = 0; save < 60 && dueIn !== undefined; save += 1) {
    const outcome = await learner.save();
    expect(outcome.result).toBe('saved');
    dueIn = outcome.result === 'saved' ? outcome.dueIn : undefined;
    await vi.advanceTimersByTimeAsync(3_000);
  }
  expect(dueIn).toBeUndefined();
  const responses = Object.keys(lms.stored().values).filter((name) => name.endsWith('.learner_response'));
  expect([length, responses.length]).toEqual([30, told]);
});

test('what was refused while the LMS took nothing at all is told once it takes her words again', async () => {
  const lms = lmsOf('sakai', 'scorm2004');
  const page = lms.launch();
  const learner = new ScormLearner(page, 'scorm2004');
  await learner.open();
  expect(await learner.save()).toMatchObject({ result: 'saved' });
  const api = (page.window as unknown as { API_1484_11: Api }).API_1484_11;
  const { SetValue, GetLastError } = api;
  api.SetValue = () => {
    vi.setSystemTime(Date.now() + 20);
    return 'false';
  };
  api.GetLastError = () => '101';
  learner.write({ 'b.one': 'Ensimmäinen vastaus' });
  for (let save = 0; save < 4; save += 1) {
    await vi.advanceTimersByTimeAsync(8_000);
    expect(await learner.save()).toMatchObject({ result: 'not-saved' });
  }
  Object.assign(api, { SetValue, GetLastError });
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await learner.save()).toMatchObject({ result: 'saved' });
  expect(Object.values(lms.stored().values)).toContain('Ensimmäinen vastaus');
});
