import { createHash } from 'node:crypto';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { howMany } from '../how-many.ts';
import { randomNumbers } from './random-numbers.ts';
import { madeUpLearners } from './learners.ts';
import { LrsDouble } from './lrs-double.ts';
import { allStatements, voiding, type StoredStatement } from './made-up-statements.ts';
import { inFolder, runInEnglish, startCli } from './run-cli.ts';

const KILLS = howMany({ gate: 10, nightly: 50 });

test(
  `killed at ${KILLS} random moments of an incremental run, the following run is as good as a full one`,
  { timeout: 600_000 },
  async () => {
    const learners = madeUpLearners(400);
    const all = allStatements(learners);
    // A tenth of the news takes back what an earlier run has read.
    const news = all.slice(Math.floor(all.length / 2));
    const voidings = all.slice(0, 40).map(({ id }, index): StoredStatement => voiding(id, news[index * 5]?.stored ?? ''));
    const later = [...news, ...voidings].sort((a, b) => (a.stored < b.stored ? -1 : 1));
    const lrs = new LrsDouble();
    lrs.pageCap = 50;
    const endpoint = await lrs.start();
    const environment = { ASPA_LRS_KEY: lrs.key, ASPA_LRS_SECRET: lrs.secret };
    const random = randomNumbers(20_261_124);
    try {
      await inFolder(async (folder) => {
        const options = (name: string, state = name): string[] => [
          ...['--lrs', endpoint.href, '--page-size', '50', '--as-of', '2027-12-31', '--quiet'],
          ...['csv', 'json', 'xlsx', 'html'].flatMap((kind) => [`--${kind}`, join(folder, `${name}.${kind}`)]),
          ...['--state', join(folder, `${state}.state`)],
        ];
        const outputs = async (name: string): Promise<string[]> =>
          Promise.all(
            ['csv', 'json', 'xlsx', 'html'].map(async (kind) =>
              createHash('sha256')
                .update(await readFile(join(folder, `${name}.${kind}`)))
                .digest('hex'),
            ),
          );

        let known = all.slice(0, Math.floor(all.length / 2));
        lrs.statements = known;
        expect((await runInEnglish(options('nightly'), environment)).code).toBe(0);
        // How long a whole run takes here, so that the moments are spread over all of it.
        const started = Date.now();
        const { result } = startCli(options('probe'), environment);
        expect((await result).code).toBe(0);
        let whole = Date.now() - started;

        let [killed, finished] = [0, 0];
        const stages = new Set<string>();
        for (let turn = 0; turn < KILLS; turn++) {
          const share = Math.ceil((later.length * (turn + 1)) / KILLS);
          known = [...all.slice(0, Math.floor(all.length / 2)), ...later.slice(0, share)];
          lrs.statements = known;
          for (const statement of known) if (statement.verb.id.endsWith('/voided')) lrs.voided.add(statement.object.id);
          const { child, result: cut } = startCli(options('nightly'), environment);
          // Most of a short run is starting up: the moments lie where it reads and writes.
          const moment = whole * (0.3 + 0.75 * random());
          await sleep(moment);
          child.kill('SIGKILL');
          if ((await cut).code === null) killed++;
          else {
            finished++;
            // Run beside other tests, the measured one took longer than this.
            whole = Math.min(whole, moment);
          }
          for (const name of await readdir(folder)) if (name.endsWith('.aspa-records')) stages.add(name.split('.')[2] ?? '');

          // The state that was left is that of the last run that came through, or of this one: never half of it.
          if (turn % 5 !== 4) continue;
          await cp(join(folder, 'nightly.state'), join(folder, 'next.state'));
          expect((await runInEnglish(options('next'), environment)).code).toBe(0);
          expect((await runInEnglish(options(`full${turn}`), environment)).code).toBe(0);
          expect(await outputs('next')).toEqual(await outputs(`full${turn}`));
        }
        expect((await runInEnglish(options('nightly'), environment)).code).toBe(0);
        expect((await runInEnglish(options('full'), environment)).code).toBe(0);
        expect(await outputs('nightly')).toEqual(await outputs('full'));
        expect((await readdir(folder)).filter((name) => name.startsWith('.nightly'))).toEqual([]);
        expect(killed).toBeGreaterThan(KILLS / 3);
        expect(killed + finished).toBe(KILLS);
      });
    } finally {
      await lrs.stop();
    }
  },
);

test('an incremental run fetches only what is new', async () => {
  const lrs = new LrsDouble();
  const statements = allStatements(madeUpLearners(100));
  lrs.statements = statements.slice(0, -20);
  const endpoint = await lrs.start();
  try {
    await inFolder(async (folder) => {
      const options = ['--lrs', endpoint.href, '--csv', '-', '--state', join(folder, 'state')];
      const environment = { ASPA_LRS_KEY: lrs.key, ASPA_LRS_SECRET: lrs.secret };
      await runInEnglish(options, environment);
      lrs.statements = statements;
      lrs.served = 0;
      const { out } = await runInEnglish(options, environment);
      expect(lrs.served).toBeGreaterThanOrEqual(20);
      expect(lrs.served).toBeLessThan(40);
      expect((await runInEnglish(options.slice(0, 4), environment)).out).toBe(out);
      // Another time zone makes other days of the same moments: the state does not hold for it.
      const elsewhere = await runInEnglish([...options, '--zone', 'Asia/Tokyo'], environment);
      expect(elsewhere.err).toContain('everything is read again');
      expect(elsewhere.out).not.toBe(out);
    });
  } finally {
    await lrs.stop();
  }
});
