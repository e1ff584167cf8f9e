/** An LRS that is there and takes nothing for some minutes: its database is read-only, or fails. Everything is reported once it is well. */
import { expect, test } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import type { LauncherId } from '../../../src/simulator/launchers/launcher-profiles.ts';
import { eachLauncher } from '../../each-habit.ts';
import { LaunchedLearner, pass, settled } from '../../launchers/launched-learner.ts';
import { licence, withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble, verbOf } from '../../launchers/launcher-double.ts';

const FIELD = 'e.feedback.together';
const words = (text: string): Answers => new Map([[FIELD, { text, at: 0 }]]);

type LrsFault = LauncherDouble['lrsFault'];
const takesNothing: LrsFault = (method) => (method === 'GET' ? undefined : new Response('', { status: 500 }));
const refusesStatements: LrsFault = (method, path) =>
  method === 'GET' || !path.startsWith('statements') ? undefined : new Response('', { status: 400 });
const well: LrsFault = () => undefined;

withLauncherClock();

test.each(['xapi', 'cmi5', 'ilias-cmi5'] as LauncherId[])('%s: what fails for three minutes is completed afterwards', async (id) => {
  const double = new LauncherDouble(id);
  const learner = await LaunchedLearner.in(double);
  await pass(10_000);
  double.lrsFault = takesNothing;
  await learner.write(licence, 100);
  await pass(180_000);
  expect(learner.session.progress.complete).toBe(true);
  double.lrsFault = well;
  await pass(300_000);
  expect(learner.session.status.state).toBe('saved');
  await settled(learner.session.exit());
  expect(double.verbs()).toContain('completed');
});

test.each(['xapi', 'cmi5', 'mod-cmi5'] as LauncherId[])('%s: what is refused for three minutes is completed afterwards', async (id) => {
  const double = new LauncherDouble(id);
  const learner = await LaunchedLearner.in(double);
  await pass(10_000);
  double.lrsFault = refusesStatements;
  await learner.write(licence, 100);
  await pass(180_000);
  double.lrsFault = well;
  await pass(300_000);
  expect(learner.session.status.state).toBe('saved');
  await settled(learner.session.exit());
  expect(double.verbs()).toContain('completed');
});

test('what was refused is completed though nobody writes, nor leaves by the exit button', async () => {
  const double = new LauncherDouble('xapi');
  const learner = await LaunchedLearner.in(double);
  await pass(10_000);
  double.lrsFault = refusesStatements;
  await learner.write(licence, 100);
  await pass(60_000);
  double.lrsFault = well;
  await pass(330_000);
  expect(double.verbs()).toContain('completed');
});

test('what was refused a moment ago is told by a page that leaves', async () => {
  const double = new LauncherDouble('xapi');
  const learner = await LaunchedLearner.in(double);
  await pass(10_000);
  double.lrsFault = refusesStatements;
  await learner.write(licence, 100);
  await pass(60_000);
  double.lrsFault = well;
  await learner.closeTab();
  expect(double.verbs()).toContain('completed');
});

test('what an LRS never wants is tried once in five minutes, and keeps nothing from being saved', async () => {
  const double = new LauncherDouble('xapi');
  const learner = await LaunchedLearner.in(double);
  await pass(10_000);
  let tries = 0;
  double.fault = ({ resource, body }) => {
    if (resource !== 'statements' || !body.includes('verbs/completed')) return undefined;
    tries += 1;
    return new Response('', { status: 403 });
  };
  await learner.write(licence, 100);
  await pass(60_000);
  expect(tries).toBe(1);
  await pass(20 * 60_000);
  expect(tries).toBeGreaterThanOrEqual(4);
  expect(tries).toBeLessThanOrEqual(5);
  expect(learner.session.status.state).toBe('saved');
});

test.each(['cmi5', 'mod-cmi5'] as LauncherId[])('%s: a launch that is refused for a minute is reported afterwards', async (id) => {
  const double = new LauncherDouble(id);
  double.lrsFault = refusesStatements;
  const learner = await LaunchedLearner.in(double);
  await pass(60_000);
  double.lrsFault = well;
  await learner.write(licence, 200);
  await pass(120_000);
  await settled(learner.session.exit());
  expect(double.verbs()).toContain('completed');
  expect(double.verbs()[0]).toBe('initialized');
});

test.each(['cmi5', 'mod-cmi5'] as LauncherId[])('%s: answers that are refused with the launch are reported behind it', async (id) => {
  const double = new LauncherDouble(id);
  double.lrsFault = refusesStatements;
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Heti alussa'), 60_000);
  double.lrsFault = well;
  await pass(60_000);
  await settled(learner.session.exit());
  expect(double.verbs()[0]).toBe('initialized');
  expect(double.statements().some((one) => verbOf(one) === 'answered' && one.result?.['response'] === 'Heti alussa')).toBe(true);
});

test('mod-cmi5: a save that fails as mod_cmi5 says it of any fault (400) is tried again though nobody types', async () => {
  const double = new LauncherDouble('mod-cmi5');
  const learner = await LaunchedLearner.in(double);
  await pass(10_000);
  double.lrsFault = (method, path) =>
    method !== 'GET' && path.startsWith('activities/state')
      ? new Response('{"error":"Error writing to database"}', { status: 400 })
      : undefined;
  await learner.write(words('Viimeiset sanat'), 5_000);
  expect(learner.session.status.state).toBe('not-saved');
  double.lrsFault = well;
  await pass(600_000);
  expect(double.held().answers.get(FIELD)?.text).toBe('Viimeiset sanat');
});

test.each(
  (['xapi', 'tincanlaunch', 'cmi5', 'mod-cmi5'] as LauncherId[]).flatMap((id) =>
    ([404, 405, 409, 412, 422] as const).map((status) => ({ id, status })),
  ),
)('$id: what is refused for a minute, whatever is asked ($status), is tried again though nobody types', async ({ id, status }) => {
  const double = new LauncherDouble(id);
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Ennen häiriötä'), 20_000);
  double.lrsFault = () => new Response('', { status });
  await learner.write(words('Viimeiset sanat'), 60_000);
  expect(learner.session.status.state).toBe('not-saved');
  double.lrsFault = well;
  await pass(600_000);
  expect(learner.session.status.state).toBe('saved');
  expect(double.held().answers.get(FIELD)?.text).toBe('Viimeiset sanat');
});

test.each(
  (['xapi', 'cmi5', 'mod-cmi5'] as LauncherId[]).flatMap((id) => ([404, 405, 409, 412, 422] as const).map((status) => ({ id, status }))),
)(
  '$id: what completes her while everything is refused ($status) is told once the LRS is well, though nobody types',
  async ({ id, status }) => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Ennen häiriötä'), 20_000);
    double.lrsFault = () => new Response('', { status });
    await learner.write(licence, 100);
    await pass(60_000);
    expect(learner.session.progress.complete).toBe(true);
    double.lrsFault = well;
    await pass(120_000);
    expect(learner.session.status.state).toBe('saved');
    expect(double.verbs()).toContain('completed');
    expect(double.verbs().filter((verb) => verb === 'answered').length).toBeGreaterThan(1);
  },
);

test.each(
  eachLauncher({ from: ['xapi', 'tincanlaunch', 'rustici', 'cmi5', 'mod-cmi5', 'ilias-xapi', 'grassblade'] }).flatMap((id) =>
    ([409, 412] as const).flatMap((status) => [true, false].map((fromTheStart) => ({ id, status, fromTheStart }))),
  ),
)(
  '$id: where every write is called a conflict for three minutes ($status), at launch: $fromTheStart, the LRS keeps what it has',
  async ({ id, status, fromTheStart }) => {
    const conflicts: LrsFault = (method, path) =>
      ['PUT', 'POST'].includes(method) && path.startsWith('activities/state') ? new Response('', { status }) : undefined;
    const double = new LauncherDouble(id);
    const before = await LaunchedLearner.in(double);
    await before.write(words('Eilen kirjoitettu'), 20_000);
    await before.exit();
    const launched = await double.launch();
    if (fromTheStart) double.lrsFault = conflicts;
    const learner = await new LaunchedLearner(launched, double).start();
    await pass(20_000);
    double.lrsFault = conflicts;
    await learner.write(words('Häiriön aikana'), 180_000);
    expect(double.held().answers.get(FIELD)?.text).toBe('Eilen kirjoitettu');
    expect(learner.session.status.state).toBe('not-saved');
    double.lrsFault = well;
    await pass(150_000);
    expect(learner.session.status.state).toBe('saved');
    expect(double.held().answers.get(FIELD)?.text).toBe('Häiriön aikana');
  },
);
