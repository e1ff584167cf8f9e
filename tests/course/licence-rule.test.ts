/** The rule of the licence: how it is written, when it is met, what it lacks, and by which rule of which day. */
import { describe, expect, test } from 'vitest';
import { impliedByCompletion } from '../../src/course/completion-rules.ts';
import { outOfOrder } from '../../src/course/rule-periods.ts';
import {
  choiceAmong,
  choiceOf,
  countOf,
  isMet,
  isNeeded,
  licenceOn,
  licenceRuleOf,
  licenceRulesOf,
  remainingOf,
  roleOf,
} from '../../src/course/licence-rule.ts';
import { readLicenceRule } from '../../src/course/read-licence-rule.ts';
import { ruleWords } from '../../src/shell/licence/rule-words.ts';
import { en } from '../../src/text/en.ts';
import { fi } from '../../src/text/fi.ts';
import { sv } from '../../src/text/sv.ts';

const having =
  (ids: string) =>
  (id: string): boolean =>
    ids.split(' ').includes(id);

describe('a written rule', () => {
  test.each([
    ['A1 and A2', 'A1 A2', 'A1'],
    ['A1 or A2', 'A2', 'B'],
    ['any 2 of B C D E', 'B E', 'C A1'],
    ['A1 and any 1 of B C', 'A1 C', 'B C'],
    ['A1 and (B or C)', 'A1 B', 'A1'],
    ['(A1 and A2) or B', 'B', 'A1'],
    ['A', 'A', 'B'],
  ])('%s is met by %s and not by %s', (written, enough, tooLittle) => {
    const rule = readLicenceRule(written);
    expect(isMet(rule, having(enough))).toBe(true);
    expect(isMet(rule, having(tooLittle))).toBe(false);
  });

  test.each([
    ['', ''],
    ['A1 and', ''],
    ['A1 A2', 'A2'],
    ['A1 and A2 or B', 'or'],
    ['any 3 of B C', ''],
    ['any of B', 'of'],
    ['any 0 of B', '0'],
    ['(A1 or B', ''],
    ['a1', 'a1'],
  ])('%j is none, and the word is named', (written, at) => {
    expect(() => readLicenceRule(written)).toThrow(expect.objectContaining({ name: 'RuleSyntaxError', at }) as Error);
  });
});

describe('what a rule says of classes', () => {
  test.each([
    ['A1 and A2', 'A1', 'compulsory'],
    ['A1 or A2', 'A1', 'alternative'],
    ['A1 or A2', 'B', 'optional'],
    ['any 2 of B C', 'C', 'compulsory'],
    ['A1 and (A1 or B)', 'B', 'alternative'],
  ] as const)('in %s, %s is %s', (written, id, role) => {
    expect(roleOf(readLicenceRule(written), id)).toBe(role);
  });

  test('a chapter with both of two alternatives is needed', () => {
    expect(isNeeded(readLicenceRule('A1 or A2'), ['A1', 'A2'])).toBe(true);
  });

  test.each([
    ['A1 and A2', '', [0, 2], 'luokat A1 ja A2', 'klasserna A1 och A2', 'classes A1 and A2'],
    ['A1 and A2', 'A2', [1, 2], 'luokka A1', 'klass A1', 'class A1'],
    ['A1 or A2', '', [0, 1], 'luokka A1 tai A2', 'klass A1 eller A2', 'class A1 or A2'],
    ['any 2 of B C D E', '', [0, 2], 'kaksi luokista B, C, D ja E', 'två av klasserna B, C, D och E', 'two of the classes B, C, D and E'],
    ['any 2 of B C D E', 'C', [1, 2], 'luokka B, D tai E', 'klass B, D eller E', 'class B, D or E'],
    [
      'A1 and any 2 of B C D',
      'B',
      [1, 3],
      'luokka A1 ja lisäksi luokka C tai D',
      'klass A1 och dessutom klass C eller D',
      'class A1 and also class C or D',
    ],
    ['B or (A1 and A2)', 'A1', [1, 2], 'luokka B tai A2', 'klass B eller A2', 'class B or A2'],
  ])('of %s somebody who has “%s” is at %j and lacks: %s', (written, has, count, ...words) => {
    const rule = readLicenceRule(written);
    const { have, need } = countOf(rule, having(has));
    expect([have, need]).toEqual(count);
    const missing = remainingOf(rule, having(has)) ?? '';
    expect([fi, sv, en].map((text) => ruleWords(missing, text as typeof fi))).toEqual(words);
  });

  test.each([
    ['A1 and A2', '', undefined],
    ['A or B', '', 'luokka A tai B'],
    ['A1 and any 2 of B C D', '', 'kaksi luokista B, C ja D'],
    ['A1 and any 2 of B C D', 'C', 'luokka B tai D'],
    ['any 2 of B C', '', undefined],
  ])('the choice of %s for somebody who has “%s” is: %s', (written, has, expected) => {
    const choice = choiceOf(readLicenceRule(written), having(has));
    expect(choice && ruleWords(choice, fi)).toBe(expected);
  });

  test.each([
    ['A or B', ['A', 'B'], 'Ajokorttiin tarvitaan yksi näistä', 'Körkortet kräver en av dessa', 'The licence needs one of these'],
    [
      'A1 and any 2 of B C D',
      ['B', 'C', 'D'],
      'Ajokorttiin tarvitaan kaksi näistä',
      'Körkortet kräver två av dessa',
      'The licence needs two of these',
    ],
    // Of two in one chapter one does not say how many chapters it takes.
    [
      'any 2 of B1 B2 C',
      ['B1 B2', 'C'],
      'Ajokorttiin tarvitaan osa näistä',
      'Körkortet kräver några av dessa',
      'The licence needs some of these',
    ],
    [
      '(A or B) and (C or D)',
      ['A', 'B', 'C', 'D'],
      'Ajokorttiin tarvitaan osa näistä',
      'Körkortet kräver några av dessa',
      'The licence needs some of these',
    ],
  ])('of %s what there is a choice of has a heading', (written, chapters, ...words) => {
    const groups = (chapters as readonly string[]).map((ids) => ids.split(' '));
    const count = choiceAmong(readLicenceRule(written), groups);
    expect([fi, sv, en].map(({ rules }) => rules.among(count))).toEqual(words);
  });

  test('nothing lacks once it is met', () => {
    expect(remainingOf(readLicenceRule('any 1 of B C'), having('C'))).toBeUndefined();
  });
});

describe('the rule of a day', () => {
  const classes = [
    { id: 'A1', compulsory: true },
    { id: 'A2', compulsory: false },
  ];
  const licence = [{ rule: 'A1' }, { from: '2026-12-01', rule: readLicenceRule('A1 and A2') }];
  const held = (days: Record<string, string | undefined>, now = '2027-01-01') =>
    licenceOn(licence, new Map(Object.entries(days)), now, (day) => day);

  test('without one of its own, a course goes by its compulsory classes', () => {
    expect(licenceRulesOf({ classes })).toEqual([{ rule: { atLeast: 1, of: ['A1'] } }]);
  });

  test('what was earned under a rule is kept under the next', () => {
    expect(held({ A1: '2026-11-30' })).toMatchObject({ since: '2026-11-30', rule: 'A1' });
    expect(held({ A1: '2026-12-01' })).toBeUndefined();
    expect(held({ A1: '2026-12-01', A2: '2026-12-03' })).toMatchObject({ since: '2026-12-03' });
  });

  test('a rule to come holds for nobody yet', () => {
    expect(held({ A1: '2026-11-30' }, '2026-11-30')).toMatchObject({ rule: 'A1' });
    const now = new Date('2026-11-30T12:00:00').getTime();
    expect(licenceRuleOf({ classes, licence }, now)).toBe('A1');
    expect(licenceRuleOf({ classes, licence }, now + 86_400_000)).toEqual({ atLeast: 2, of: ['A1', 'A2'] });
  });

  test('a milder rule gives the licence on its first day to whoever has what it takes', () => {
    const milder = [{ rule: readLicenceRule('A1 and A2') }, { from: '2026-12-01', rule: 'A1' }];
    expect(licenceOn(milder, new Map([['A1', '2026-05-01']]), '2027-01-01', (day) => day)).toMatchObject({ since: '2026-12-01' });
  });

  test('a class of an unknown day counts by the rule in force, and gives no day', () => {
    expect(held({ A1: undefined })).toBeUndefined();
    expect(held({ A1: undefined, A2: '2026-12-03' })).toEqual({ rule: licence[1]?.rule, since: undefined });
  });

  test('a completion proves only what every rule so far asks for', () => {
    const course = { classes, completeWhen: 'compulsory' } as const;
    expect(impliedByCompletion(course, ['A1', readLicenceRule('A1 and A2')])).toEqual(['A1']);
    expect(impliedByCompletion({ ...course, completeWhen: 'all' }, ['A1'])).toEqual(['A1', 'A2']);
    expect(impliedByCompletion(course, [readLicenceRule('A1 or A2')])).toEqual([]);
  });

  test.each([
    [[{}, { from: '2026-12-01' }], undefined],
    [[{ from: '2026-12-01' }], 0],
    [[{}, {}], 1],
    [[{}, { from: '2026-12-01' }, { from: '2026-12-01' }], 2],
  ])('%j: the first that is out of order is %s', (rules, at) => {
    expect(outOfOrder(rules)).toBe(at);
  });
});
