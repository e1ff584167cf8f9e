import { expect, test } from 'vitest';
import { beforeCalls } from '../../../src/tracking/scorm/others-calls.ts';
import { findScormApi, SCORM12_FUNCTIONS, type ScormApi } from '../../../src/tracking/scorm/scorm-api.ts';

/** As a player's script has it: a class, whose functions look at what they belong to, and call each other. */
class PlayerApi {
  readonly called: string[] = [];

  LMSInitialize(): string {
    return 'true';
  }

  LMSCommit(parameter: string): string {
    this.called.push(`Commit(${parameter})`);
    return 'true';
  }

  LMSFinish(parameter: string): string {
    this.LMSCommit('');
    this.called.push(`Finish(${parameter})`);
    return 'true';
  }
}

const asRecord = (api: object): Record<string, unknown> => api as Record<string, unknown>;

function found(player: PlayerApi): ScormApi {
  const api = findScormApi({ API: player } as unknown as Window, SCORM12_FUNCTIONS);
  if (!api) throw new Error('no API');
  return api;
}

test('who is asked before a call says yes: the LMS’s own function has its object, its parameter and its answer', () => {
  const api = new PlayerApi();
  beforeCalls(asRecord(api), 'LMSFinish', () => {
    api.called.push('last words');
    return true;
  });
  expect(api.LMSFinish('')).toBe('true');
  expect(api.called).toEqual(['last words', 'Commit()', 'Finish()']);
});

test('and no: the caller hears "true", and the LMS nothing', () => {
  const api = new PlayerApi();
  beforeCalls(asRecord(api), 'LMSFinish', () => false);
  expect(api.LMSFinish('')).toBe('true');
  expect(api.called).toEqual([]);
});

test.each([
  ['of a class', new PlayerApi()],
  ['of its own', { LMSFinish: () => 'true' }],
])('the object is as it was when it is given its function back: one %s', (_kind, api) => {
  const [before, keys] = [asRecord(api)['LMSFinish'], Object.keys(api)];
  const giveBack = beforeCalls(asRecord(api), 'LMSFinish', () => false);
  expect(asRecord(api)['LMSFinish']).not.toBe(before);
  giveBack();
  expect(asRecord(api)['LMSFinish']).toBe(before);
  expect(Object.keys(api)).toEqual(keys);
});

test('what somebody else has put in its place since stays there', () => {
  const api = asRecord(new PlayerApi());
  const giveBack = beforeCalls(api, 'LMSFinish', () => false);
  const another = (): string => 'true';
  api['LMSFinish'] = another;
  giveBack();
  expect(api['LMSFinish']).toBe(another);
});

test('a fault before it keeps no LMS from its Finish', () => {
  const api = new PlayerApi();
  beforeCalls(asRecord(api), 'LMSFinish', () => {
    throw new Error('a fault of the course');
  });
  expect(api.LMSFinish('')).toBe('true');
  expect(api.called).toEqual(['Commit()', 'Finish()']);
});

test.each([
  ['cannot be changed', Object.freeze({ LMSFinish: () => 'true' })],
  ['has no such function', {}],
])('an object that %s is left as it is', (_which, api) => {
  const before = asRecord(api)['LMSFinish'];
  beforeCalls(asRecord(api), 'LMSFinish', () => false)();
  expect(asRecord(api)['LMSFinish']).toBe(before);
});

test('the course’s own calls are nobody else’s, nor are those that the player makes within them', () => {
  const player = new PlayerApi();
  const api = found(player);
  api.beforeOthers(() => false);
  expect(api.commit().ok).toBe(true);
  expect(player.LMSCommit('')).toBe('true');
  expect(player.called).toEqual(['Commit()']);
  expect(api.finish().ok).toBe(true);
  expect(player.called).toEqual(['Commit()', 'Commit()', 'Finish()']);
});

test('once the course has ended the session the player does as it wants to', () => {
  const player = new PlayerApi();
  const api = found(player);
  api.beforeOthers(() => false);
  api.finish();
  player.called.length = 0;
  player.LMSCommit('');
  expect(player.called).toEqual(['Commit()']);
});
