/** Whoever uses a tab after the learner has left the course in it is not launched as her. */
import { describe, expect, test } from 'vitest';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { FOUND, withLauncherClock, words } from './launched-licence.ts';
import { LaunchedLearner, pass } from './launched-learner.ts';
import { LaunchedPage } from './launched-page.ts';
import { LauncherDouble } from './launcher-double.ts';

const WORDS = 'Löysin kollegan kaapista';

withLauncherClock();

async function written(id: LauncherId): Promise<LaunchedLearner> {
  const learner = await LaunchedLearner.in(new LauncherDouble(id));
  await learner.write(words(WORDS));
  await pass(30_000);
  return learner;
}

describe.each(['xapi', 'cmi5', 'rustici', 'grassblade'] as const)('launched by %s', (id) => {
  test('after "Tallenna ja sulje" nothing of the launch is left, and a reload shows nobody’s answers', async () => {
    const learner = await written(id);
    const { actor, token } = learner.double.launched();
    await learner.exit();
    expect(learner.session.status.state).toBe('saved');
    const left = [...learner.page.storage.entries.values()].join('');
    expect(left).not.toContain(token);
    expect(left).not.toContain(encodeURIComponent(JSON.stringify(actor)));
    const asked = learner.double.traffic.length;
    const after = new LaunchedLearner(learner.page.reloaded(), learner.double, learner.browser);
    await after.start();
    expect(after.session.phase).toBe('no-lms');
    expect(after.session.problem?.code).toBe('session-over');
    expect(after.answers.size).toBe(0);
    expect(learner.double.traffic).toHaveLength(asked);
  });

  test('the bare address in the same tab shows nothing either', async () => {
    const learner = await written(id);
    await learner.exit();
    const bare = new LaunchedPage('https://content.example.com/aspa/index.html', learner.page.storage);
    const after = await new LaunchedLearner(bare, learner.double, learner.browser).start();
    expect(after.session.problem?.code).toBe('session-over');
    expect(after.answers.size).toBe(0);
  });

  test('what the closing page hears later does not bring the launch back', async () => {
    const learner = await written(id);
    await learner.exit();
    learner.session.lifecycle.leave();
    learner.session.lifecycle.end();
    await pass(60_000);
    expect([...learner.page.storage.entries.values()].join('')).not.toContain('endpoint');
  });

  test('a new launch in the same tab opens the course as ever', async () => {
    const learner = await written(id);
    await learner.exit();
    const launched = await learner.double.launch();
    const page = new LaunchedPage(launched.address.href, learner.page.storage);
    const again = await new LaunchedLearner(page, learner.double, learner.browser).start();
    expect(again.session.phase).toBe('open');
    expect(again.answers.get(FOUND)).toBe(WORDS);
  });

  test('a reload before that goes on with the session', async () => {
    const learner = await written(id);
    learner.page.press('F5');
    await learner.closeTab();
    const after = await new LaunchedLearner(learner.page.reloaded(), learner.double, learner.browser).start();
    expect(after.session.phase).toBe('open');
    expect(after.answers.get(FOUND)).toBe(WORDS);
  });

  test('an exit that could not save is none: after a reload the learner goes on where the words are', async () => {
    const learner = await written(id);
    learner.double.fault = () => new Response('', { status: 503 });
    learner.session.store.change({ [FOUND]: `${WORDS}. Ei perillä.` });
    await learner.exit();
    expect(learner.session.phase).toBe('closing');
    learner.double.fault = () => undefined;
    learner.page.press('F5');
    await learner.closeTab();
    const after = await new LaunchedLearner(learner.page.reloaded(), learner.double, learner.browser).start();
    expect(after.session.phase).toBe('open');
    expect(after.answers.get(FOUND)).toBe(`${WORDS}. Ei perillä.`);
  });
});
