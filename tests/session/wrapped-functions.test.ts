/** Players that call the API object in ways of their own: facades, functions around functions, two windows on one object. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble, type DoubleSession } from '../../src/simulator/in-memory/lms-double.ts';
import { FIELD, write } from './fresh-session.ts';
import { TabbedComputer } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

type Functions = Record<string, (...parameters: string[]) => string>;
const apiOf = (page: DoubleSession): Functions => page.api12 as unknown as Functions;

/** As scorm-again's CrossFrameAPI has it: what is not there is sent on; what is there is bound, anew at each look. */
function facade(current: () => Functions): object {
  return new Proxy({} as Functions, {
    get: (target, name: string) =>
      name in target ? target[name]?.bind(target) : (...parameters: string[]) => current()[name]?.(...parameters),
  });
}

test('behind a facade that binds its functions, what she writes in the second session arrives', async () => {
  const lms = new LmsDouble({ profile: 'strict-1.2', standard: 'scorm12' });
  const computer = new TabbedComputer(lms);
  let current = apiOf(lms.launch());
  const API = facade(() => current);
  for (const text of ['Ensin', 'Toisella kerralla']) {
    const page = lms.launch();
    current = apiOf(page);
    Object.assign(page.window, { API });
    const { session } = await computer.open(page);
    expect(session.phase).toBe('open');
    write(session, text);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(session.status.state).toBe('saved');
    page.close();
    await vi.advanceTimersByTimeAsync(10_000);
  }
  const { session } = await new TabbedComputer(lms).open();
  expect(textOf(session.store.answers, FIELD)).toBe('Toisella kerralla');
});

test('where the player puts a function of its own around the one that it finds, too', async () => {
  const lms = new LmsDouble({ profile: 'strict-1.2', standard: 'scorm12' });
  const computer = new TabbedComputer(lms);
  let current = apiOf(lms.launch());
  const API: Functions = {};
  for (const name of Object.keys(current)) API[name] = (...parameters) => current[name]?.(...parameters) ?? '';
  for (const text of ['Ensin', 'Toisella kerralla']) {
    const page = lms.launch();
    current = apiOf(page);
    Object.assign(page.window, { API });
    const { session } = await computer.open(page);
    // It counts calls, say, from when the frame has been loaded.
    for (const name of ['LMSCommit', 'LMSFinish']) {
      const before = API[name];
      API[name] = (...parameters) => before?.apply(API, parameters) ?? '';
    }
    write(session, text);
    await vi.advanceTimersByTimeAsync(25_000);
    page.close();
    await vi.advanceTimersByTimeAsync(3_000);
  }
  const { session } = await new TabbedComputer(lms).open();
  expect(textOf(session.store.answers, FIELD)).toBe('Toisella kerralla');
});

/** As a player has it that looks functions up when they are called. */
function lateFacade(target: Functions): object {
  return new Proxy(target, {
    get:
      (all, name: string) =>
      (...parameters: string[]) =>
        all[name]?.(...parameters),
  });
}

test('behind one that looks its functions up when they are called, anything is saved at all', async () => {
  const lms = new LmsDouble({ profile: 'strict-1.2', standard: 'scorm12' });
  const page = lms.launch();
  Object.assign(page.window, { API: lateFacade({ ...apiOf(page) }) });
  const { session } = await new TabbedComputer(lms).open(page);
  write(session, 'Ensin');
  await vi.advanceTimersByTimeAsync(25_000);
  expect(session.status.state).toBe('saved');
});

test('two windows of the course on one API object: the one that has lost the course swallows nothing of the other', async () => {
  const lms = new LmsDouble({ profile: 'strict-1.2', standard: 'scorm12' });
  const computer = new TabbedComputer(lms);
  const page = lms.launch();
  // A player that lets the course be initialized again.
  const API = { ...apiOf(page), LMSInitialize: (text: string) => (apiOf(page)['LMSInitialize']?.(text), 'true') };
  Object.assign(page.window, { API });
  const first = await computer.open(page);
  write(first.session, 'Ensin');
  await vi.advanceTimersByTimeAsync(25_000);
  const popup = lms.launch();
  Object.assign(popup.window, { API });
  const second = await computer.open(popup);
  expect(second.session.phase).toBe('elsewhere');
  const taking = second.session.takeOver();
  await vi.advanceTimersByTimeAsync(3_000);
  await taking;
  write(second.session, 'Toisessa ikkunassa');
  await vi.advanceTimersByTimeAsync(25_000);
  const { session } = await new TabbedComputer(lms).open();
  expect(textOf(session.store.answers, FIELD)).toBe('Toisessa ikkunassa');
});

test('in browse mode the player ends the session as it wants to', async () => {
  const lms = new LmsDouble({ profile: 'strict-1.2', standard: 'scorm12' });
  const page = lms.launch({ mode: 'browse' });
  const { session } = await new TabbedComputer(lms).open(page);
  expect(session.phase).toBe('open');
  const from = page.calls.length;
  page.api12.LMSFinish('');
  expect(page.calls.slice(from).map(({ call }) => call)).toEqual(['Finish']);
});
