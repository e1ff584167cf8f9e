/** What an LRS holds in great numbers or says of no day that could be. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SourceLedger } from '../../src/records/sources/source-ledger.ts';
import { LrsDouble } from './lrs-double.ts';
import { runCli } from './run-cli.ts';
import { linesOf, readLrs, tell } from './told-lrs.ts';

let lrs: LrsDouble;
beforeEach(async () => {
  lrs = new LrsDouble();
  await lrs.start();
});
afterEach(() => lrs.stop());

test('a moment that lies almost a day after it was stored is of a clock that is ahead: moments have no time zone', async () => {
  tell(lrs, { mbox: 'mailto:aino@kunta.example' }, 'earned', 'A1', '2026-11-24', { timestamp: '2026-11-25T08:00:00.000Z' });
  expect(linesOf(await readLrs(lrs))[0]?.classes['A1']?.day).toBe('2026-11-24');
});

test('a moment without a zone is that of UTC, whatever the zone of the computer that reads it', async () => {
  const moment = { timestamp: '2026-02-01T20:00:00', stored: '2026-02-03T09:00:00.000Z' };
  tell(lrs, { mbox: 'mailto:aino@kunta.example' }, 'earned', 'A1', '2026-02-01', moment);
  const environment = { ASPA_LRS_KEY: lrs.key, ASPA_LRS_SECRET: lrs.secret, TZ: 'America/New_York' };
  expect(linesOf(await runCli(['--lrs', lrs.endpoint.href, '--json', '-'], environment))[0]?.classes['A1']?.day).toBe('2026-02-01');
});

test('an answer of 60 kB of “<” keeps no run busy', async () => {
  lrs.fault = (_request, response) => {
    response.writeHead(400, { 'Content-Type': 'text/html' }).end('<'.repeat(60_000));
    return true;
  };
  expect((await readLrs(lrs)).code).toBe(6);
});

test('of visits the earliest few are kept: one account may open the course every minute', () => {
  const ledger = new SourceLedger({ keepStatements: true });
  const learner = { key: 'mbox a', email: 'a@k.example' };
  for (let index = 0; index < 1000; index++) {
    const day = `2026-0${1 + ((index * 7) % 9)}-01`;
    ledger.add({ learner, what: { kind: 'begun' }, day, exact: true, statement: `statement ${index}` });
  }
  const visits = ledger.entries.get('mbox a')?.marks.get('begun') ?? [];
  expect(visits.length).toBeLessThanOrEqual(5);
  expect(visits.every(({ day }) => day === '2026-01-01')).toBe(true);
});
