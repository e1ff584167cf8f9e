import { describe, expect, test } from 'vitest';
import { en } from '../../src/text/en.ts';
import { fi } from '../../src/text/fi.ts';
import { sv } from '../../src/text/sv.ts';
import { part as partEn } from '../../src/text/part/en.ts';
import { part as partFi } from '../../src/text/part/fi.ts';
import { partText } from '../../src/text/part/part-text.ts';
import { part as partSv } from '../../src/text/part/sv.ts';

describe.each([
  ['fi', partText(fi, partFi, ['P']), /ajokortti on sinun/i, ['luokan B', 'Osio P']],
  ['sv', partText(sv, partSv, ['P']), /körkortet är ditt/i, ['klass B', 'Del P']],
  ['en', partText(en, partEn, ['P']), /licence is yours/i, ['class B', 'Part P']],
])('a part in %s', (_, text, licenceIsYours, [ofClass = '', ofPart = '']) => {
  const { earned, shell, licence, rules, workbook } = text;

  test('never says that the licence is earned', () => {
    const said = [earned.licence, licence.isYours, licence.yours(['B']), licence.issued(0), licence.page, licence.card.name];
    expect(said.filter((words) => licenceIsYours.test(words))).toEqual([]);
  });

  test('names a class as the whole does, and calls a sign of no class a part', () => {
    const ways = [earned.classes, licence.yours, workbook.copy.earned];
    for (const way of ways) expect(way(['P'])).toContain(ofPart);
    expect(earned.classes(['B'])).toContain(ofClass);
    expect(rules.classNow('B', ['x'])).toMatch(new RegExp(ofClass, 'i'));
    expect(rules.classNow('P', ['x'])).toMatch(new RegExp(`^${ofPart}`));
    expect(shell.head.done(2, ['P'])).toBe(shell.head.done(2, []));
  });
});
