/** Several parts of the course that are launched one after another in one tab, which remembers one launch. */
import { describe, expect, test } from 'vitest';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { MemoryStorage } from '../session/memory.ts';
import { LaunchedLearner, pass } from './launched-learner.ts';
import { LaunchedPage } from './launched-page.ts';
import { licence, withLauncherClock, words } from './launched-licence.ts';
import { LauncherDouble } from './launcher-double.ts';

withLauncherClock();

async function launched(double: LauncherDouble, unit: string, tab: MemoryStorage): Promise<LaunchedPage> {
  const { address } = await double.launch({
    publisherId: `https://akepike.fi/aspa-ajokortti/osa/${unit}`,
    package: unit,
    page: `https://content.example.com/aspa/${unit}.html`,
  });
  return new LaunchedPage(address.href, tab);
}

describe.each<LauncherId>(['xapi', 'cmi5'])('%s', (id) => {
  test('the Back button to the page of an earlier part does not write into the part that was launched since', async () => {
    const double = new LauncherDouble(id);
    const tab = new MemoryStorage();
    const page = await launched(double, 'b', tab);
    const first = await new LaunchedLearner(page, double).start();
    await first.write(words('Osassa b'), 5_000);
    await first.closeTab();
    const second = await new LaunchedLearner(await launched(double, 'c', tab), double).start();
    await pass(5_000);
    await second.closeTab();
    const state = double.state();
    const told = double.sent().length;
    const back = await new LaunchedLearner(page.reloaded(), double).start();
    expect([back.session.phase, back.session.problem?.code]).toEqual(['no-lms', 'session-over']);
    await back.write(licence, 100);
    await pass(60_000);
    expect(double.state()).toEqual(state);
    expect(double.sent()).toHaveLength(told);
    expect(double.registration()?.standing.completed).toBe(false);
  });

  test('a reload of the part that was launched last goes on with it', async () => {
    const double = new LauncherDouble(id);
    const tab = new MemoryStorage();
    await new LaunchedLearner(await launched(double, 'b', tab), double).start();
    const page = await launched(double, 'c', tab);
    const second = await new LaunchedLearner(page, double).start();
    await second.write(words('Osassa c'), 5_000);
    page.press('F5');
    await second.closeTab();
    const again = await new LaunchedLearner(page.reloaded(), double, second.browser).start();
    expect(again.session.phase).toBe('open');
    expect([...again.answers.values()]).toEqual(['Osassa c']);
  });
});
