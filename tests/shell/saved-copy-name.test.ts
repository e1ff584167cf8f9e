/** What the file of her answers is called: by the day that she lives in, which is another than Greenwich's until two or three at night. */
import { afterEach, expect, test, vi } from 'vitest';
import { saveCopy } from '../../src/shell/workbook/save-learner-file.ts';
import { fi } from '../../src/text/fi.ts';
import { FakeSession } from './fake-session.ts';

const zone = process.env['TZ'];

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('soon after midnight the file is called by the new day', () => {
  process.env['TZ'] = 'Europe/Helsinki';
  vi.useFakeTimers({ now: Date.parse('2026-11-24T00:30:00+02:00') });
  const link = { click: vi.fn(), remove: vi.fn() };
  vi.stubGlobal('document', { createElement: () => link, body: { append: vi.fn() } });
  expect(saveCopy(new FakeSession(), fi)).toMatch(/-2026-11-24\.json$/);
  expect(link.click).toHaveBeenCalledOnce();
});
