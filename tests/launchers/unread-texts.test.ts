/** Texts in the LRS that a page has not written itself: which of them the learner is asked about, and until when. */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { course, LaunchedLearner, pass, settled, trackerOf } from './launched-learner.ts';
import { withLauncherClock } from './launched-licence.ts';
import { LauncherDouble } from './launcher-double.ts';
import { isOfState, SeparateBrowser } from './separate-browser.ts';
import { unreadWords } from './unread-words.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import { MemoryLocks, placesOf } from '../session/memory.ts';

const FIELD = 'e.feedback.together';
const OTHER = 'b.colleague.meaning';
const words = (text: string, field = FIELD): Answers => new Map([[field, { text, at: 0 }]]);
const others = ({ session }: { session: CourseSession }): string[] => session.conflicts.map(({ other }) => other.text);

withLauncherClock();

/** A browser that keeps nothing: storage is denied. */
async function withoutStorage(double: LauncherDouble): Promise<CourseSession> {
  const session = new CourseSession({
    course,
    tracker: trackerOf(double, await double.launch()),
    ...placesOf(undefined),
    tabId: 'tab-1',
    random: () => 0.5,
    createLock: new MemoryLocks().create,
  });
  await settled(session.start());
  if (session.phase === 'unconfirmed') await settled(session.sendThere());
  return session;
}

describe.each(['xapi', 'cmi5', 'mod-cmi5', 'rustici'] as LauncherId[])('%s', (id) => {
  test('words that nobody had read are asked about again, where the page that asked went without a choice and keeps nothing', async () => {
    const { double } = await unreadWords(id);
    const asking = await withoutStorage(double);
    expect(others({ session: asking })).toEqual(['Ensimmäisen koneen ajatus']);
    await pass(20_000);
    await settled(asking.exit());
    const again = await LaunchedLearner.in(double);
    expect(others(again)).toEqual(['Ensimmäisen koneen ajatus']);
  });
});

test.each(['xapi', 'rustici', 'mod-cmi5'] as LauncherId[])(
  '%s: of two texts found at once the one that nobody has shown is not lost',
  async (id) => {
    const double = new LauncherDouble(id);
    const third = await LaunchedLearner.in(double);
    await pass(30_000);
    const first = await LaunchedLearner.in(double);
    const second = await LaunchedLearner.in(double);
    await pass(5_000);
    await first.write(words('Ensimmäisen koneen ajatus'), 500);
    await first.closeTab();
    await second.write(words('Toisen koneen ajatus'), 500);
    await second.closeTab();
    await third.write(words('x', OTHER), 60_000);
    expect(third.answers.get(FIELD)).toBe('Toisen koneen ajatus');
    await third.write(words('Kolmannen'), 60_000);
    const asked = others(third);
    await third.exit();
    const again = await LaunchedLearner.in(double);
    expect([...asked, ...others(again)]).toContain('Ensimmäisen koneen ajatus');
  },
);

test.each(['xapi', 'rustici', 'mod-cmi5'] as LauncherId[])(
  '%s: her own words of before a reload are no other version of them',
  async (id) => {
    const double = new LauncherDouble(id);
    const browser = new SeparateBrowser(double);
    const page = await browser.open();
    await page.write(words('Alku'), 30_000);
    // The network is slow for what the page sends when it goes.
    let isSlow = true;
    browser.before = (method, url) =>
      isSlow && method !== 'GET' && isOfState(url) ? new Promise((go) => setTimeout(go, 4_000)) : undefined;
    await page.write(words('Aamulla kirjoitettu ajatus'), 500);
    page.session.lifecycle.leave();
    page.session.lifecycle.end();
    page.die();
    await pass(200);
    isSlow = false;
    const again = await browser.open();
    expect(again.answers.get(FIELD)).toBe('Aamulla kirjoitettu ajatus');
    await pass(30_000);
    await again.write(words('Illalla kirjoitettu ajatus'), 30_000);
    expect(others(again), 'in the page that was loaded again').toEqual([]);
    await again.exit();
    const later = await LaunchedLearner.in(double);
    expect(later.answers.get(FIELD)).toBe('Illalla kirjoitettu ajatus');
    expect(others(later), 'at the next launch').toEqual([]);
  },
);

test.each(['xapi', 'rustici', 'mod-cmi5'] as LauncherId[])(
  '%s: an LRS that stores a letter as another makes no second version of her words',
  async (id) => {
    const double = new LauncherDouble(id);
    const browser = new SeparateBrowser(double);
    browser.after = async (method, url, response) => {
      if (method !== 'GET' || !isOfState(url)) return undefined;
      const text = await response.clone().text();
      return new Response(text.replaceAll('😀', '?'), response);
    };
    const page = await browser.open();
    await page.write(words('Hyvä 😀 näin'), 60_000);
    await page.write(words('Toinen', OTHER), 60_000);
    await pass(120_000);
    expect(others(page)).toEqual([]);
    expect(page.answers.get(FIELD)).toBe('Hyvä 😀 näin');
  },
);
