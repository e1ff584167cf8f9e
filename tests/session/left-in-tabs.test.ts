/** An LMS that says neither who the learner is nor her name (Frappe LMS): what a closed tab could not send is there when she opens the course in another. */
import { expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { FIELD, freshSurroundings, type SlowTracker, write } from './fresh-session.ts';
import { within } from './memory.ts';
import { closed, nameless, Tabs } from './nameless-lms.ts';

const fresh = freshSurroundings();
const OTHER = 'b.colleague.meaning';

const tabs = new Tabs(fresh);

async function left(lms: SlowTracker, text: string, before?: string): Promise<void> {
  const session = await tabs.opened(lms);
  if (before !== undefined) write(session, before);
  await vi.advanceTimersByTimeAsync(10_000);
  lms.answer = () => ({ result: 'not-saved', reason: 'refused', retry: true });
  write(session, text);
  await vi.advanceTimersByTimeAsync(500);
  await closed(session);
  lms.answer = ({ revision }) => ({ result: 'sent', revision });
}

test('by itself where the LMS has some of the same words, and it is sent then', async () => {
  const lms = nameless();
  await left(lms, 'Viimeinen sana', 'Ensimmäinen sana');
  const again = await tabs.opened(lms);
  expect(textOf(again.store.answers, FIELD)).toBe('Viimeinen sana');
  expect([again.conflicts, again.strays]).toEqual([[], undefined]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(textOf(lms.last?.answers ?? new Map(), FIELD)).toBe('Viimeinen sana');
});

test('as answers without a name where the LMS has nothing', async () => {
  const lms = nameless();
  await left(lms, 'Ainoa sana');
  const again = await tabs.opened(lms);
  expect(textOf(again.store.answers, FIELD)).toBe('');
  expect(again.strays?.get(FIELD)?.text).toBe('Ainoa sana');
  await within(0, again.takeStrays());
  expect(textOf(again.store.answers, FIELD)).toBe('Ainoa sana');
});

test('the next learner at the computer is neither shown nor offered what was sent', async () => {
  const aino = await tabs.opened(nameless());
  write(aino, 'Ainon oma');
  await vi.advanceTimersByTimeAsync(10_000);
  await closed(aino);
  const lms = nameless();
  lms.launch = { ...lms.launch, state: { answers: new Map([[OTHER, { text: 'Onnin oma', at: Date.now() - 60_000 }]]), revision: 3 } };
  const onni = await tabs.opened(lms);
  expect([textOf(onni.store.answers, FIELD), textOf(onni.store.answers, OTHER), onni.strays]).toEqual(['', 'Onnin oma', undefined]);
});

test('what was never sent is offered too where the LMS had other words of its writer', async () => {
  const aino = nameless();
  aino.launch = { ...aino.launch, state: { answers: new Map([[OTHER, { text: 'Ainon oma', at: Date.now() - 60_000 }]]), revision: 3 } };
  await left(aino, 'Ainoa sana');
  expect((await tabs.opened(nameless())).strays?.get(FIELD)?.text).toBe('Ainoa sana');
});

test('a state that could not be read is kept in this browser with them', async () => {
  const lms = nameless();
  const { launch } = lms;
  lms.launch = { ...launch, unreadable: 'Ainon lukematon' };
  await left(lms, 'Viimeinen sana', 'Ensimmäinen sana');
  lms.launch = { ...launch, state: lms.launch.state };
  for (const _launch of [1, 2]) {
    const again = await tabs.opened(lms);
    expect(again.kept).toMatchObject([{ content: 'Ainon lukematon' }]);
    await vi.advanceTimersByTimeAsync(20_000);
    await closed(again);
  }
});

test('nobody is shown the words of another of whom the LMS hands over the same unreadable state', async () => {
  const aino = nameless();
  aino.launch = { ...aino.launch, unreadable: 'null' };
  await left(aino, 'Ainon viimeinen', 'Ainon oma');
  const lms = nameless();
  lms.launch = { ...lms.launch, unreadable: 'null' };
  const onni = await tabs.opened(lms);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(textOf(onni.store.answers, FIELD)).toBe('');
  expect(textOf(lms.last?.answers ?? new Map(), FIELD)).toBe('');
});

/** Aino has sent her words of one field, and could not send those of another; Onni says that the latter are his. */
async function claimedByOnni(): Promise<SlowTracker> {
  const aino = nameless();
  const session = await tabs.opened(aino);
  write(session, 'Ainon oma', OTHER);
  await vi.advanceTimersByTimeAsync(10_000);
  aino.answer = () => ({ result: 'not-saved', reason: 'refused', retry: true });
  write(session, 'Ainon lähettämättä');
  await vi.advanceTimersByTimeAsync(500);
  await closed(session);
  const lms = nameless();
  const onni = await tabs.opened(lms);
  await within(0, onni.takeStrays());
  await vi.advanceTimersByTimeAsync(20_000);
  expect(textOf(lms.last?.answers ?? new Map(), FIELD)).toBe('Ainon lähettämättä');
  await closed(onni);
  return lms;
}

test('who took words that were not his is shown no more of their writer’s at a later launch', async () => {
  const lms = await claimedByOnni();
  const again = await tabs.opened(lms);
  await vi.advanceTimersByTimeAsync(20_000);
  expect([textOf(again.store.answers, FIELD), textOf(again.store.answers, OTHER)]).toEqual(['Ainon lähettämättä', '']);
});

test('what was taken is not offered again once she has written on in it', async () => {
  const lms = await claimedByOnni();
  const again = await tabs.opened(lms);
  write(again, 'Onnin jatko');
  await vi.advanceTimersByTimeAsync(20_000);
  await closed(again);
  const third = await tabs.opened(lms);
  expect([textOf(third.store.answers, FIELD), third.strays]).toEqual(['Onnin jatko', undefined]);
});
