/** What tabs of an LMS that names nobody have left unsent: all of that is offered, and nothing else. */
import { expect, test, vi } from 'vitest';
import { note, textOf } from '../../src/course/answers.ts';
import { course } from './fixture-course.ts';
import type { NotSaved } from '../../src/tracking/tracker.ts';
import { FIELD, freshSurroundings, type SlowTracker, write } from './fresh-session.ts';
import { within } from './memory.ts';
import { accepts, closed, later, nameless, offered, refuses, storedIn, Tabs } from './nameless-lms.ts';

const fresh = freshSurroundings();
const tabs = new Tabs(fresh);
const OTHER = 'b.colleague.meaning';

test('words that a launch has handed over are not offered', async () => {
  const aino = nameless();
  const first = await tabs.opened(aino);
  write(first, 'Ainon oma', OTHER);
  await later();
  await closed(first);
  const second = await tabs.opened(aino);
  expect(textOf(second.store.answers, OTHER)).toBe('Ainon oma');
  write(second, 'Ainon toinen');
  await later();
  await closed(second);
  const onni = await tabs.opened(nameless());
  expect(offered(onni)).toBeUndefined();
});

test('nor words of which the LMS has given a receipt', async () => {
  const aino = nameless('saved');
  const first = await tabs.opened(aino);
  write(first, 'Ainon oma', OTHER);
  await later();
  refuses(aino);
  write(first, 'Ainon lähettämättä');
  await later(3_000);
  await closed(first);
  const onni = await tabs.opened(nameless('saved'));
  expect([...(onni.strays ?? new Map()).keys()]).toEqual([FIELD]);
});

test('nor what was sent just before the tab was closed', async () => {
  const lms = nameless();
  const session = await tabs.opened(lms);
  write(session, 'Ainon oma');
  for (let waited = 0; storedIn(lms, FIELD) === '' && waited < 10_000; waited += 100) await later(100);
  expect(storedIn(lms, FIELD)).toBe('Ainon oma');
  await later(300);
  await closed(session);
  const onni = await tabs.opened(nameless());
  expect(offered(onni)).toBeUndefined();
});

test('nor what another tab has taken in and sent, to the next learner in the tab that had left it', async () => {
  const aino = nameless();
  const first = await tabs.opened(aino, { tabId: 'tab-1' });
  write(first, 'Ensimmäinen', OTHER);
  await later();
  refuses(aino);
  write(first, 'Viimeinen');
  await later(500);
  await closed(first);
  accepts(aino);
  const second = await tabs.opened(aino, { tabId: 'tab-2' });
  await later();
  expect(storedIn(aino, FIELD)).toBe('Viimeinen');
  await closed(second);
  const onni = await tabs.opened(nameless(), { tabId: 'tab-1' });
  expect(offered(onni)).toBeUndefined();
});

test('what the LMS refused for long is offered', async () => {
  const lms = nameless();
  refuses(lms);
  const session = await tabs.opened(lms);
  write(session, 'Ainoa sana');
  await later(60_000);
  await closed(session);
  const again = await tabs.opened(nameless());
  expect(textOf(again.strays ?? new Map(), FIELD)).toBe('Ainoa sana');
});

test('what it refused is offered too where she wrote on in another field', async () => {
  const lms = nameless();
  refuses(lms);
  const session = await tabs.opened(lms);
  write(session, 'Ainoa sana');
  await later(10_000);
  write(session, 'Toinen sana', OTHER);
  await later(500);
  await closed(session);
  const again = await tabs.opened(nameless());
  expect([textOf(again.strays ?? new Map(), FIELD), textOf(again.strays ?? new Map(), OTHER)]).toEqual(['Ainoa sana', 'Toinen sana']);
});

test('a field of a row comes with the row, which was sent', async () => {
  const aino = nameless();
  const session = await tabs.opened(aino);
  write(session, '1', 'b.ideas.ideas.k001');
  await later();
  refuses(aino);
  write(session, 'Idea', 'b.ideas.ideas.k001.what');
  await later(3_000);
  await closed(session);
  const onni = await tabs.opened(nameless());
  await within(3_000, onni.takeStrays());
  expect(textOf(onni.store.answers, 'b.ideas.ideas.k001.what')).toBe('Idea');
  expect(textOf(onni.store.answers, 'b.ideas.ideas.k001')).not.toBe('');
});

test('all of it is to be had after a completion that made the LMS forget it', async () => {
  const lms = nameless();
  lms.wipesOnCompletion = true;
  const wiping = { course: { ...course, wipesOnCompletion: true } };
  const session = await tabs.opened(lms, wiping);
  write(session, 'Kirjasto');
  await later(3_000);
  session.takeDown({ [note.copy]: 'none' });
  await later(20_000);
  expect(lms.launch.state).toBeUndefined();
  await closed(session);
  const again = await tabs.opened(lms, wiping);
  expect([
    textOf(again.store.answers, FIELD),
    textOf(again.strays ?? new Map(), FIELD),
    textOf(again.earlier ?? new Map(), FIELD),
  ]).toContain('Kirjasto');
});

test('what a database tells late is offered with what stands in another tab', async () => {
  await tabs.leftUnsent(nameless(), { [OTHER]: 'Bertan sana' }, { tabId: 'tab-1' });
  for (const key of [...fresh.storage.entries.keys()]) fresh.storage.entries.delete(key);
  await tabs.leftUnsent(nameless(), { [FIELD]: 'Ainon sana' }, { tabId: 'tab-2' });
  fresh.storage.database.habits.takes = 5_000;
  const opening = tabs.opened(nameless(), { tabId: 'tab-1' });
  await later(60_000);
  const onni = await opening;
  const taking = onni.takeStrays();
  await later(60_000);
  await taking;
  expect([textOf(onni.store.answers, FIELD), textOf(onni.store.answers, OTHER)]).toEqual(['Ainon sana', 'Bertan sana']);
});

test('a state that could not be read is offered though nothing was written', async () => {
  const lms = nameless();
  lms.launch = { ...lms.launch, unreadable: 'Ainon lukematon' };
  const session = await tabs.opened(lms);
  await later();
  await closed(session);
  lms.launch = { ...lms.launch, unreadable: '' };
  const again = await tabs.opened(lms);
  await later(3_000);
  expect(again.kept.length > 0 || again.strays !== undefined).toBe(true);
});

test('so is a version that the learner has not chosen between', async () => {
  const lms = nameless();
  lms.launch = { ...lms.launch, unread: [[FIELD, { text: 'Toinen versio', at: Date.now() - 70_000 }]] };
  const session = await tabs.opened(lms);
  expect(session.conflicts).toHaveLength(1);
  await later();
  await closed(session);
  const again = await tabs.opened(nameless());
  await within(3_000, again.takeStrays());
  expect(again.conflicts).toHaveLength(1);
});

test('a state that could not be read stays over launches that change nothing', async () => {
  const lms = nameless();
  lms.launch = { ...lms.launch, unreadable: 'Ainon lukematon' };
  const { launch } = lms;
  const session = await tabs.opened(lms);
  write(session, 'Sana');
  await later();
  await closed(session);
  lms.launch = { ...launch, unreadable: '', state: lms.launch.state };
  const seen: number[] = [];
  for (const _launch of [1, 2, 3]) {
    const again = await tabs.opened(lms);
    await within(3_000, again.takeStrays());
    seen.push(again.kept.filter(({ content }) => content === 'Ainon lukematon').length);
    await later();
    await closed(again);
  }
  expect(seen).toEqual([1, 1, 1]);
});

test('so do two versions of her own', async () => {
  const lms = nameless();
  lms.launch = { ...lms.launch, unread: [[FIELD, { text: 'Toinen versio', at: Date.now() - 70_000 }]] };
  const session = await tabs.opened(lms);
  write(session, 'Sana');
  await later();
  await closed(session);
  lms.launch = { ...lms.launch, unread: [] };
  const seen: number[] = [];
  for (const _launch of [1, 2, 3]) {
    const again = await tabs.opened(lms);
    await within(3_000, again.takeStrays());
    seen.push(again.conflicts.length);
    await later();
    await closed(again);
  }
  expect(seen).toEqual([1, 1, 1]);
});

test('her own words are found though local storage was full for them in a second tab', async () => {
  const lms = nameless();
  const first = await tabs.opened(lms);
  write(first, 'Ensimmäinen', OTHER);
  await later();
  refuses(lms);
  write(first, 'Ainoa sana');
  await later(500);
  await closed(first);
  const size = [...fresh.storage.entries.values()].join('').length;
  fresh.storage.room = size + 100;
  const second = await tabs.opened(lms);
  expect(textOf(second.store.answers, FIELD)).toBe('Ainoa sana');
  await later(1_000);
  // Torn away.
  refuses(lms);
  accepts(lms);
  const third = await tabs.opened(lms);
  expect(textOf(third.store.answers, FIELD)).toBe('Ainoa sana');
});

test('her own older words are no conflict where no database works', async () => {
  fresh.storage.database.habits.opens = 'fails';
  const lms = nameless();
  const first = await tabs.opened(lms);
  write(first, 'Ensimmäinen', OTHER);
  await later();
  refuses(lms);
  write(first, 'Vanha');
  await later(500);
  await closed(first);
  accepts(lms);
  const seen: unknown[] = [];
  const second = await tabs.opened(lms);
  await later(1_000);
  write(second, 'Uusi');
  await later();
  await closed(second);
  for (const _launch of [1, 2, 3]) {
    const again = await tabs.opened(lms);
    await later(1_000);
    seen.push(again.conflicts.length);
    for (const conflict of again.conflicts) again.resolve(conflict, 'current');
    await later();
    await closed(again);
  }
  expect(seen).toEqual([0, 0, 0]);
});

test('an open tab saves its words itself: they are offered once it is closed', async () => {
  const lms = nameless();
  const session = await tabs.opened(lms);
  refuses(lms, 'full');
  write(session, 'Ainon lähettämättä');
  await later(3_000);
  expect(offered(await tabs.opened(nameless()))).toBeUndefined();
  await closed(session);
  expect(offered(await tabs.opened(nameless()))).toEqual({ [FIELD]: 'Ainon lähettämättä' });
});

test('what a page that leaves has sent is offered: nobody hears whether it arrived', async () => {
  const lms = nameless();
  lms.saveNow = ({ revision }) => Promise.resolve({ result: 'sent', revision });
  const session = await tabs.opened(lms);
  write(session, 'Viimeinen sana');
  await later(500);
  session.lifecycle.leave();
  await later(0);
  await closed(session);
  expect(storedIn(lms, FIELD)).toBe('');
  expect(offered(await tabs.opened(nameless()))).toEqual({ [FIELD]: 'Viimeinen sana' });
});

test('so is what was told as sent, and turned out to have been refused', async () => {
  const lms = nameless();
  let refute: (outcome: NotSaved) => void = () => {};
  const refutable = Object.assign(lms, {
    whenRefuted: (listener: typeof refute) => {
      refute = listener;
    },
  });
  const session = await tabs.opened(refutable);
  const { save } = lms;
  lms.save = ({ revision }) => Promise.resolve({ result: 'sent', revision });
  write(session, 'Ainoa sana');
  await later(5_000);
  refute({ result: 'not-saved', reason: 'refused', retry: true });
  refuses(lms);
  lms.save = save;
  await later(10_000);
  await closed(session);
  expect(offered(await tabs.opened(nameless()))).toEqual({ [FIELD]: 'Ainoa sana' });
});

test('all of it is to be had where a closing page made the LMS forget it', async () => {
  const lms = nameless();
  lms.wipesOnCompletion = true;
  lms.closeNow = async (snapshot) => {
    await lms.saveNow(snapshot, 'leaving');
    return { result: 'sent', revision: snapshot.revision };
  };
  const wiping = { course: { ...course, wipesOnCompletion: true } };
  const session = await tabs.opened(lms, wiping);
  write(session, 'Kirjasto');
  await later();
  session.takeDown({ [note.copy]: 'none' });
  await closed(session);
  expect(lms.launch.state).toBeUndefined();
  const again = await tabs.opened(lms, wiping);
  expect([textOf(again.store.answers, FIELD), textOf(again.strays ?? new Map(), FIELD)]).toContain('Kirjasto');
});

test('a state that each launch hands over unreadable is not offered', async () => {
  const lms = nameless();
  lms.launch = { ...lms.launch, unreadable: 'null' };
  const session = await tabs.opened(lms);
  await later();
  await closed(session);
  lms.launch = { ...lms.launch, state: undefined, unreadable: 'null' };
  expect((await tabs.opened(lms)).strays).toBeUndefined();
});

test('an LMS that says a name and no id offers its learner what she has left', async () => {
  const named = (name: string): SlowTracker => {
    const lms = nameless();
    lms.launch = { ...lms.launch, learner: { id: '', name } };
    return lms;
  };
  await tabs.leftUnsent(named('Aino'), { [FIELD]: 'Ainoa sana' });
  expect(offered(await tabs.opened(named('Onni')))).toBeUndefined();
  expect(offered(await tabs.opened(named('Aino')))).toEqual({ [FIELD]: 'Ainoa sana' });
});

test('a learner whose id looks like a tab’s is offered nothing of another', async () => {
  const named = (id: string): SlowTracker => {
    const lms = nameless('saved');
    lms.launch = { ...lms.launch, learner: { id } };
    return lms;
  };
  await tabs.leftUnsent(named('tabatha-0'), { [FIELD]: 'Ainon' });
  expect(offered(await tabs.opened(named('tabitha-0')))).toBeUndefined();
});

test('a closing page writes its copy once within a moment', async () => {
  const session = await tabs.opened(nameless());
  write(session, 'Viimeinen sana');
  await later(300);
  const writing = vi.spyOn(fresh.storage, 'setItem');
  session.lifecycle.leave();
  await later(0);
  session.lifecycle.hide();
  await later(0);
  session.lifecycle.end();
  expect(writing).toHaveBeenCalledTimes(1);
});
