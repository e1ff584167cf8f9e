/** A row of a list is removed in one browser while another writes in it. */
import { expect, test } from 'vitest';
import type { LauncherId } from '../../../src/simulator/launchers/launcher-profiles.ts';
import { LaunchedLearner, pass } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble } from '../../launchers/launcher-double.ts';

const ROW = 'c.ideas.ideas.aaaa';
const LAUNCHERS: LauncherId[] = ['xapi', 'mod-cmi5', 'ilias-cmi5', 'open-edx', 'chamilo'];

withLauncherClock();

/** The course in one browser, where another has written a row. */
async function withRow(double: LauncherDouble): Promise<LaunchedLearner> {
  const first = await LaunchedLearner.in(double);
  first.session.store.change({ [ROW]: '1', [`${ROW}.what`]: 'Alku' });
  await pass(20_000);
  await first.exit();
  const here = await LaunchedLearner.in(double);
  await pass(20_000);
  return here;
}

async function writtenElsewhere(double: LauncherDouble): Promise<LaunchedLearner> {
  const there = await LaunchedLearner.in(double);
  there.session.store.change({ [`${ROW}.what`]: 'Pitkä ajatus toisella koneella' });
  await pass(20_000);
  return there;
}

test.each(LAUNCHERS)('%s: words that came before the removal, and were not read by whoever removed it, put it back', async (id) => {
  const double = new LauncherDouble(id);
  const here = await withRow(double);
  await (await writtenElsewhere(double)).exit();
  here.session.store.change({ [ROW]: '' });
  await pass(60_000);
  expect(here.answers.get(ROW)).not.toBe('');
  await here.exit();
  const next = await LaunchedLearner.in(double);
  expect(next.answers.get(ROW)).not.toBe('');
  expect(next.answers.get(`${ROW}.what`)).toBe('Pitkä ajatus toisella koneella');
});

test.each(LAUNCHERS)('%s: where they were read, it stays removed in both', async (id) => {
  const double = new LauncherDouble(id);
  const here = await withRow(double);
  const there = await writtenElsewhere(double);
  here.session.lifecycle.hide();
  await pass(20_000);
  here.session.lifecycle.resume();
  await pass(20_000);
  here.session.store.change({ 'e.feedback.together': 'x' });
  await pass(20_000);
  expect(here.answers.get(`${ROW}.what`)).toBe('Pitkä ajatus toisella koneella');
  here.session.store.change({ [ROW]: '' });
  await pass(60_000);
  there.session.store.change({ 'b.colleague.meaning': 'y' });
  await pass(60_000);
  await here.exit();
  await there.exit();
  expect([here.answers.get(ROW), there.answers.get(ROW)]).toEqual(['', '']);
  const next = await LaunchedLearner.in(double);
  expect(next.answers.get(ROW)).toBe('');
});

test.each(LAUNCHERS)('%s: closed before it had read them, the next launch shows them', async (id) => {
  const double = new LauncherDouble(id);
  const here = await withRow(double);
  await (await writtenElsewhere(double)).exit();
  here.session.store.change({ [ROW]: '' });
  await here.closeTab();
  await pass(5_000);
  const next = await LaunchedLearner.in(double);
  expect(next.answers.get(`${ROW}.what`)).toBe('Pitkä ajatus toisella koneella');
  expect(next.answers.get(ROW)).not.toBe('');
  await pass(20_000);
  await next.exit();
  const later = await LaunchedLearner.in(double);
  expect([later.answers.get(ROW) === '', later.answers.get(`${ROW}.what`)]).toEqual([false, 'Pitkä ajatus toisella koneella']);
});

test.each(LAUNCHERS)('%s: nor does a page that is open elsewhere fold them away', async (id) => {
  const double = new LauncherDouble(id);
  const here = await withRow(double);
  const there = await writtenElsewhere(double);
  here.session.store.change({ [ROW]: '' });
  await here.closeTab();
  await pass(5_000);
  there.session.store.change({ 'b.colleague.meaning': 'y' });
  await pass(60_000);
  await there.exit();
  const next = await LaunchedLearner.in(double);
  expect([next.answers.get(ROW) === '', next.answers.get(`${ROW}.what`)]).toEqual([false, 'Pitkä ajatus toisella koneella']);
});

test.each(LAUNCHERS)('%s: whoever wrote and removed it has read it, and a page that shows it still does not put it back', async (id) => {
  const double = new LauncherDouble(id);
  const there = await LaunchedLearner.in(double);
  const here = await LaunchedLearner.in(double);
  here.session.store.change({ [ROW]: '1', [`${ROW}.what`]: 'Alku' });
  await pass(20_000);
  there.session.store.change({ 'e.feedback.together': 'x' });
  await pass(40_000);
  expect(there.answers.get(`${ROW}.what`)).toBe('Alku');
  here.session.store.change({ [ROW]: '' });
  await pass(40_000);
  there.session.store.change({ 'e.feedback.together': 'xy' });
  await pass(60_000);
  await here.closeTab();
  await there.exit();
  const next = await LaunchedLearner.in(double);
  expect([here.answers.get(ROW), there.answers.get(ROW), next.answers.get(ROW)]).toEqual(['', '', '']);
});

test('where the LRS takes no whole document of that size any more, a removed row and all words after it are added', async () => {
  const double = new LauncherDouble('xapi');
  const here = await withRow(double);
  const long: [string, string][] = ['b.colleague.meaning', 'b.channels.help', 'b.colleague.talk'].map((id) => [
    id,
    'Pitkästi. '.repeat(1_000),
  ]);
  for (const [id, text] of long) {
    here.session.store.change({ [id]: text });
    await pass(5_000);
  }
  double.fault = ({ body }) => (body.length > 20_000 ? new Response('', { status: 413 }) : undefined);
  here.session.store.change({ [ROW]: '' });
  await pass(20_000);
  here.session.store.change({ 'e.feedback.together': 'Sen jälkeen' });
  await pass(20_000);
  expect(here.session.status.state).toBe('saved');
  const refused = double.traffic.filter(({ status }) => status === 413).length;
  await pass(120_000);
  expect(double.traffic.filter(({ status }) => status === 413)).toHaveLength(refused);
  await here.exit();
  const next = await LaunchedLearner.in(double);
  expect([next.answers.get(ROW), next.answers.get('e.feedback.together')]).toEqual(['', 'Sen jälkeen']);
  await next.write(new Map([['e.feedback.together', { text: 'Seuraavallakin kerralla', at: 0 }]]), 20_000);
  expect(next.session.status.state).toBe('saved');
});
