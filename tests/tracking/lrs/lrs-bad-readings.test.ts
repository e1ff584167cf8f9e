/** A reading of the state that fails, or is answered as if there were none, while another browser's words are there. */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import { eachLauncher } from '../../each-habit.ts';
import type { LauncherId } from '../../../src/simulator/launchers/launcher-profiles.ts';
import { LaunchedLearner, pass } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble } from '../../launchers/launcher-double.ts';
import { isOfState, offline, SeparateBrowser } from '../../launchers/separate-browser.ts';

const FIELD = 'e.feedback.together';
const OTHER = 'b.colleague.meaning';
const words = (text: string, field = FIELD): Answers => new Map([[field, { text, at: 0 }]]);

/** Where the whole document is put each time. */
const putting: LauncherId[] = ['open-edx', 'chamilo'];
/** Where no etag, or no condition, guards what is there. */
const unguarded: LauncherId[] = ['ilias-xapi', 'ilias-cmi5', ...putting];

withLauncherClock();

async function writtenAtHome(double: LauncherDouble): Promise<void> {
  const home = await LaunchedLearner.in(double);
  await home.write(words('Kotona kirjoitettu', OTHER));
  await pass(30_000);
  expect(home.session.status.state).toBe('saved');
  await home.exit();
}

function fromHome(double: LauncherDouble): string | undefined {
  return double.held().answers.get(OTHER)?.text;
}

test.each(putting)('%s: a reading that failed does not count as one for a page that leaves', async (id) => {
  const double = new LauncherDouble(id);
  const library = new SeparateBrowser(double);
  const page = await library.open();
  await page.write(words('Kirjastossa'));
  await pass(60_000);
  await writtenAtHome(double);
  // The network of the library is away for a moment, while the page wants to read before it writes.
  library.before = offline;
  await page.write(words('Kirjastossa vielä'), 3_000);
  expect(page.session.status.state).toBe('not-saved');
  library.before = () => undefined;
  await page.closeTab();
  await pass(60_000);
  expect(fromHome(double)).toBe('Kotona kirjoitettu');
});

test.each(unguarded)('%s: a page that opened empty since one reading was answered so, and is gone at once, wipes nothing', async (id) => {
  const double = new LauncherDouble(id);
  await writtenAtHome(double);
  const library = new SeparateBrowser(double);
  let isFirst = true;
  library.after = async (method, url) => {
    if (method !== 'GET' || !isOfState(url)) return undefined;
    if (isFirst) {
      isFirst = false;
      return new Response('', { status: 404 });
    }
    // The LRS is slow just then.
    await new Promise((over) => setTimeout(over, 3_000));
    return undefined;
  };
  const page = await library.page();
  void page.session.start();
  await pass(300);
  if (page.session.phase === 'unconfirmed') void page.session.sendThere();
  for (let step = 0; step < 40 && page.session.phase !== 'open'; step++) await pass(50);
  expect(page.session.phase).toBe('open');
  expect(page.answers.get(OTHER)).toBeUndefined();
  page.session.visit('a');
  await pass(500);
  page.session.lifecycle.leave();
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  page.session.lifecycle.end();
  page.die();
  await pass(60_000);
  expect(fromHome(double)).toBe('Kotona kirjoitettu');
});

test.each(putting)('%s: one bad answer in the middle of a session wipes nothing', async (id) => {
  const double = new LauncherDouble(id);
  const library = new SeparateBrowser(double);
  const page = await library.open();
  await page.write(words('Kirjastossa'));
  await pass(60_000);
  await writtenAtHome(double);
  let isBad = true;
  library.after = (method, url) => {
    if (!isBad || method !== 'GET' || !isOfState(url)) return undefined;
    isBad = false;
    return new Response('', { status: 404 });
  };
  await page.write(words('Kirjastossa vielä'), 30_000);
  expect(isBad).toBe(false);
  expect(page.session.status.state).toBe('saved');
  await page.exit();
  expect(fromHome(double)).toBe('Kotona kirjoitettu');
});

/** So many of the next answers that hold the state end after 80 letters, and nobody is told so. */
function cutsOff(library: SeparateBrowser, times = 1): () => number {
  let cut = 0;
  library.after = async (method, url, response) => {
    if (cut === times || method !== 'GET' || !isOfState(url) || !response.ok) return undefined;
    cut += 1;
    return new Response((await response.text()).slice(0, 80), { headers: response.headers });
  };
  return () => cut;
}

describe.each(eachLauncher())('%s: a document that comes cut off', (id) => {
  test('in the middle of a session is not put over', async () => {
    const double = new LauncherDouble(id);
    const library = new SeparateBrowser(double);
    const page = await library.open();
    await page.write(words('Kirjastossa'), 60_000);
    await writtenAtHome(double);
    const cut = cutsOff(library);
    await page.write(words('Kirjastossa vielä'), 60_000);
    page.session.lifecycle.hide();
    await pass(200_000);
    page.session.lifecycle.resume();
    await page.write(words('Kirjastossa yhä'), 200_000);
    // CATAPULT has ended this session when the other began.
    if (!double.profile.endpoint.abandonsOpen) expect(page.session.status.state).toBe('saved');
    expect(cut()).toBe(double.profile.endpoint.abandonsOpen ? 0 : 1);
    await page.exit();
    expect(fromHome(double)).toBe('Kotona kirjoitettu');
  });

  test.each([500, 60_000])('at the launch is not put over where she types %i ms later', async (after) => {
    const double = new LauncherDouble(id);
    await writtenAtHome(double);
    const library = new SeparateBrowser(double);
    cutsOff(library);
    const page = await library.open();
    expect(page.session.launch?.unreadable).toBeDefined();
    await pass(after);
    await page.write(words('Kirjastossa'), 60_000);
    expect(page.session.status.state).toBe('saved');
    expect(fromHome(double)).toBe('Kotona kirjoitettu');
    expect(double.held().answers.get(FIELD)?.text).toBe('Kirjastossa');
  });

  test.each([3, 6])('in %i readings in a row from the launch on is not put over', async (times) => {
    const double = new LauncherDouble(id);
    await writtenAtHome(double);
    const library = new SeparateBrowser(double);
    const cut = cutsOff(library, times);
    const page = await library.open();
    await page.write(words('Kirjastossa'), 200_000);
    expect(cut()).toBe(times);
    expect(page.session.status.state).toBe('saved');
    expect(page.answers.get(OTHER)).toBe('Kotona kirjoitettu');
    expect(fromHome(double)).toBe('Kotona kirjoitettu');
    expect(double.held().answers.get(FIELD)?.text).toBe('Kirjastossa');
  });

  test.each(['closeTab', 'exit'] as const)('in each reading of a session that ends by %s is not put over', async (goes) => {
    const double = new LauncherDouble(id);
    await writtenAtHome(double);
    const library = new SeparateBrowser(double);
    cutsOff(library, Infinity);
    const page = await library.open();
    await page.write(words('Kirjastossa'), putting.includes(id) || double.profile.endpoint.sentOn ? 20_000 : 200_000);
    await page[goes]();
    // The button says that it could not be saved, and leaves her there.
    if (goes === 'exit') await page.closeTab();
    await pass(60_000);
    expect(fromHome(double)).toBe('Kotona kirjoitettu');
    library.after = () => undefined;
    const again = await library.open();
    await pass(60_000);
    expect(again.answers.get(OTHER)).toBe('Kotona kirjoitettu');
    expect(again.answers.get(FIELD)).toBe('Kirjastossa');
  });
});

describe.each(eachLauncher())('%s: a document that is broken where it stands', (id) => {
  test('is put over once it could not be read for a minute', async () => {
    const double = new LauncherDouble(id);
    await writtenAtHome(double);
    double.breakState();
    const page = await new SeparateBrowser(double).open();
    await page.write(words('Kirjastossa'), 40_000);
    expect(page.session.status.state).toBe('not-saved');
    await pass(160_000);
    expect(page.session.status.state).toBe('saved');
    expect(double.held().answers.get(FIELD)?.text).toBe('Kirjastossa');
    expect(page.session.kept).toHaveLength(1);
  });
});

/** An LRS that answers for so many milliseconds as if there were no document. */
function isEmptyFor(double: LauncherDouble, milliseconds: number): void {
  const until = Date.now() + milliseconds;
  double.fault = ({ method, href }) =>
    method === 'GET' && isOfState(href) && Date.now() < until ? new Response('', { status: 404 }) : undefined;
}

describe.each(unguarded)('%s: an LRS that answers empty for five seconds', (id) => {
  test.each(['closeTab', 'exit'] as const)('costs nothing where nothing is typed until %s', async (goes) => {
    for (const stays of [1_000, 4_000, 60_000]) {
      const double = new LauncherDouble(id);
      await writtenAtHome(double);
      isEmptyFor(double, 5_000);
      const library = await LaunchedLearner.in(double);
      expect(library.answers.get(OTHER)).toBeUndefined();
      library.session.visit('a');
      await pass(stays);
      if (stays > 10_000) expect(library.answers.get(OTHER)).toBe('Kotona kirjoitettu');
      await library[goes]();
      await pass(60_000);
      expect(fromHome(double)).toBe('Kotona kirjoitettu');
    }
  });

  test.each([0, 1_000, 3_000, 30_000])('costs nothing where she types %i ms after the launch', async (after) => {
    const double = new LauncherDouble(id);
    await writtenAtHome(double);
    isEmptyFor(double, 5_000);
    const library = await LaunchedLearner.in(double);
    await pass(after);
    await library.write(words('Kirjastossa'), 60_000);
    expect(library.session.status.state).toBe('saved');
    expect(fromHome(double)).toBe('Kotona kirjoitettu');
    expect(library.answers.get(OTHER)).toBe('Kotona kirjoitettu');
    expect(double.held().answers.get(FIELD)?.text).toBe('Kirjastossa');
  });

  test('costs nothing in the middle of a session', async () => {
    const double = new LauncherDouble(id);
    const library = await LaunchedLearner.in(double);
    await library.write(words('Kirjastossa'), 60_000);
    await writtenAtHome(double);
    isEmptyFor(double, 5_000);
    await library.write(words('Kirjastossa vielä'), 60_000);
    expect(library.session.status.state).toBe('saved');
    expect(fromHome(double)).toBe('Kotona kirjoitettu');
    expect(double.held().answers.get(FIELD)?.text).toBe('Kirjastossa vielä');
  });
});

test.each(unguarded)('%s: the first words of a learner who has none yet are saved within twelve seconds', async (id) => {
  const double = new LauncherDouble(id);
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Heti alussa'), 12_000);
  expect(learner.session.status.state).toBe('saved');
  expect(double.held().answers.get(FIELD)?.text).toBe('Heti alussa');
});

test.each(putting)('%s: a state that is really taken away in the middle of a session is begun anew', async (id) => {
  const double = new LauncherDouble(id);
  const page = await LaunchedLearner.in(double);
  await page.write(words('Kirjastossa'));
  await pass(60_000);
  double.forgetState();
  await page.write(words('Kirjastossa vielä'), 60_000);
  expect(page.session.status.state).toBe('saved');
  expect(double.held().answers.get(FIELD)?.text).toBe('Kirjastossa vielä');
});

test.each(putting)('%s: an LRS that fails after it said that there is nothing is not asked again and again', async (id) => {
  const double = new LauncherDouble(id);
  const page = await new SeparateBrowser(double).open();
  let asked = 0;
  double.fault = () => {
    asked += 1;
    return Promise.resolve(new Response('', { status: 503 }));
  };
  await pass(60_000);
  expect(asked).toBeGreaterThan(1);
  expect(asked).toBeLessThanOrEqual(12);
  double.fault = () => undefined;
  await page.write(words('Kirjoitettu'));
  await pass(20_000);
  expect(page.session.status.state).toBe('saved');
  expect(double.held().answers.get(FIELD)?.text).toBe('Kirjoitettu');
});
