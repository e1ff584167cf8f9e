import { chmod, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { madeUpLearners } from './learners.ts';
import { LrsDouble, type Fault } from './lrs-double.ts';
import { allStatements } from './made-up-statements.ts';
import { MoodleDouble } from './moodle-double.ts';
import { inFolder, runInEnglish } from './run-cli.ts';

const learners = madeUpLearners(12);

/** Every form in which a secret could come out. */
function forms(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret, 'latin1').toString('base64'),
  ];
}

test('keys, secrets and tokens are in no output, no message and no state, whatever happens', async () => {
  const lrs = new LrsDouble('avain-7f3a', 'säläinen "salaisuus" 55%');
  const moodle = new MoodleDouble();
  lrs.statements = allStatements(learners);
  moodle.learners = learners;
  const [endpoint, site] = [await lrs.start(), await moodle.start()];
  const environment = {
    ASPA_LRS_KEY: lrs.key,
    ASPA_LRS_SECRET: lrs.secret,
    ASPA_MOODLE_TOKEN: moodle.token,
    ASPA_PSEUDONYM_KEY: 'peiteavain-91c',
  };
  const credentials = Buffer.from(`${lrs.key}:${lrs.secret}`, 'utf8').toString('base64');
  const hidden = [...Object.values(environment), credentials].flatMap(forms);
  // A server that repeats what it was sent, in a header, in text and in JSON.
  const echo =
    (status: number): Fault =>
    (request, response) => {
      response.writeHead(status, { 'Content-Type': 'text/plain', Location: `https://uusi.example/${request.headers.authorization}` });
      response.end(
        `You sent ${request.headers.authorization}, that is ${Buffer.from(String(request.headers.authorization).slice(6), 'base64').toString('utf8')}`,
      );
      return true;
    };
  try {
    await inFolder(async (folder) => {
      const outputs = ['csv', 'json', 'html', 'xlsx'].flatMap((kind) => [`--${kind}`, join(folder, `out.${kind}`)]);
      const options = [
        '--lrs',
        endpoint.href,
        '--moodle',
        site.href,
        '--course',
        '2',
        ...outputs,
        '--state',
        join(folder, 'state'),
        '--patience',
        '1',
      ];
      const said: string[] = [];
      const run = async (more: readonly string[] = [], changed: Record<string, string> = {}): Promise<number | null> => {
        const { code, out, err } = await runInEnglish([...options, ...more], { ...environment, ...changed });
        said.push(out, err);
        return code;
      };
      expect(await run()).toBe(0);
      expect(await run(['--pseudonymous'])).toBe(0);
      for (const [status, code] of [
        [200, 6],
        [301, 4],
        [400, 6],
        [401, 3],
        [403, 3],
        [404, 4],
        [429, 5],
        [500, 5],
      ] as const) {
        lrs.fault = echo(status);
        expect(await run()).toBe(code);
      }
      lrs.fault = undefined;
      // The double's Moodle repeats a token that it does not know.
      expect(await run([], { ASPA_MOODLE_TOKEN: `${moodle.token.slice(0, -1)}8` })).toBe(3);
      hidden.push(...forms(`${moodle.token.slice(0, -1)}8`));
      await writeFile(join(folder, 'secrets'), `ASPA_LRS_KEY: ${lrs.key}\nASPA_LRS_SECRET: 'never closed ${lrs.secret}\n`);
      expect(await run(['--secrets', join(folder, 'secrets')])).toBe(2);
      for (const name of (await readdir(folder)).filter((file) => file !== 'secrets'))
        said.push((await readFile(join(folder, name))).toString('latin1'), (await readFile(join(folder, name))).toString('utf8'));
      for (const secret of hidden)
        expect(
          said.filter((text) => text.includes(secret)),
          'a secret',
        ).toEqual([]);
      expect(said.join('')).toContain('•••');
      // Nor is there a word that anybody has answered.
      expect(said.filter((text) => text.includes('VASTAUS'))).toEqual([]);
    });
  } finally {
    await lrs.stop();
    await moodle.stop();
  }
});

test('credentials on the command line are refused without repeating them', async () => {
  for (const address of ['https://avain:salaisuus@lrs.example/xapi', 'https://lrs.example/xapi?token=salaisuus']) {
    const { code, err } = await runInEnglish(['--lrs', address]);
    expect(code).toBe(2);
    expect(err).toContain('must not hold credentials');
    expect(err).not.toContain('salaisuus');
  }
});

test('a file of secrets works in both usual forms, and is told when others can read it', async () => {
  const lrs = new LrsDouble('k', 'a secret: with # signs');
  const endpoint = await lrs.start();
  try {
    await inFolder(async (folder) => {
      const path = join(folder, 'secrets');
      for (const text of [
        `ASPA_LRS_KEY: k\nASPA_LRS_SECRET: 'a secret: with # signs'\n`,
        `ASPA_LRS_KEY=k\nASPA_LRS_SECRET="a secret: with # signs"\n`,
      ]) {
        await writeFile(path, text);
        await chmod(path, 0o600);
        const kept = await runInEnglish(['--lrs', endpoint.href, '--secrets', path]);
        expect(kept.err).not.toContain('can be read by other users');
        expect(kept.code).toBe(0);
      }
      await chmod(path, 0o644);
      expect((await runInEnglish(['--lrs', endpoint.href, '--secrets', path])).err).toContain('chmod 600');
    });
  } finally {
    await lrs.stop();
  }
});

test.each([
  ['zeros and digits alone', '00012345', '1e5', ''],
  ['signs that mean something elsewhere', 'avain: {x', "sala#i #suus'[", ''],
  ['a byte order mark and Windows’ line ends', 'avain', 'salaisuus', '\uFEFF'],
])('a key of %s is taken as it stands', async (_what, key, secret, mark) => {
  const lrs = new LrsDouble(key, secret);
  const endpoint = await lrs.start();
  try {
    await inFolder(async (folder) => {
      const path = join(folder, 'secrets');
      await writeFile(path, `${mark}# Avaimet\r\nASPA_LRS_KEY: ${key}\r\n\r\nASPA_LRS_SECRET = ${secret}\r\n`);
      const { code, err } = await runInEnglish(['--lrs', endpoint.href, '--secrets', path]);
      expect(err).not.toContain('Error');
      expect(code).toBe(0);
    });
  } finally {
    await lrs.stop();
  }
});

test('a name that is not known is told, its value is not', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'secrets');
    await writeFile(path, 'ASPA_LRS_KEY: avain\nASPA_LRS_SECRTE: salaisuus\n');
    const { code, err } = await runInEnglish(['--lrs', 'https://lrs.example/xapi', '--secrets', path], { ASPA_LRS_SECRET: 'toinen' });
    expect(code).toBe(2);
    expect(err).toContain('line 2 is not understood. Write lines such as ASPA_LRS_KEY: the-key; the names are ASPA_LRS_KEY,');
    expect(err).not.toContain('salaisuus');
  });
});

test('the address of a course in Moodle is answered with the two options that it holds', async () => {
  const { code, err } = await runInEnglish(['--moodle', 'https://moodle.example.fi/course/view.php?id=42', '--csv', '-']);
  expect(code).toBe(2);
  expect(err).toContain('Give --moodle https://moodle.example.fi --course 42.');
});

test.each([
  ['--course', ['--moodle', 'https://moodle.example', '--course', '42', '--course=43']],
  ['--lrs', ['--lrs', 'https://old.example/xapi', '--lrs', 'https://new.example/xapi']],
  ['--people', ['--file', 'r.csv', '--people', 'north.csv', '--people', 'south.csv']],
])('a second %s is not taken in place of the first without a word', async (option, options) => {
  const { code, err } = await runInEnglish(options, { ASPA_LRS_KEY: 'a', ASPA_LRS_SECRET: 'b', ASPA_MOODLE_TOKEN: 'c' });
  expect(err).toContain(`The option ${option} is given twice, and only one of them would count.`);
  expect(code).toBe(2);
});

test('what is missing is named', async () => {
  expect((await runInEnglish(['--lrs', 'https://lrs.example/xapi'])).err).toContain('ASPA_LRS_KEY is missing: --lrs needs it.');
  expect((await runInEnglish([])).err).toContain('No source is given.');
  expect((await runInEnglish(['--moodle', 'https://moodle.example'])).err).toContain('--moodle needs --course.');
  expect((await runInEnglish(['--nonsense'])).code).toBe(2);
  expect((await runInEnglish(['--help'])).out).toContain('Exit codes: 0 done');
});
