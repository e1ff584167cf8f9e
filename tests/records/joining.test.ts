/** Who is who: what makes records one person’s, and what several people share. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LrsDouble } from './lrs-double.ts';
import { inFolder, runInEnglish, type CliResult } from './run-cli.ts';
import { linesOf, readLrs, tell } from './told-lrs.ts';

let lrs: LrsDouble;
beforeEach(async () => {
  lrs = new LrsDouble();
  await lrs.start();
});
afterEach(() => lrs.stop());

async function withStaff(staff: string): Promise<CliResult> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'staff.csv'), staff);
    return readLrs(lrs, ['--people', join(folder, 'staff.csv')]);
  });
}

test('what an address that two employees share has earned is given to neither of them', async () => {
  tell(lrs, { mbox: 'mailto:kirjasto@kunta.example' }, 'earned', 'A1', '2026-02-01');
  tell(lrs, { mbox: 'mailto:kirjasto@kunta.example' }, 'earned', 'A2', '2026-02-02');
  const result = await withStaff('henkilönumero;nimi;sähköposti\n1;Aino;kirjasto@kunta.example\n2;Väinö;kirjasto@kunta.example\n');
  expect(linesOf(result).filter(({ employeeNumber, licence }) => employeeNumber !== undefined && licence)).toEqual([]);
});

test.each([
  ['letters that a computer writes in two signs', 'Va\u0308ino\u0308'],
  ['a space that does not show', 'Väinö\u200B'],
  ['a byte order mark in the middle of a file', '\uFEFFVäinö'],
  ['a soft hyphen', 'Väi\u00ADnö'],
])('a name, an address and a unit with %s are the same as without', async (_what, name) => {
  const address = `${name.toLowerCase()}@kunta.example`;
  tell(lrs, { mbox: 'mailto:väinö@kunta.example', name: 'Väinö' }, 'earned', 'A1', '2026-02-01');
  const result = await withStaff(`nimi;sähköposti;yksikkö\n${name};${address};${name}\n`);
  expect(linesOf(result)).toMatchObject([{ name: 'Väinö', email: 'väinö@kunta.example', unit: 'Väinö', classes: { A1: {} } }]);
});

test('user names of a system that minds their case are of two people', async () => {
  tell(lrs, { account: { homePage: 'https://lms.example', name: '0015800000aBcDe' } }, 'earned', 'A1', '2026-02-01');
  tell(lrs, { account: { homePage: 'https://lms.example', name: '0015800000AbCdE' } }, 'earned', 'A2', '2026-02-02');
  expect(linesOf(await readLrs(lrs)).filter(({ licence }) => licence)).toEqual([]);
});

test('a hash of an address as it was typed is that of the address', async () => {
  const hash = createHash('sha1').update('mailto:Aino.Ohman@Kunta.example').digest('hex');
  tell(lrs, { mbox_sha1sum: hash }, 'earned', 'A1', '2026-02-01');
  const result = await withStaff('henkilönumero;nimi;sähköposti\n1;Aino;Aino.Ohman@Kunta.example\n');
  expect(linesOf(result)).toMatchObject([{ name: 'Aino', status: 'begun' }]);
});

/** Aino with class A1 and Väinö with A2: together, and only together, they have the licence. */
const twoRows = async (
  heads: string,
  [aino, vaino]: readonly [string, string],
  map: string,
  options: readonly string[] = [],
  files: 1 | 2 = 1,
): Promise<CliResult> =>
  inFolder(async (folder) => {
    const rows = [`${aino};1.2.2026;`, `${vaino};;2.2.2026`];
    const paths = files === 1 ? [rows] : rows.map((row) => [row]);
    for (const [index, some] of paths.entries()) await writeFile(join(folder, `r${index}.csv`), [`${heads};A1;A2`, ...some].join('\n'));
    await writeFile(join(folder, 'map.yaml'), `${map}\nclasses:\n  A1: A1\n  A2: A2\n`);
    const given = paths.flatMap((_, index) => ['--file', join(folder, `r${index}.csv`)]);
    return runInEnglish([...given, '--columns', join(folder, 'map.yaml'), '--json', '-', ...options]);
  });
const numbered = 'employeeNumber: Henkilönumero\nname: Nimi\nemail: Email';

test.each(['1042', '0', 'N/A', 'ei tiedossa'])(
  'two names with two addresses under the number %s (of two municipalities, or for none) are not one person without a word',
  async (number) => {
    const { out, err } = await twoRows(
      'Henkilönumero;Nimi;Email',
      [`${number};Aino;aino@muurame.example`, `${number};Väinö;vaino@keuruu.example`],
      numbered,
    );
    expect({ licence: out.includes('"licence"'), said: err.includes('Warning') }).not.toEqual({ licence: true, said: false });
  },
);

test('who is not to be known by the number is not known by it', async () => {
  const { out } = await twoRows('Henkilönumero;Nimi;Email', ['1042;Aino;aino@k.example', '1042;Väinö;vaino@k.example'], numbered, [
    '--identify',
    'email',
  ]);
  expect(out).not.toContain('"licence"');
});

test('user names of two systems that are the same are of two people where their addresses differ', async () => {
  const map = 'account: Tunnus\nname: Nimi\nemail: Email';
  const { out, err } = await twoRows('Tunnus;Nimi;Email', ['17;Aino;aino@k.example', '17;Väinö;vaino@k.example'], map, [], 2);
  expect({ licence: out.includes('"licence"'), said: err.includes('Warning') }).not.toEqual({ licence: true, said: false });
});

test('an account that only the second report of a folder says joins what another source knows of it', async () => {
  tell(lrs, { account: { homePage: 'https://lms.example', name: 'aino' } }, 'earned', 'A2', '2026-02-02');
  await inFolder(async (folder) => {
    const place = join(folder, 'reports');
    await mkdir(place);
    await writeFile(join(place, 'a.csv'), 'Email;Tunnus;A1\naino@k.example;;1.2.2026\n');
    await writeFile(join(place, 'b.csv'), 'Email;Tunnus;A1\naino@k.example;aino;\n');
    await writeFile(join(folder, 'map.yaml'), 'email: Email\naccount: Tunnus\nclasses:\n  A1: A1\n');
    const result = await readLrs(lrs, ['--file', place, '--columns', join(folder, 'map.yaml')]);
    expect(linesOf(result)).toMatchObject([{ status: 'earned' }]);
  });
});

test('two people of the list of staff who share an address are both in the table', async () => {
  tell(lrs, { mbox: 'mailto:maija@kunta.example' }, 'initialized', undefined, '2026-02-01');
  const result = await withStaff('nimi;sähköposti;yksikkö\nAino;kirjasto@kunta.example;Muurame\nVäinö;kirjasto@kunta.example;Keuruu\n');
  expect(linesOf(result).map(({ name }) => name)).toEqual(expect.arrayContaining(['Aino', 'Väinö']));
});

test('two employee numbers are of two people, though name and address are the same', async () => {
  tell(lrs, { mbox: 'mailto:maija@kunta.example' }, 'initialized', undefined, '2026-02-01');
  const result = await withStaff('henkilönumero;nimi;sähköposti\n1;Aino Aalto;aalto@kunta.example\n2;Aino Aalto;aalto@kunta.example\n');
  expect(linesOf(result).flatMap(({ employeeNumber }) => employeeNumber ?? [])).toEqual(['1', '2']);
});

test('somebody who is on the list in two units is told of: only the first is shown', async () => {
  tell(lrs, { mbox: 'mailto:aino@kunta.example' }, 'earned', 'A1', '2026-02-01');
  const rows = 'nimi;sähköposti;yksikkö\nAino;aino@kunta.example;Muurame\n';
  const result = await withStaff(`${rows}Aino;Aino@kunta.example;Keuruu\n`);
  expect(linesOf(result)).toMatchObject([{ unit: 'Muurame' }]);
  expect(result.err).toContain('Warning: People who are on the list of staff in several units: 1.');
  expect((await withStaff(`${rows}Aino;aino@kunta.example;Muurame\n`)).err).not.toContain('Warning');
});

test('what was stored long after it happened is told of: the clock may have been behind', async () => {
  const LATE = 'Warning: 1 completion was stored more than a year after the day that the statement says.';
  tell(lrs, { mbox: 'mailto:aino@kunta.example' }, 'earned', 'A1', '2026-02-01');
  expect((await readLrs(lrs)).err).not.toContain(LATE);
  tell(lrs, { mbox: 'mailto:aino@kunta.example' }, 'earned', 'A2', '2015-01-01', { stored: '2026-02-02T09:00:00.000Z' });
  expect((await readLrs(lrs)).err).toContain(LATE);
});

test('a system that moved from http to https is the same one', async () => {
  tell(lrs, { account: { homePage: 'http://moodle.kunta.example', name: 'aino' } }, 'earned', 'A1', '2026-02-01');
  tell(lrs, { account: { homePage: 'https://moodle.kunta.example', name: 'aino' } }, 'earned', 'A2', '2026-02-02');
  expect(linesOf(await readLrs(lrs))).toMatchObject([{ status: 'earned' }]);
});

test('what several have for a number keeps nobody from who she is', async () => {
  await inFolder(async (folder) => {
    await writeFile(join(folder, 'r.csv'), 'Numero;Nimi;Email;A1\n0;Aino Öhman;aino@k.example;1.2.2026\n0;Väinö Åberg;vaino@k.example;\n');
    await writeFile(join(folder, 'map.yaml'), 'employeeNumber: Numero\nname: Nimi\nemail: Email\nclasses:\n  A1: A1\n');
    await writeFile(
      join(folder, 'staff.csv'),
      'henkilönumero;nimi;sähköposti\n7;Aino Öhman;aino@k.example\n8;Väinö Åberg;vaino@k.example\n',
    );
    const given = ['--file', join(folder, 'r.csv'), '--columns', join(folder, 'map.yaml'), '--people', join(folder, 'staff.csv')];
    const result = await runInEnglish([...given, '--json', '-']);
    expect(linesOf(result)).toMatchObject([
      { employeeNumber: '7', status: 'begun' },
      { employeeNumber: '8', status: 'not-begun' },
    ]);
    expect(result.err).toContain('Warning: Employee numbers, e-mail addresses or user names that several people have: 1.');
  });
});

test.each([
  ['of two colleagues', 'Väinö Åberg', 'Aino Öhman', true],
  ['of two colleagues with the same first name', 'Anna Virtanen', 'Anna Mäkinen', true],
  ['in another order', 'Väinö Åberg', 'Åberg, Väinö', false],
  ['with a name more', 'Väinö Åberg', 'Väinö Johannes Åberg', false],
  ['with an initial', 'Väinö Johannes Åberg', 'Väinö J. Åberg', false],
  ['without its dots', 'Väinö Åberg', 'Vaino Aberg', false],
])('an address under two names %s', async (_what, name, listed, isTold) => {
  tell(lrs, { mbox: 'mailto:kirjasto@kunta.example', name }, 'earned', 'A1', '2026-02-01');
  const { err } = await withStaff(`nimi;sähköposti\n${listed};kirjasto@kunta.example\n`);
  expect(err.includes('Warning: People whose records have different names: 1.')).toBe(isTold);
  expect(err.includes('Warning')).toBe(isTold);
});

test('an address under two names in one LRS is told of, in a run that goes on from a state too', async () => {
  const TOLD = 'Warning: People whose records have different names: 1.';
  tell(lrs, { mbox: 'mailto:kirjasto@kunta.example', name: 'Aino Öhman' }, 'earned', 'A1', '2026-02-01');
  tell(lrs, { mbox: 'mailto:kirjasto@kunta.example', name: 'Öhman, Aino' }, 'earned', 'B', '2026-02-02');
  await inFolder(async (folder) => {
    const state = ['--state', join(folder, 'state.jsonl')];
    expect((await readLrs(lrs, state)).err).not.toContain('Warning');
    tell(lrs, { mbox: 'mailto:kirjasto@kunta.example', name: 'Väinö Åberg' }, 'earned', 'A2', '2026-02-03');
    for (const more of [state, state, []]) expect((await readLrs(lrs, more)).err).toContain(TOLD);
  });
});

test('the user name of somebody who has changed her name is still hers alone', async () => {
  const account = { homePage: 'https://lms.example', name: 'aino' };
  tell(lrs, { account, name: 'Aino Öhman' }, 'earned', 'A1', '2026-02-01');
  tell(lrs, { account, name: 'Aino Mäkelä' }, 'earned', 'A2', '2026-02-02');
  expect((await readLrs(lrs)).err).not.toContain('Warning');
});

test.each(['mailto:', 'mailto:undefined'])('people whom an LRS names by “%s” are not one person', async (mbox) => {
  tell(lrs, { mbox, name: 'Aino Öhman' }, 'earned', 'A1', '2026-02-01');
  tell(lrs, { mbox, name: 'Väinö Åberg' }, 'earned', 'A2', '2026-02-02');
  tell(lrs, { mbox, account: { homePage: 'https://lms.example', name: 'oona' } }, 'earned', 'B', '2026-02-03');
  const { code, out, err } = await readLrs(lrs);
  expect(linesOf({ out })).toMatchObject([{ account: 'oona', classes: { B: {} } }]);
  expect(err).toContain('an actor that is no single person');
  expect(code).toBe(8);
});

describe('rows of one name that may be one person’s are told of', () => {
  const twice = (staff: string, ...addresses: readonly string[]): Promise<CliResult> => {
    for (const [index, address] of addresses.entries())
      tell(lrs, { mbox: `mailto:${address}`, name: 'Anna Virtanen' }, 'earned', `A${index + 1}`, '2026-02-01');
    return withStaff(`henkilönumero;nimi;sähköposti\n${staff}`);
  };
  const TOLD = 'Warning: Names that stand in several rows: 1.';

  test.each([
    ['she has two accounts', '7;Anna Virtanen;anna@kunta.example\n', ['anna@kunta.example', 'anna@gmail.example']],
    ['she has two accounts, and is on no list', '8;Pekka;pekka@kunta.example\n', ['anna@kunta.example', 'anna@gmail.example']],
    ['the list lacks her address', '7;Virtanen Anna;\n', ['anna@kunta.example']],
  ])('%s', async (_why, staff, addresses) => {
    expect((await twice(staff, ...addresses)).err).toContain(TOLD);
  });

  test.each([
    ['both are on the list of people', '7;Anna Virtanen;anna@kunta.example\n8;Anna Virtanen;anna.v@kunta.example\n'],
    ['they are one', '7;Anna Virtanen;anna@kunta.example\n'],
    ['the list says both of her addresses', '7;Anna Virtanen;anna@gmail.example\n7;Anna Virtanen;anna@kunta.example\n'],
  ])('but not where %s', async (_why, staff) => {
    expect((await twice(staff, 'anna@kunta.example', ...(staff.includes('gmail') ? ['anna@gmail.example'] : []))).err).not.toContain(
      'Warning',
    );
  });
});

describe('an address in a report', () => {
  const read = (rows: string): Promise<CliResult> =>
    inFolder(async (folder) => {
      const heads = 'Name,Email address,Attempt,Started on,Last accessed on,Score';
      await writeFile(join(folder, 'Aspa-ajokortti.csv'), `${heads}\n${rows}`);
      await writeFile(join(folder, 'staff.csv'), 'henkilönumero;nimi;sähköposti\n1;Aino Öhman;mailto:Aino@k.example\n');
      return runInEnglish(['--file', join(folder, 'Aspa-ajokortti.csv'), '--people', join(folder, 'staff.csv'), '--json', '-']);
    });
  const DONE = '1,2026-02-01,2026-02-02,100\n';

  test.each([
    ['in the column of names', 'aino@k.example,'],
    ['beside itself as a name', 'aino@k.example,aino@k.example'],
    ['with a name before it', 'Aino Öhman,Aino Öhman <aino@k.example>'],
    ['with the word of a link', 'Aino Öhman,mailto:aino@k.example'],
    ['with what parts it from the next', 'Aino Öhman,aino@k.example;'],
  ])('is one %s', async (_where, cells) => {
    const result = await read(`${cells},${DONE}`);
    expect(linesOf(result)).toMatchObject([{ name: 'Aino Öhman', employeeNumber: '1', status: 'earned' }]);
    expect(result.err).not.toContain('different names');
  });

  test('is none where a word says so: those people are not one', async () => {
    const result = await read(`Anna Mäki,ei ole,${DONE}Väinö Åberg,ei ole,1,2026-02-01,2026-02-02,0\n`);
    expect(linesOf(result).map(({ name, status }) => [name, status])).toEqual([
      ['Aino Öhman', 'not-begun'],
      ['Anna Mäki', 'earned'],
      ['Väinö Åberg', 'begun'],
    ]);
    expect(result.err).toContain('Warning: Rows with a name only: 2.');
  });
});

test('an employee number and another person’s user name that are the same text make nobody one', async () => {
  await inFolder(async (folder) => {
    await writeFile(
      join(folder, 'a.csv'),
      'Employee number,Name,Attempt,Started on,Last accessed on,Score\n1001,Aino Äijä,1,2026-02-01,2026-02-02,100\n',
    );
    await writeFile(
      join(folder, 'b.csv'),
      'Username,Name,Attempt,Started on,Last accessed on,Score\n1001,Väinö Öhman,1,2026-03-01,2026-03-02,0\n',
    );
    const result = await runInEnglish(['--file', folder, '--json', '-']);
    expect(linesOf(result).map(({ name }) => name)).toEqual(['Aino Äijä', 'Väinö Öhman']);
  });
});

test('a person keeps the unit that only the second report of a folder says', async () => {
  await inFolder(async (folder) => {
    const heads = 'Attempt,Started on,Last accessed on,Score';
    await writeFile(join(folder, 'a.csv'), `Name,Email address,${heads}\nAino,aino@k.example,1,2026-02-01,2026-02-02,100\n`);
    await writeFile(
      join(folder, 'b.csv'),
      `Name,Email address,Department,${heads}\nAino,aino@k.example,Muurame,1,2026-02-01,2026-02-02,100\n`,
    );
    expect(linesOf(await runInEnglish(['--file', folder, '--json', '-']))).toMatchObject([{ unit: 'Muurame' }]);
  });
});
