/** One bad answer when the state is read at a launch: what the LRS has all the same is not written over. */
import { describe, expect, test } from 'vitest';
import { eachLauncher } from '../../each-habit.ts';
import { LaunchedLearner, pass } from '../../launchers/launched-learner.ts';
import { FOUND, withLauncherClock, words } from '../../launchers/launched-licence.ts';
import { LauncherDouble, type Traffic } from '../../launchers/launcher-double.ts';

withLauncherClock();

const BAD: Readonly<Record<string, (whole: Response) => Promise<Response>>> = {
  'not found': () => Promise.resolve(new Response('', { status: 404 })),
  empty: () => Promise.resolve(new Response('', { status: 200 })),
  'cut short': async (whole) => {
    const text = await whole.text();
    return new Response(text.slice(0, text.length / 2), { status: 200, headers: whole.headers });
  },
};

function readsWork({ method, query }: Traffic): boolean {
  return method === 'GET' && query.get('stateId') === 'suspendData';
}

/** A learner's work, saved and left. */
async function saved(double: LauncherDouble): Promise<LaunchedLearner> {
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Tallessa jo eilen'));
  await pass(30_000);
  await learner.exit();
  expect(JSON.stringify(double.state())).toContain('Tallessa jo eilen');
  return learner;
}

describe.each(eachLauncher())('%s', (id) => {
  test.each(Object.keys(BAD))('a state that is answered once as %s stays what it was', async (how) => {
    const double = new LauncherDouble(id);
    await saved(double);
    let isBad = true;
    double.fault = (traffic) => {
      if (!isBad || !readsWork(traffic)) return undefined;
      isBad = false;
      return double.answer(traffic).then((whole) => BAD[how]?.(whole) ?? whole);
    };
    const second = await LaunchedLearner.in(double);
    expect(isBad).toBe(false);
    await pass(30_000);
    await second.closeTab();
    double.fault = () => undefined;
    expect((await LaunchedLearner.in(double)).answers.get(FOUND)).toBe('Tallessa jo eilen');
  });
});

test('the learner is told where nothing is read of a registration of which this browser knows that there was something', async () => {
  const double = new LauncherDouble('ilias-xapi');
  const first = await saved(double);
  double.fault = (traffic) => (readsWork(traffic) ? new Response('', { status: 404 }) : undefined);
  const second = await LaunchedLearner.in(double, first.browser);
  expect(second.session.phase).toBe('stale');
  double.fault = () => undefined;
  second.session.goOnAnyway();
  await pass(5_000);
  expect(second.answers.get(FOUND)).toBe('Tallessa jo eilen');
});

test('another registration begins without a state, and nobody is asked why', async () => {
  const double = new LauncherDouble('xapi');
  const first = await saved(double);
  const second = await LaunchedLearner.in(double, first.browser, { fresh: true });
  expect(second.session.phase).toBe('open');
  expect(second.answers).toEqual(new Map());
});
