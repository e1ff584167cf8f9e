/** Chamilo's player sends by itself, when its page goes, all that the course has set. What is stored already stands in that list no more. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { FIELD, write } from './fresh-session.ts';
import { TabbedComputer } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;

/** What a computer reads that has no words of its own. */
async function elsewhere(lms: LmsDouble): Promise<string> {
  const { session } = await new TabbedComputer(lms).open();
  return textOf(session.store.answers, FIELD);
}

test.each([
  ['before they are saved', 300],
  ['while they are', 3_000],
  ['later', 30_000],
])('the last words are stored where the page is closed %s, whichever of the requests comes last', async (_, wait) => {
  for (let seed = 0; seed < 12; seed++) {
    const lms = new LmsDouble({ profile: 'chamilo', standard: 'scorm12', seed });
    const { page, session } = await new TabbedComputer(lms).open();
    write(session, 'Ensin');
    await vi.advanceTimersByTimeAsync(10_000);
    write(session, 'Viimeiset sanat');
    await vi.advanceTimersByTimeAsync(wait);
    page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await elsewhere(lms)).toBe('Viimeiset sanat');
  }
});

test('where the server answers later than a save waits, a page that has rested has nothing to send either', async () => {
  const lms = new LmsDouble({ profile: 'chamilo', standard: 'scorm12' });
  lms.server.slowness = 1_500;
  const first = await new TabbedComputer(lms).open();
  write(first.session, 'Aamulla');
  await vi.advanceTimersByTimeAsync(20 * MINUTE);
  const second = await new TabbedComputer(lms).open();
  write(second.session, 'Illalla');
  await vi.advanceTimersByTimeAsync(20 * MINUTE);
  second.page.crash();
  first.page.close();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await elsewhere(lms)).toBe('Illalla');
});

test('what the reports show stays whole through many saves, and status with it', async () => {
  const lms = new LmsDouble({ profile: 'chamilo', standard: 'scorm12' });
  const { page, session } = await new TabbedComputer(lms).open();
  const reported = (): string[] =>
    Object.entries(lms.stored().values)
      .filter(([element]) => /^cmi\.interactions\.\d+\.(id|student_response)$/.test(element))
      .map(([, value]) => value);
  for (const text of ['Yksi', 'Kaksi', 'Kolme']) {
    write(session, text);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(reported()).toEqual(expect.arrayContaining(['class.a1.earned', '2026-11-25', FIELD, text]));
  }
  page.close();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(reported()).toEqual(expect.arrayContaining(['class.a1.earned', '2026-11-25', FIELD, 'Kolme']));
  expect(lms.stored().values).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend' });
});
