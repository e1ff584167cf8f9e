/** Two lists of saves become one, of which the one leaves out a browser that the other names with an older save. */
import { expect, test, vi } from 'vitest';
import { note } from '../../src/course/answers.ts';
import { LateReceipts } from '../../src/session/copy/late-receipts.ts';
import { crcOfText } from '../../src/tracking/state/crc32.ts';
import { FIELD, freshSurroundings } from './fresh-session.ts';
import { closed, computer, opened, others, saved, texts, worked } from './one-lms.ts';

const nameOf = (page: string): string => crcOfText(page).toString(36);
const handedOver = (saves: string, page: string): LateReceipts =>
  new LateReceipts({ state: { answers: new Map([[note.saves, { text: saves, at: 0 }]]), revision: 1 } }, { writers: [page] });

test('what may be in it is not said not to be', () => {
  const merging = handedOver(`${nameOf('kiosk')}:12 ${nameOf('home')}:10`, 'office');
  // The copy in this browser has read home's save 20, and names it no more.
  merging.take(`*:20 ${nameOf('other')}:21`);
  const text = merging.signed(new Map(), 22).get(note.saves)?.text ?? '';
  expect(handedOver(text, 'home').has(20)).not.toBe(false);
});

const fresh = freshSurroundings();
const SECOND = 'b.colleague.meaning';
const THIRD = 'a.thoughts.secret';

/**
 * The same in whole sessions: home's last text is at the office, which reads it after many others; a page that was left open before writes its old
 * state over all of it; the office puts together what it has with that, and she writes over home's text there.
 */
test('home is not asked about a text that was read and written over at the office', async () => {
  const [home, office, left] = [computer(fresh), computer(fresh), computer(fresh)];
  await worked(home, { [FIELD]: 'Alku' });
  const leftOpen = await opened(left);
  await worked(home, { [FIELD]: 'Kotona' });
  for (let kiosk = 0; kiosk < 17; kiosk += 1) await worked(computer(fresh), { [SECOND]: `Kioski ${kiosk}` });
  await worked(office, { [SECOND]: 'Toimistolla' });
  // More saves than the others have made.
  for (let more = 0; more < 30; more += 1) await saved(leftOpen, { [THIRD]: `Vanhalla sivulla ${more}` });
  await closed(leftOpen);
  const page = await opened(office);
  if (page.phase === 'stale') page.goOnAnyway();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(texts(page, FIELD)).toEqual(['Kotona']);
  await saved(page, { [FIELD]: 'Toimistolla luettu ja muutettu' });
  await closed(page);
  const again = await opened(home);
  expect([again.phase, ...texts(again, FIELD), others(again)]).toEqual(['open', 'Toimistolla luettu ja muutettu', []]);
});

test('of a dozen computers home still knows that a page left open has written over what it had, and asks for no reload', async () => {
  const [home, left] = [computer(fresh), computer(fresh)];
  await worked(home, { [FIELD]: 'Alku' });
  const leftOpen = await opened(left);
  await saved(leftOpen, { [THIRD]: 'Ennen' });
  for (let kiosk = 0; kiosk < 10; kiosk += 1) await worked(computer(fresh), { [SECOND]: `Kioski ${kiosk}` });
  await worked(home, { [FIELD]: 'Kotona' });
  await saved(leftOpen, { [THIRD]: 'Vanhalla sivulla' });
  await closed(leftOpen);
  const page = await opened(home);
  expect([page.phase, ...texts(page, FIELD, SECOND, THIRD)]).toEqual(['open', 'Kotona', 'Kioski 9', 'Vanhalla sivulla']);
});
