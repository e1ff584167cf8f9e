/** The same learner in two browsers at once, or with rows taken away: what the one state document in the LRS holds afterwards. */
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../../build/read-course.ts';
import { note, textOf, type Answers } from '../../../src/course/answers.ts';
import type { Course } from '../../../src/course/course.ts';
import { eachLrs } from '../../each-habit.ts';
import { inNpmTest } from '../../fewest-with-each.ts';
import type { LauncherId } from '../../../src/simulator/launchers/launcher-profiles.ts';
import { course, LaunchedLearner, pass } from '../../launchers/launched-learner.ts';
import { licence, optional, withLauncherClock } from '../../launchers/launched-licence.ts';
import { MemoryStorage } from '../../session/memory.ts';
import { LauncherDouble, verbOf } from '../../launchers/launcher-double.ts';
import { SeparateBrowser } from '../../launchers/separate-browser.ts';
import { secondUnaware } from '../../launchers/unread-words.ts';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';

const FIELD = 'e.feedback.together';
const OTHER = 'b.colleague.meaning';
const words = (text: string, field = FIELD): Answers => new Map([[field, { text, at: 0 }]]);

const offline = () => Promise.reject(new TypeError('Failed to fetch'));

withLauncherClock();

/** An LRS whose writes overlap takes a turn of the event loop for each. */
async function passInSteps(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 250) await pass(250);
}

test('the revision never goes back, so that no browser takes for old what the LRS hands over', async () => {
  const double = new LauncherDouble('xapi');
  const first = await LaunchedLearner.in(double);
  const second = await LaunchedLearner.in(double);
  for (let round = 0; round < 10; round++) await second.write(words(`Tuosta ${round}`, OTHER), 5_000);
  await second.exit();
  for (let round = 0; round < 3; round++) await first.write(words(`Tästä ${round}`), 5_000);
  const again = await LaunchedLearner.in(double, second.browser);
  expect(again.session.phase).toBe('open');
  expect(again.answers).toEqual(
    new Map([
      [FIELD, 'Tästä 2'],
      [OTHER, 'Tuosta 9'],
    ]),
  );
});

test.each(eachLrs())('over a $id LRS a launch puts nothing over what a page saves just then that is gone soon after', async (habits) => {
  const double = new LauncherDouble('xapi', { habits });
  const there = await new SeparateBrowser(double).open();
  await there.write(words('Alku'), 0);
  await passInSteps(10_000);
  const library = new SeparateBrowser(double);
  // On a slow line.
  library.before = (method) => (method === 'GET' ? undefined : new Promise((over) => setTimeout(over, 8_000)));
  const opening = library.open();
  await passInSteps(2_000);
  await there.write(words('Toisella koneella', OTHER), 0);
  await passInSteps(5_000);
  expect(there.session.status.state).toBe('saved');
  there.die();
  await passInSteps(60_000);
  const here = await opening;
  await passInSteps(30_000);
  expect(here.session.status.state).toBe('saved');
  expect(double.held().answers.get(OTHER)?.text).toBe('Toisella koneella');
});

test.each(eachLrs())('over a $id LRS a first save that fails for a while puts nothing over what came since', async (habits) => {
  const double = new LauncherDouble('xapi', { habits });
  const before = await LaunchedLearner.in(double);
  await before.write(words('Alku'), 5_000);
  await before.write(words('Alku vielä'), 5_000);
  await before.closeTab();
  // So long that what was added then is folded in.
  await pass(900_000);
  let isDown = true;
  const fetchHere = ((address: string, init: RequestInit = {}) =>
    isDown && (init.method ?? 'GET') !== 'GET'
      ? Promise.resolve(new Response('', { status: 429 }))
      : double.fetch(address, init)) as typeof fetch;
  const here = await new LaunchedLearner(await double.launch(), double, new MemoryStorage(), { fetch: fetchHere }).start();
  await pass(10_000);
  const there = await LaunchedLearner.in(double);
  await there.write(words('Toisella koneella', OTHER), 0);
  await passInSteps(15_000);
  expect(there.session.status.state).toBe('saved');
  await there.exit();
  isDown = false;
  await here.write(words('Täällä'), 0);
  await passInSteps(40_000);
  expect(here.session.status.state).toBe('saved');
  expect(double.held().answers.get(OTHER)?.text).toBe('Toisella koneella');
});

test.each(eachLrs())('over a $id LRS two machines that save in turn keep each other’s words, though neither is closed', async (habits) => {
  const double = new LauncherDouble('xapi', { habits });
  const options = { course: { ...course, report: 'completion' } } as const;
  const first = await LaunchedLearner.in(double, new MemoryStorage(), options);
  const second = await LaunchedLearner.in(double, new MemoryStorage(), options);
  const fields = [...FINNISH_ANSWERS.keys()].filter((id) => !id.startsWith('@')).slice(0, 7);
  for (const [place, field] of fields.entries()) {
    const learner = place % 2 ? second : first;
    await learner.write(words(`Sana ${place}`, field), 0);
    // Where no condition is heeded, what the other has written is found by a look alone, and taken over.
    await passInSteps(habits.stateConditions === 'heeded' ? 5_000 : 10_000);
    expect(learner.session.status.state).toBe('saved');
    const { answers } = double.held();
    expect(fields.slice(0, place + 1).map((each) => answers.get(each)?.text)).toEqual(
      fields.slice(0, place + 1).map((_each, at) => `Sana ${at}`),
    );
  }
});

test('who writes alone has the LRS looked at ever less often, and soon again once another browser has written', async () => {
  const double = new LauncherDouble('xapi');
  const first = await LaunchedLearner.in(double);
  const second = await LaunchedLearner.in(double);
  const looks = (): number => double.traffic.filter(({ method, resource }) => method === 'GET' && resource === 'activities/state').length;
  const writes = async (what: string, rounds: number): Promise<number> => {
    const before = looks();
    for (let round = 0; round < rounds; round++) await first.write(words(`${what} ${round}`), 10_000);
    return looks() - before;
  };
  // The first one proves besides that what is added is merged.
  expect(await writes('Heti', 6)).toBeLessThanOrEqual(4);
  expect(await writes('Yhä', 60)).toBeLessThanOrEqual(7);
  await second.write(words('Toisessa selaimessa', OTHER), 5_000);
  await second.exit();
  await writes('Sitten', 12);
  expect(first.answers.get(OTHER)).toBe('Toisessa selaimessa');
  expect(await writes('Taas', 6)).toBeGreaterThanOrEqual(1);
});

test.each(eachLrs())(
  'over a $id LRS the words of two machines that save at the same moment are both there within two minutes',
  async (habits) => {
    const double = new LauncherDouble('xapi', { habits });
    const first = await LaunchedLearner.in(double);
    const second = await LaunchedLearner.in(double);
    await passInSteps(30_000);
    for (let round = 0; round < 5; round += 1) {
      first.session.store.change({ [FIELD]: `Tästä ${round}` });
      second.session.store.change({ [OTHER]: `Tuosta ${round}` });
      // As long as a page that has found nothing for a while waits at most.
      await passInSteps(125_000);
      const { answers } = double.held();
      expect([answers.get(FIELD)?.text, answers.get(OTHER)?.text]).toEqual([`Tästä ${round}`, `Tuosta ${round}`]);
    }
  },
);

const WAYS_ON = [
  { goes: 'and goes on', isFirst: true },
  { goes: 'and goes on', isFirst: false },
  { goes: 'and is closed at once', isFirst: true },
  { goes: 'and is closed at once', isFirst: false },
];
/** With each LRS a page that goes on, and one that is closed; each night its first words and later ones with each. */
const firstWords = inNpmTest(
  eachLrs().flatMap(({ id }) => WAYS_ON.map((way) => ({ id, way }))),
  ({ id, way: { goes, isFirst } }) => [`${id} ${goes}`, `${goes} ${isFirst}`],
);

describe.each(eachLrs())('over a $id LRS, on a page that was open all the while', (habits) => {
  const waysOn = firstWords.filter(({ id }) => id === habits.id).map(({ way }) => way);

  test.each(waysOn)(
    'what was saved on another machine stays when the page writes its first words: $isFirst, $goes',
    async ({ goes, isFirst }) => {
      const double = new LauncherDouble('xapi', { habits });
      const before = await LaunchedLearner.in(double);
      await before.write(words('Eilen kirjoitettu'), 0);
      await passInSteps(10_000);
      await before.exit();
      const left = await LaunchedLearner.in(double);
      if (!isFirst) await left.write(words('Aamulla kirjoitettu'), 0);
      await passInSteps(130_000);
      const other = await LaunchedLearner.in(double);
      await other.write(words('Toisella koneella', OTHER), 0);
      await passInSteps(5_000);
      await other.exit();
      await left.write(words('Avoinna olleella sivulla'), 0);
      if (goes === 'and goes on') await passInSteps(10_000);
      else await left.closeTab();
      const { answers } = double.held();
      expect([answers.get(FIELD)?.text, answers.get(OTHER)?.text]).toEqual(['Avoinna olleella sivulla', 'Toisella koneella']);
    },
  );

  test('what was saved on another machine stays when the page takes a row away', async () => {
    const double = new LauncherDouble('xapi', { habits });
    const left = await LaunchedLearner.in(double);
    await left.write(new Map([...words('1', 'c.ideas.ideas.k1'), ...words('Poistettava ajatus', 'c.ideas.ideas.k1.what')]), 0);
    await passInSteps(130_000);
    const other = await LaunchedLearner.in(double);
    await other.write(words('Toisella koneella', OTHER), 0);
    await passInSteps(5_000);
    await other.exit();
    await left.write(words('', 'c.ideas.ideas.k1'), 0);
    await passInSteps(10_000);
    expect(double.held().answers.get(OTHER)?.text).toBe('Toisella koneella');
    expect(JSON.stringify(double.state())).not.toContain('Poistettava ajatus');
  });

  test('what is told as saved is in the document that a later launch gets', async () => {
    const double = new LauncherDouble('xapi', { habits });
    const learner = await LaunchedLearner.in(double);
    for (const round of [0, 1, 2]) {
      await learner.write(words(`Sanat ${String(round)}`), 0);
      await passInSteps(5_000);
      expect(learner.session.status.state).toBe('saved');
      expect(double.held().answers.get(FIELD)?.text).toBe(`Sanat ${String(round)}`);
    }
    await learner.exit();
    expect((await LaunchedLearner.in(double)).answers.get(FIELD)).toBe('Sanat 2');
  });
});

test('what was written in a row that is removed leaves the LRS', async () => {
  const double = new LauncherDouble('xapi');
  const learner = await LaunchedLearner.in(double);
  await learner.write(new Map([...words('1', 'c.ideas.ideas.k1'), ...words('Poistettava ajatus', 'c.ideas.ideas.k1.what')]));
  await pass(5_000);
  expect(JSON.stringify(double.state())).toContain('Poistettava ajatus');
  const again = await LaunchedLearner.in(double);
  await again.write(words('', 'c.ideas.ideas.k1'));
  await pass(5_000);
  expect(JSON.stringify(double.state())).not.toContain('Poistettava ajatus');
});

test.each([true, false])(
  'of a text that was changed in two browsers the learner gets both, whichever was written last (%s)',
  async (here) => {
    const double = new LauncherDouble('xapi');
    const first = await LaunchedLearner.in(double);
    await first.write(words('Yhteinen alku'));
    await pass(5_000);
    const second = await LaunchedLearner.in(double);
    if (!here) await first.write(words('Tässä selaimessa'), 100);
    await second.write(words('Toisessa selaimessa'));
    await second.exit();
    if (here) await first.write(words('Tässä selaimessa'));
    await pass(30_000);
    const [current, other] = here ? ['Tässä selaimessa', 'Toisessa selaimessa'] : ['Toisessa selaimessa', 'Tässä selaimessa'];
    expect(first.session.conflicts).toMatchObject([{ field: FIELD, current: { text: current }, other: { text: other } }]);
    expect(first.answers.get(FIELD)).toBe(current);
    expect((await LaunchedLearner.in(double)).answers.get(FIELD)).toBe(current);
  },
);

test.each(['rustici', 'mod-cmi5', 'ilias-xapi', 'ilias-cmi5', 'open-edx', 'chamilo'] as const)(
  '%s: a page that is hidden or closed while she types writes nothing over what she has saved in another browser',
  async (id) => {
    for (const goes of ['hide', 'exit', 'closeTab'] as const) {
      const double = new LauncherDouble(id);
      const library = await LaunchedLearner.in(double);
      await library.write(words('Kirjastossa'));
      await pass(60_000);
      const home = await LaunchedLearner.in(double);
      await home.write(words('Kotona kirjoitettu', OTHER));
      await pass(30_000);
      expect(home.session.status.state).toBe('saved');
      await home.exit();
      await library.write(words('Kirjastossa vielä'), 300);
      if (goes === 'hide') library.session.lifecycle.hide();
      else await library[goes]();
      await pass(60_000);
      expect((await LaunchedLearner.in(double, home.browser)).answers.get(OTHER)).toBe('Kotona kirjoitettu');
      expect((await LaunchedLearner.in(double, library.browser)).answers.get(FIELD)).toBe('Kirjastossa vielä');
    }
  },
);

test('open-edx: a page that is closed a moment after a save sends the whole document at once', async () => {
  const double = new LauncherDouble('open-edx');
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Ensin'), 15_000);
  await learner.write(words('Lopuksi'), 300);
  double.deaf = true;
  await learner.closeTab();
  expect(double.held().answers.get(FIELD)?.text).toBe('Lopuksi');
});

test('what another browser wrote is shown where nothing else was written, and is not written over', async () => {
  const double = new LauncherDouble('xapi');
  const first = await LaunchedLearner.in(double);
  const second = await LaunchedLearner.in(double);
  await second.write(words('Tuosta', OTHER));
  await second.exit();
  await first.write(words('Tästä'));
  await pass(5_000);
  expect(first.answers.get(OTHER)).toBe('Tuosta');
  expect(first.session.conflicts).toEqual([]);
});

test('what another browser has completed is complete here too, and progressed is not said any more', async () => {
  const double = new LauncherDouble('xapi');
  const first = await LaunchedLearner.in(double);
  await first.write(words('Tästä'));
  await pass(5_000);
  const second = await LaunchedLearner.in(double);
  await second.write(new Map([...FINNISH_ANSWERS].filter(([id]) => !id.startsWith('@'))), 50);
  await second.exit();
  await first.write(words('Tästä vielä'));
  await pass(5_000);
  expect(first.session.progress.complete).toBe(true);
  const before = double.verbs().length;
  await first.write(words('Ja vielä', OTHER));
  await pass(30_000);
  expect(new Set(double.verbs().slice(before))).toEqual(new Set(['answered']));
  expect(double.verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
});

test.each(['xapi', 'ilias-xapi', 'cmi5', 'rustici', 'open-edx'] as const)(
  '%s: a page that is behind says no progressed after another browser’s completed, which would lower ILIAS’s grade',
  async (id) => {
    const double = new LauncherDouble(id);
    const first = await LaunchedLearner.in(double);
    await pass(30_000);
    const second = await LaunchedLearner.in(double);
    await second.write(new Map([...FINNISH_ANSWERS].filter(([field]) => !field.startsWith('@'))), 50);
    await pass(30_000);
    expect(double.verbs()).toContain('completed');
    await first.write(words('Yksi vastaus'), 10);
    expect(first.session.progress.share).toBeGreaterThan(0);
    expect(first.session.progress.complete).toBe(false);
    await pass(30_000);
    const verbs = double.sent().map(verbOf);
    expect(first.session.progress.complete).toBe(true);
    expect(verbs.slice(verbs.indexOf('completed'))).not.toContain('progressed');
    expect(double.registration()?.standing).toEqual({ completed: true, grade: 100 });
  },
);

describe('progressed of a page that is behind another browser', () => {
  const few = [...optional].slice(-4);
  const many = [...optional].slice(0, -4);
  const percents = (double: LauncherDouble): unknown[] =>
    double
      .statements()
      .filter((one) => verbOf(one) === 'progressed')
      .map(({ result }) => Object.values(result?.['extensions'] ?? {})[0]);

  /** The first browser is open, and the second has done much of the course since. */
  async function behind(id: LauncherId): Promise<{ double: LauncherDouble; first: LaunchedLearner; done: number }> {
    const double = new LauncherDouble(id);
    const first = await LaunchedLearner.in(double);
    await pass(30_000);
    const second = await LaunchedLearner.in(double);
    await second.write(new Map(many), 50);
    await pass(60_000);
    await second.exit();
    const done = Math.round(second.session.progress.share * 100);
    expect(percents(double).at(-1)).toBe(done);
    return { double, first, done };
  }

  test.each(['xapi', 'cmi5', 'ilias-xapi', 'ilias-cmi5', 'rustici', 'open-edx'] as LauncherId[])(
    '%s: is not said in a save',
    async (id) => {
      const { double, first, done } = await behind(id);
      await first.write(new Map(few), 1_000);
      expect(first.session.progress.share * 100).toBeLessThan(done);
      await pass(90_000);
      expect(percents(double)).toEqual([...percents(double)].sort((one, other) => Number(one) - Number(other)));
      expect(percents(double).at(-1)).toBe(Math.round(first.session.progress.share * 100));
      expect(first.session.progress.share * 100).toBeGreaterThanOrEqual(done);
    },
  );

  test.each(['ilias-xapi', 'ilias-cmi5'] as LauncherId[])('%s: is not said by one that leaves, and lowers no grade', async (id) => {
    for (const goes of ['closeTab', 'hide'] as const) {
      const { double, first, done } = await behind(id);
      await first.write(new Map(few), 500);
      if (goes === 'hide') first.session.lifecycle.hide();
      else await first.closeTab();
      await pass(60_000);
      expect(double.registration()?.standing.grade).toBeGreaterThanOrEqual(done);
    }
  });
});

test('what is shown and said to be saved is what the LRS holds, where two browsers wrote in the same second', async () => {
  const double = new LauncherDouble('xapi');
  const first = await LaunchedLearner.in(double);
  const second = await LaunchedLearner.in(double);
  await pass(2_000 - (Date.now() % 1000) + 50);
  await first.write(words('Pitkä ja harkittu vastaus'), 300);
  await second.write(words('Lyhyt'), 300);
  await pass(60_000);
  await first.write(words('x', OTHER));
  await second.write(words('y', 'b.colleague.colleague'));
  await pass(60_000);
  expect(first.session.status.state).toBe('saved');
  const shown = first.answers.get(FIELD);
  expect(shown).toBe('Pitkä ja harkittu vastaus');
  for (const conflict of first.session.conflicts) first.session.resolve(conflict, 'current');
  await pass(30_000);
  expect(first.session.status.state).toBe('saved');
  expect(double.held().answers.get(FIELD)?.text).toBe(shown);
  await first.exit();
  await second.closeTab();
  expect((await LaunchedLearner.in(double, first.browser)).answers.get(FIELD)).toBe(shown);
});

test('the day on which a class was earned stays the first one', async () => {
  const double = new LauncherDouble('xapi');
  const browser = new MemoryStorage();
  const first = await LaunchedLearner.in(double, browser);
  await pass(5_000);
  double.fault = offline;
  await first.write(licence, 100);
  const days = () => new Map([...first.session.store.answers].filter(([id]) => id.startsWith('@earned') || id === note.completed));
  const monday = new Map([...days()].map(([id, { text }]) => [id, text]));
  expect(monday.size).toBeGreaterThan(1);
  await first.closeTab();
  double.fault = () => undefined;
  await pass(86_400_000);
  const second = await LaunchedLearner.in(double);
  await second.write(licence, 100);
  await pass(30_000);
  await second.exit();
  await pass(86_400_000);
  const again = await LaunchedLearner.in(double, browser);
  await pass(30_000);
  expect(again.session.status.state).toBe('saved');
  for (const [id, day] of monday) expect(textOf(again.session.store.answers, id)).toBe(day);
  await again.exit();
  const held = double.held().answers;
  const third = await LaunchedLearner.in(double, browser);
  for (const [id, day] of monday) {
    expect(textOf(third.session.store.answers, id)).toBe(day);
    expect(held.get(id)?.text).toBe(day);
  }
});

test('words that she typed in a row after it was removed in another browser are not gone', async () => {
  const double = new LauncherDouble('xapi');
  const first = await LaunchedLearner.in(double);
  await first.write(new Map([...words('1', 'c.ideas.ideas.k1'), ...words('Alku', 'c.ideas.ideas.k1.what')]));
  await pass(30_000);
  const second = await LaunchedLearner.in(double);
  await first.write(words('', 'c.ideas.ideas.k1'));
  await pass(30_000);
  await second.write(words('Alku ja paljon lisää', 'c.ideas.ideas.k1.what'));
  await pass(60_000);
  await second.exit();
  const third = await LaunchedLearner.in(double, second.browser);
  const all = JSON.stringify([...third.answers, third.session.conflicts]);
  expect(all).toContain('paljon lisää');
});

test('saved words of one browser are not replaced unseen by those of a page that did not know them and leaves', async () => {
  const { first, second } = await secondUnaware('xapi');
  await second.write(words('Toisen koneen ajatus'), 500);
  await second.closeTab();
  await first.write(words('x', OTHER));
  await pass(60_000);
  expect(first.answers.get(FIELD)).toBe('Toisen koneen ajatus');
  expect(first.session.conflicts.map(({ other }) => other.text)).toEqual(['Ensimmäisen koneen ajatus']);
});

describe('a page of an older package, open beside one of now', () => {
  async function both(): Promise<{ double: LauncherDouble; older: LaunchedLearner; newer: LaunchedLearner; now: Course }> {
    const [old, now] = await Promise.all([versionOf('v1'), versionOf('v3')]);
    const double = new LauncherDouble('xapi');
    const older = await LaunchedLearner.in(double, new MemoryStorage(), { course: old });
    return { double, older, newer: await LaunchedLearner.in(double, new MemoryStorage(), { course: now }), now };
  }

  test('writes what is shown there under the ids of now', async () => {
    const { older, newer } = await both();
    await older.write(words('Kirjastossa kirjoitettu', 'a.thoughts.first'), 30_000);
    await newer.write(words('x', 'b.channels.desk.skill_note'), 30_000);
    expect(newer.answers.get('a.start.opening')).toBe('Kirjastossa kirjoitettu');
    expect(newer.session.conflicts).toEqual([]);
  });

  test('and knows nothing of the text under the id of now: where it writes a later one, the learner gets both', async () => {
    const { double, older, newer, now } = await both();
    await newer.write(words('Kotona kirjoitettu', 'a.start.opening'), 30_000);
    // No page that is open has looked since.
    await older.write(words('Kirjastossa kirjoitettu', 'a.thoughts.first'), 5_000);
    const other = [{ field: 'a.start.opening', current: { text: 'Kirjastossa kirjoitettu' }, other: { text: 'Kotona kirjoitettu' } }];
    const third = await LaunchedLearner.in(double, new MemoryStorage(), { course: now });
    expect(third.session.conflicts).toMatchObject(other);
    await newer.write(words('x', 'b.channels.desk.skill_note'), 30_000);
    expect(newer.session.conflicts).toMatchObject(other);
    await Promise.all([newer.exit(), older.exit()]);
    const again = await LaunchedLearner.in(double, newer.browser, { course: now });
    expect(again.answers.get('a.start.opening')).toBe('Kirjastossa kirjoitettu');
    expect(again.session.conflicts).toMatchObject(other);
    for (const conflict of again.session.conflicts) again.session.resolve(conflict, 'current');
    await again.exit();
    expect((await LaunchedLearner.in(double, newer.browser, { course: now })).session.conflicts).toEqual([]);
  });
});

function versionOf(name: string): Promise<Course> {
  return readCourse(`tests/fixtures/three-versions/${name}`);
}

describe('over an LRS that keeps one of two writes at once, though it acknowledges both', () => {
  /** Another page's write, which read the document before this one's came and arrived behind it. */
  async function overtaken(double: LauncherDouble, write: () => Promise<void>): Promise<void> {
    const before = double.state();
    await write();
    double.putState({ format: 'aspa-ajokortti', version: 1, ...before, 'k3x9zz-0/revision': 1 });
  }

  test('the next words bring a text back that was acknowledged and is gone, though the page crashes behind them', async () => {
    const double = new LauncherDouble('cmi5');
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Alku'), 20_000);
    await overtaken(double, () => learner.write(words('Kuitattu'), 5_000));
    expect(learner.session.status.state).toBe('saved');
    await learner.write(words('Seuraava', OTHER), 4_000);
    expect(double.held().answers.get(FIELD)?.text).toBe('Kuitattu');
  });

  test('a page whose first addition is gone goes on to add, and puts no document over what others save', async () => {
    const double = new LauncherDouble('ilias-xapi');
    let isFirst = true;
    double.fault = (traffic) => {
      if (traffic.resource !== 'activities/state' || traffic.method !== 'POST' || !isFirst) return undefined;
      isFirst = false;
      return overtaken(double, async () => void (await double.answer(traffic))).then(() => new Response(null, { status: 204 }));
    };
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Tästä'), 20_000);
    expect(isFirst).toBe(false);
    expect(double.held().answers.get(FIELD)?.text).toBe('Tästä');
    const puts = double.traffic.filter(({ method, resource }) => method === 'PUT' && resource === 'activities/state');
    expect(puts).toEqual([]);
  });
});
