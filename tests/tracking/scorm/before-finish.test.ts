import { expect, test, vi } from 'vitest';
import { beforeFinish } from '../../../src/tracking/scorm/before-finish.ts';
import { findScormApi, SCORM12_FUNCTIONS } from '../../../src/tracking/scorm/scorm-api.ts';

/** As a player's script has it: a class, whose functions look at what they belong to. */
class PlayerApi {
  readonly called: string[] = [];

  LMSFinish(parameter: string): string {
    this.called.push(`Finish(${parameter})`);
    return 'true';
  }
}

const asRecord = (api: object): Record<string, unknown> => api as Record<string, unknown>;

test('what is to be done before Finish is done once, and the LMS’s own function has its object, its parameter and its answer', () => {
  const api = new PlayerApi();
  beforeFinish(asRecord(api), 'LMSFinish', () => api.called.push('last words'));
  expect(api.LMSFinish('')).toBe('true');
  expect(api.LMSFinish('again')).toBe('true');
  expect(api.called).toEqual(['last words', 'Finish()', 'Finish(again)']);
});

test.each([
  ['of a class', new PlayerApi()],
  ['of its own', { LMSFinish: () => 'true' }],
])('the object is as it was when it is given its function back: one %s', (_kind, api) => {
  const [before, keys] = [asRecord(api)['LMSFinish'], Object.keys(api)];
  const giveBack = beforeFinish(asRecord(api), 'LMSFinish', () => undefined);
  expect(asRecord(api)['LMSFinish']).not.toBe(before);
  giveBack();
  expect(asRecord(api)['LMSFinish']).toBe(before);
  expect(Object.keys(api)).toEqual(keys);
});

test('what somebody else has put in its place since stays there', () => {
  const api = asRecord(new PlayerApi());
  const giveBack = beforeFinish(api, 'LMSFinish', () => undefined);
  const another = (): string => 'true';
  api['LMSFinish'] = another;
  giveBack();
  expect(api['LMSFinish']).toBe(another);
});

test('a fault before it keeps no LMS from its Finish', () => {
  const api = new PlayerApi();
  beforeFinish(asRecord(api), 'LMSFinish', () => {
    throw new Error('a fault of the course');
  });
  expect(api.LMSFinish('')).toBe('true');
});

test.each([
  ['cannot be changed', Object.freeze({ LMSFinish: () => 'true' })],
  ['has no such function', {}],
])('an object that %s is left as it is', (_which, api) => {
  const before = asRecord(api)['LMSFinish'];
  beforeFinish(asRecord(api), 'LMSFinish', () => undefined)();
  expect(asRecord(api)['LMSFinish']).toBe(before);
});

test('the course’s own Finish is nobody else’s', () => {
  const page = { API: new PlayerApi() } as unknown as Window;
  const run = vi.fn();
  const api = findScormApi(page, SCORM12_FUNCTIONS);
  api?.beforeOthersFinish(run);
  expect(api?.finish().ok).toBe(true);
  expect(run).not.toHaveBeenCalled();
});
