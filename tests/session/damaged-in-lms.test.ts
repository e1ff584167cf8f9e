/** The state in the LMS is damaged, or pages of it are lost: what could be read may say that all has arrived, and this browser has what lacks. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { itemsOf } from '../../src/course/list-items.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { seededRandom } from '../../src/simulator/in-memory/random.ts';
import { packState, unpackState } from '../../src/tracking/state/state-codec.ts';
import { LIGHT } from '../../src/tracking/state/state-form.ts';
import { FIELD } from './fresh-session.ts';
import { MemorySeal } from './memory-seal.ts';
import { texts } from './one-lms.ts';
import { TabbedComputer } from './tabbed-computer.ts';

const FIELDS = [FIELD, 'b.colleague.meaning', 'b.colleague.more'] as const;
const LIST = 'b.ideas.ideas';
const random = seededRandom(7);

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

/** What no packing shortens much. */
function words(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
}

/**
 * @param stays milliseconds for which the page stays open behind her last word: then the LMS is proved to have that too, and it lies sealed here
 * @returns the texts that she sees at the next launch, and those that she wrote
 */
async function damaged(
  computer: TabbedComputer,
  stays: number,
  damage: (values: Readonly<Record<string, string>>) => Record<string, string>,
): Promise<{ phase: string; shown: string[]; written: string[] }> {
  const { lms } = computer;
  const { page, session } = await computer.open();
  for (const field of FIELDS) {
    session.store.change({ [field]: words(2_000) });
    await vi.advanceTimersByTimeAsync(25_000);
  }
  session.store.change({ [FIELDS[2]]: 'Viimeiset sanat' });
  await vi.advanceTimersByTimeAsync(stays);
  const written = texts(session, ...FIELDS);
  page.close();
  await vi.advanceTimersByTimeAsync(25_000);
  lms.server.put('attempt-1', { ...lms.stored(), values: { ...lms.stored().values, ...damage(lms.stored().values) } });
  computer.died();
  const again = await computer.open();
  expect(again.session.kept).toHaveLength(1);
  return { phase: again.session.phase, shown: texts(again.session, ...FIELDS), written };
}

test.each([
  ['which this browser has, as she closed the page at once', 0, undefined],
  ['which lie sealed in this browser', 90_000, new MemorySeal()],
] as const)('pages of it are lost, with words %s', async (_, stays, seal) => {
  const computer = new TabbedComputer(new LmsDouble({ profile: 'moodle-strict', standard: 'scorm12' }), 'scorm12', seal);
  const { phase, shown, written } = await damaged(computer, stays, (values) => {
    const [first = ''] = Object.keys(values).filter((name) => /^cmi\.objectives\.\d+\.id$/.test(name) && (values[name] ?? '').length > 100);
    expect(first).not.toBe('');
    return { [first]: '-' };
  });
  expect([phase, ...shown]).toEqual(['open', ...written]);
});

test('its end is cut off, in which stood where her rows are: they are shown', async () => {
  const lms = new LmsDouble({ profile: 'moodle', standard: 'scorm12' });
  const rows = { [`${LIST}.k001`]: '1', [`${LIST}.k001.what`]: 'Ensimmäinen', [`${LIST}.k002`]: '2', [`${LIST}.k002.what`]: 'Toinen' };
  for (const changes of [rows, { [FIELD]: words(1_600), [FIELDS[1]]: words(1_600) }, { [`${LIST}.k001`]: '3' }, { [FIELDS[2]]: 'Sana' }]) {
    const { page, session } = await new TabbedComputer(lms).open();
    session.store.change(changes);
    await vi.advanceTimersByTimeAsync(25_000);
    page.close();
    await vi.advanceTimersByTimeAsync(25_000);
  }
  const { values } = lms.stored();
  const unpacked = unpackState(values['cmi.suspend_data'] ?? '');
  if (unpacked.result !== 'whole') throw new Error(unpacked.result);
  // As one that is packed anew: in the order of times, so that the row's place, which was changed, stands at its end.
  const cut = packState(unpacked.state, LIGHT).slice(0, -100);
  lms.server.put('attempt-1', { ...lms.stored(), values: { ...values, 'cmi.suspend_data': cut } });
  const { store } = (await new TabbedComputer(lms).open()).session;
  expect(itemsOf(store.answers, LIST).map(({ id }) => id)).toEqual(['k002', 'k001']);
});

test('its end is cut off, and nobody is told that a newer one was seen here', async () => {
  const computer = new TabbedComputer(new LmsDouble({ profile: 'moodle', standard: 'scorm12' }), 'scorm12', new MemorySeal());
  const { phase, shown, written } = await damaged(computer, 90_000, ({ 'cmi.suspend_data': text = '' }) => ({
    'cmi.suspend_data': text.slice(0, -500),
  }));
  expect([phase, ...shown]).toEqual(['open', ...written]);
});
