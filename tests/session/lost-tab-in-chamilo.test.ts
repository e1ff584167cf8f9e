/** Chamilo's player sends by itself what a page has set when it is closed. A tab that has lost the work puts nothing old over newer work by that. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble, type DoubleSession } from '../../src/simulator/in-memory/lms-double.ts';
import { FIELD, takenOver, write } from './fresh-session.ts';
import { inTwoTabs, TabbedComputer, type Tab } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const OTHER = 'a.thoughts.secret';

/** Whether this browser keeps words of the second tab. */
const hasWords = ({ storage }: TabbedComputer): boolean => [...storage.entries.values()].some((text) => text.includes('Toisessa'));

/** A computer whose browser has no room for any copy. */
function fullComputer(lms: LmsDouble): TabbedComputer {
  const computer = new TabbedComputer(lms);
  computer.storage.full = true;
  computer.storage.database.habits.full = true;
  return computer;
}

/** Text of two fields as another computer opens them. */
async function elsewhere(lms: LmsDouble): Promise<string[]> {
  const { session } = await new TabbedComputer(lms).open();
  expect(session.phase).toBe('open');
  return [FIELD, OTHER].map((field) => textOf(session.store.answers, field));
}

/** A first tab that lies behind a second one, in which she has written since. */
async function behindAnother(on = (lms: LmsDouble) => new TabbedComputer(lms)) {
  const lms = new LmsDouble({ profile: 'chamilo', standard: 'scorm12' });
  const computer = on(lms);
  const texts = { [FIELD]: 'Toisessa, paljon myöhemmin', [OTHER]: 'Aivan uutta' };
  return { lms, computer, ...(await inTwoTabs(computer, { texts, left: ({ page }) => page.hide() })) };
}

test.each([
  ['looked at and closed', (first: DoubleSession) => first.show()],
  ['closed without being looked at', () => undefined],
])('the first tab, %s after the second one, puts nothing old over its words', async (_how, look) => {
  const { lms, first, second } = await behindAnother();
  second.page.close();
  await vi.advanceTimersByTimeAsync(3_000);
  look(first.page);
  await vi.advanceTimersByTimeAsync(3_000);
  first.page.close();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await elsewhere(lms)).toEqual(['Toisessa, paljon myöhemmin', 'Aivan uutta']);
});

test('the first tab, closed while the second one is written in, takes nothing from it', async () => {
  const lms = new LmsDouble({ profile: 'chamilo', standard: 'scorm12' });
  const { first, second } = await inTwoTabs(new TabbedComputer(lms));
  first.page.close();
  second.page.crash();
  expect(await elsewhere(lms)).toEqual(['Toisessa', '']);
});

test.each([
  ['removes her words from this browser', ({ session }: Tab) => void session.removeFromBrowser()],
  [
    'is closed, and a third one, which has the words from Chamilo, removes them here at its end',
    async ({ page }: Tab, computer: TabbedComputer) => {
      page.close();
      await vi.advanceTimersByTimeAsync(3_000);
      const third = await computer.open();
      await vi.advanceTimersByTimeAsync(10_000);
      void third.session.exit();
    },
  ],
])('the first tab, closed after the second one %s, puts nothing old over its words', async (_how, remove) => {
  const { lms, computer, first, second } = await behindAnother();
  await remove(second, computer);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(hasWords(computer)).toBe(false);
  first.page.close();
  second.page.crash();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await elsewhere(lms)).toEqual(['Toisessa, paljon myöhemmin', 'Aivan uutta']);
});

test('the first tab, closed last where the browser has no room for a copy, puts nothing old over the words of the second one', async () => {
  const { lms, first, second } = await behindAnother(fullComputer);
  second.page.close();
  await vi.advanceTimersByTimeAsync(3_000);
  first.page.close();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await elsewhere(lms)).toEqual(['Toisessa, paljon myöhemmin', 'Aivan uutta']);
});

test('the first tab, closed last, leaves the answers as Chamilo’s reports show them', async () => {
  const { lms, first, second } = await behindAnother();
  const reported = (): string =>
    Object.entries(lms.stored().values)
      .filter(([element]) => /^cmi\.interactions\.\d+\.student_response$/.test(element))
      .map(([, answer]) => answer)
      .join();
  expect(reported()).toContain('Toisessa');
  second.page.crash();
  first.page.close();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(reported()).toContain('Toisessa');
  expect(reported()).not.toContain('Ensimmäisessä');
});

test('the first tab takes the work back, and all of what it writes then arrives', async () => {
  const { lms, first, second } = await behindAnother();
  await takenOver(first.session);
  write(first.session, 'Taas ensimmäisessä');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(first.session.status.state).toBe('sent');
  second.page.close();
  await vi.advanceTimersByTimeAsync(3_000);
  first.page.crash();
  expect(await elsewhere(lms)).toEqual(['Taas ensimmäisessä', 'Aivan uutta']);
  const { values } = lms.stored();
  expect(values).toMatchObject({ 'cmi.core.exit': 'suspend', 'cmi.core.lesson_status': 'incomplete' });
  expect(Object.values(values)).toContain('Taas ensimmäisessä');
});
