/** What becomes of words without a name that a learner takes as her own. */
import { expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { course } from './fixture-course.ts';
import { FIELD, freshSurroundings, SlowTracker, write } from './fresh-session.ts';
import { within } from './memory.ts';
import { accepts, closed, later, nameless, offered, refuses, storedIn, Tabs } from './nameless-lms.ts';

const fresh = freshSurroundings();
const tabs = new Tabs(fresh);
const OTHER = 'b.colleague.meaning';
const THIRD = 'a.thoughts.secret';

async function wroteWithoutLms(): Promise<void> {
  const without = new SlowTracker();
  without.failure = new Error('no LMS');
  const first = await tabs.opened(without);
  await within(0, first.goOnWithoutLms());
  write(first, 'Ilman alustaa');
  await later(3_000);
  await closed(first);
}

test('they are saved by themselves', async () => {
  await tabs.leftUnsent(nameless(), { [FIELD]: 'Ainoa sana' });
  const lms = nameless();
  const onni = await tabs.opened(lms);
  await later(60_000);
  const before = lms.saves.length;
  await within(3_000, onni.takeStrays());
  await later(20_000);
  expect(lms.saves.length).toBeGreaterThan(before);
  expect(storedIn(lms, FIELD)).toBe('Ainoa sana');
});

test('of two tabs that left different words in one field both are to be had', async () => {
  await tabs.leftUnsent(nameless(), { [FIELD]: 'Ainon sana' });
  await tabs.leftUnsent(nameless(), { [FIELD]: 'Bertan sana' });
  const lms = nameless();
  const third = await tabs.opened(lms);
  await within(3_000, third.takeStrays());
  const seen = [...third.conflicts.map(({ other }) => other.text), third.store.answers.get(FIELD)?.text];
  await later();
  await closed(third);
  // Or at a later launch.
  const fourth = await tabs.opened(nameless());
  seen.push(...(fourth.strays ? [textOf(fourth.strays, FIELD)] : []));
  expect(seen).toContain('Bertan sana');
  expect(seen).toContain('Ainon sana');
});

test('so are those of a tab and what was written without an LMS', async () => {
  await wroteWithoutLms();
  await tabs.leftUnsent(nameless(), { [FIELD]: 'Bertan sana' });
  const third = await tabs.opened(nameless());
  await within(3_000, third.takeStrays());
  const seen = [...third.conflicts.map(({ other }) => other.text), third.store.answers.get(FIELD)?.text];
  await later();
  await closed(third);
  const fourth = await tabs.opened(nameless());
  seen.push(...(fourth.strays ? [textOf(fourth.strays, FIELD)] : []));
  expect(seen).toContain('Bertan sana');
  expect(seen).toContain('Ilman alustaa');
});

test('a field that its writer has emptied does not make her other words the taker’s', async () => {
  const aino = nameless();
  const session = await tabs.opened(aino);
  write(session, 'Ainon oma', OTHER);
  write(session, 'Poistuva', THIRD);
  await later();
  refuses(aino);
  write(session, 'Ainon lähettämättä');
  write(session, '', THIRD);
  await later(500);
  await closed(session);
  const lms = nameless();
  const onni = await tabs.opened(lms);
  await within(0, onni.takeStrays());
  await later();
  await closed(onni);
  const again = await tabs.opened(lms);
  await later();
  expect([textOf(again.store.answers, OTHER), storedIn(lms, OTHER)]).toEqual(['', '']);
});

test('nor does a row that she has removed', async () => {
  const aino = nameless();
  const session = await tabs.opened(aino);
  write(session, 'Ainon oma', OTHER);
  write(session, '1', 'b.ideas.ideas.k001');
  write(session, 'Rivi', 'b.ideas.ideas.k001.what');
  await later();
  refuses(aino);
  write(session, 'Ainon lähettämättä');
  write(session, '', 'b.ideas.ideas.k001');
  await later(500);
  await closed(session);
  const lms = nameless();
  const onni = await tabs.opened(lms);
  await within(0, onni.takeStrays());
  await later();
  await closed(onni);
  const again = await tabs.opened(lms);
  await later();
  expect([textOf(again.store.answers, OTHER), storedIn(lms, OTHER)]).toEqual(['', '']);
});

test('a conflict that is left unsettled is there again, though nothing could be sent', async () => {
  await tabs.leftUnsent(nameless(), { [FIELD]: 'Ainon sana' });
  const lms = nameless();
  const onni = await tabs.opened(lms);
  refuses(lms);
  write(onni, 'Onnin sana');
  await later(2_000);
  await within(3_000, onni.takeStrays());
  expect(onni.conflicts).toHaveLength(1);
  await later(3_000);
  await closed(onni);
  const again = await tabs.opened(nameless());
  await within(3_000, again.takeStrays());
  const seen = [textOf(again.store.answers, FIELD), ...again.conflicts.map(({ other }) => other.text)];
  expect(seen.sort()).toEqual(['Ainon sana', 'Onnin sana']);
});

test('a conflict stays until it is settled, and not longer', async () => {
  await tabs.leftUnsent(nameless(), { [FIELD]: 'Ainon sana' });
  const lms = nameless();
  const onni = await tabs.opened(lms);
  write(onni, 'Onnin sana');
  await later();
  await within(3_000, onni.takeStrays());
  await later();
  await closed(onni);
  const seen: number[] = [];
  for (const launch of [1, 2, 3, 4]) {
    const again = await tabs.opened(lms);
    await later(1_000);
    await within(3_000, again.takeStrays());
    seen.push(again.conflicts.length);
    const [conflict] = again.conflicts;
    if (launch === 2 && conflict) again.resolve(conflict, 'other');
    await later();
    if (launch > 2) expect(textOf(again.store.answers, FIELD)).toBe('Ainon sana');
    await closed(again);
  }
  expect(seen).toEqual([1, 1, 0, 0]);
});

/** Taken in a release that has renamed something, written on in, and sent. */
async function isNotOfferedAgain(moved: typeof course.moved, shown: string): Promise<void> {
  const renamed = { course: { ...course, moved } };
  const lms = nameless();
  const onni = await tabs.opened(lms, renamed);
  await within(3_000, onni.takeStrays());
  expect(textOf(onni.store.answers, FIELD)).toBe(shown);
  write(onni, 'muu');
  await later();
  await closed(onni);
  expect((await tabs.opened(lms, renamed)).strays).toBeUndefined();
}

test('with a renamed option they are not offered again', async () => {
  await tabs.leftUnsent(nameless(), { [FIELD]: 'vanha' });
  await isNotOfferedAgain({ fields: {}, options: { [FIELD]: { vanha: 'uusi' } } }, 'uusi');
});

test('under two names of a field they are not offered again', async () => {
  const old = 'a.thoughts.old';
  await tabs.leftUnsent(nameless(), { [FIELD]: 'Myöhempi' });
  const name = [...fresh.storage.entries.keys()].find((key) => key.startsWith('aspa:')) ?? '';
  const record = JSON.parse(fresh.storage.entries.get(name) ?? '');
  const { at } = record.stored.answers[FIELD];
  record.stored.answers[old] = { text: 'Aiempi', at: at - 5_000 };
  fresh.storage.entries.set(name, JSON.stringify(record));
  await isNotOfferedAgain({ fields: { [old]: FIELD }, options: {} }, 'Myöhempi');
});

test('under an older id they are not offered again', async () => {
  const old = 'a.thoughts.old';
  await tabs.leftUnsent(nameless(), { [old]: 'Ainon sana' });
  await isNotOfferedAgain({ fields: { [old]: FIELD }, options: {} }, 'Ainon sana');
});

test('where local storage is full for them, the tab that left them offers them still', async () => {
  await tabs.leftUnsent(nameless(), { [FIELD]: 'Ainoa sana' });
  const lms = nameless();
  refuses(lms);
  const size = [...fresh.storage.entries.values()].join('').length;
  fresh.storage.room = size + 150;
  const onni = await tabs.opened(lms);
  await within(3_000, onni.takeStrays());
  await later(3_000);
  await closed(onni);
  fresh.storage.room = Infinity;
  const again = await tabs.opened(nameless());
  expect(textOf(again.strays ?? new Map(), FIELD)).toBe('Ainoa sana');
});

test('they are offered once where no database works', async () => {
  fresh.storage.database.habits.opens = 'fails';
  await tabs.leftUnsent(nameless(), { [FIELD]: 'Vanha' });
  const lms = nameless();
  const seen: unknown[] = [];
  for (const launch of [1, 2, 3]) {
    const again = await tabs.opened(lms);
    await later(10_000);
    seen.push(again.strays !== undefined);
    await within(3_000, again.takeStrays());
    for (const conflict of again.conflicts) again.resolve(conflict, 'current');
    write(again, `Uusi ${String(launch)}`);
    await later();
    await closed(again);
  }
  expect(seen).toEqual([true, false, false]);
});

test('where the LMS refuses all, they are to be had at the next launch', async () => {
  await tabs.leftUnsent(nameless(), { [FIELD]: 'Ainoa sana' });
  const lms = nameless();
  const onni = await tabs.opened(lms);
  refuses(lms);
  await within(3_000, onni.takeStrays());
  await later();
  await closed(onni);
  accepts(lms);
  const again = await tabs.opened(lms);
  expect([textOf(again.store.answers, FIELD), textOf(again.strays ?? new Map(), FIELD)]).toContain('Ainoa sana');
});

test('words of a clock that was ahead get a time of now', async () => {
  vi.setSystemTime(Date.parse('2026-11-27T08:00:00Z'));
  await tabs.leftUnsent(nameless(), { [FIELD]: 'Ainon sana' });
  vi.setSystemTime(Date.parse('2026-11-25T09:00:00Z'));
  const lms = nameless();
  const onni = await tabs.opened(lms);
  write(onni, 'Onnin sana');
  await later();
  await within(3_000, onni.takeStrays());
  expect([textOf(onni.store.answers, FIELD), onni.conflicts.map(({ other }) => other.text)]).toEqual(['Ainon sana', ['Onnin sana']]);
  await later();
  write(onni, 'Onnin toinen');
  await later();
  expect(storedIn(lms, FIELD)).toBe('Onnin toinen');
  await closed(onni);
  const again = await tabs.opened(lms);
  expect([textOf(again.store.answers, FIELD), again.strays]).toEqual(['Onnin toinen', undefined]);
});

test('whole rows and nodes are shown and saved, and a row that is removed afterwards stays so', async () => {
  await tabs.leftUnsent(nameless(), {
    'b.ideas.ideas.k001': '1',
    'b.ideas.ideas.k001.what': 'Idea',
    'b.map.map.n001': 'partners 1',
    'b.map.map.n001.text': 'Koulu',
  });
  const lms = nameless();
  const onni = await tabs.opened(lms);
  write(onni, '1', 'b.ideas.ideas.k002');
  write(onni, 'Oma', 'b.ideas.ideas.k002.what');
  await within(3_000, onni.takeStrays());
  await later();
  const saved = lms.last?.answers ?? new Map();
  expect(
    ['b.ideas.ideas.k001', 'b.ideas.ideas.k001.what', 'b.map.map.n001', 'b.map.map.n001.text', 'b.ideas.ideas.k002.what'].map((id) =>
      textOf(saved, id),
    ),
  ).toEqual(['1', 'Idea', 'partners 1', 'Koulu', 'Oma']);
  expect(onni.conflicts).toEqual([]);
  write(onni, '', 'b.ideas.ideas.k001');
  await later();
  await closed(onni);
  const again = await tabs.opened(lms);
  expect([textOf(again.store.answers, 'b.ideas.ideas.k001'), again.strays]).toEqual(['', undefined]);
});

test('a conflict with what was written without an LMS stays until it is settled', async () => {
  const without = new SlowTracker();
  without.failure = new Error('no LMS');
  const first = await tabs.opened(without);
  await within(0, first.goOnWithoutLms());
  write(first, 'Ilman alustaa');
  write(first, '1', 'b.ideas.ideas.k001');
  write(first, 'Idea', 'b.ideas.ideas.k001.what');
  await later(3_000);
  await closed(first);
  const lms = new SlowTracker();
  lms.launch = {
    ...lms.launch,
    learner: { id: 'aino' },
    state: { answers: new Map([[FIELD, { text: 'Alustalta', at: Date.now() - 60_000 }]]), revision: 3 },
  };
  const seen: unknown[] = [];
  for (const launch of [1, 2, 3, 4]) {
    const session = await tabs.opened(lms);
    await within(3_000, session.takeStrays());
    seen.push([session.conflicts.length, session.strays]);
    if (launch === 1) write(session, '', 'b.ideas.ideas.k001');
    if (launch === 3) for (const conflict of session.conflicts) session.resolve(conflict, 'other');
    await later();
    await closed(session);
  }
  expect(seen).toEqual([
    [1, undefined],
    [1, undefined],
    [1, undefined],
    [0, undefined],
  ]);
  expect([storedIn(lms, FIELD), textOf(lms.last?.answers ?? new Map(), 'b.ideas.ideas.k001')]).toEqual(['Alustalta', '']);
});

test('where local storage takes nothing, the next tab is offered them still', async () => {
  await wroteWithoutLms();
  const lms = nameless();
  refuses(lms);
  fresh.storage.full = true;
  const onni = await tabs.opened(lms);
  await within(3_000, onni.takeStrays());
  await later(3_000);
  await closed(onni);
  fresh.storage.full = false;
  expect(offered(await tabs.opened(nameless()))).toEqual({ [FIELD]: 'Ilman alustaa' });
});

test.each([14_000, 15_000])('taken after %i ms, while a slow database brings more, nothing is removed that was not taken', async (wait) => {
  await tabs.leftUnsent(nameless(), { [OTHER]: 'Bertan sana' }, { tabId: 'tab-1' });
  for (const name of [...fresh.storage.entries.keys()]) fresh.storage.entries.delete(name);
  await tabs.leftUnsent(nameless(), { [FIELD]: 'Ainon sana' }, { tabId: 'tab-2' });
  fresh.storage.database.habits.takes = 6_000;
  const opening = tabs.opened(nameless(), { tabId: 'tab-1' });
  await later(wait);
  const onni = await opening;
  const taking = onni.takeStrays();
  await later(60_000);
  await taking;
  await closed(onni);
  fresh.storage.database.habits.takes = 0;
  const again = await tabs.opened(nameless());
  await later(5_000);
  expect([textOf(onni.store.answers, OTHER), textOf(again.strays ?? new Map(), OTHER)]).toContain('Bertan sana');
});
