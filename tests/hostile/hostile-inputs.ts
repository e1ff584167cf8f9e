/** What somebody may write who wants to do harm, as texts, bytes, JSON and changed copies of what is right. */
import fc from 'fast-check';

/** Of texts that have broken programs of this kind before. */
export const NASTY_TEXTS = [
  '<script>globalThis.harmed = true</script>',
  '<img src=x onerror="globalThis.harmed = true">',
  '"><svg onload=globalThis.harmed=true>',
  "'-alert(1)-'",
  '${globalThis.harmed = true}',
  '{{constructor.constructor("return 1")()}}',
  '[x](javascript:alert(1))',
  ']]><!--',
  "Anna\n=cmd|' /C calc'!A0",
  'Anna\r=1+1',
  ',=1+1',
  ';@SUM(A1)',
  '\t+1',
  '-2+3',
  '\u202eevil',
  '\u0000',
  '\ud800',
  '😀'.repeat(50),
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '%E0%A4%A',
  '%',
  'a'.repeat(5_000),
  '\n'.repeat(500),
  '9'.repeat(400),
  'NaN',
  '',
  ' ',
] as const;

export const nastyText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY_TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...NASTY_TEXTS), fc.constantFrom(...NASTY_TEXTS)).map((texts) => texts.join('')) },
);

/** Any JSON, with nasty texts as keys and values, and deep. */
export const nastyJson: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.oneof(nastyText, fc.double(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
        fc.array(tie('value'), { maxLength: 5 }),
        fc.dictionary(nastyText, tie('value'), { maxKeys: 5 }),
      ),
    })).value,
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3_000 }).map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown) },
);

/** A change of a text: something in the place of a part of it. */
interface Change {
  readonly at: number;
  readonly length: number;
  readonly with: string;
}

/** What is right, with a few changes. */
export function changedText(texts: fc.Arbitrary<string>, more: fc.Arbitrary<string> = nastyText): fc.Arbitrary<string> {
  const change: fc.Arbitrary<Change> = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 100_000 })),
    with: fc.oneof(more, fc.constant('')),
  });
  return fc.tuple(texts, fc.array(change, { minLength: 1, maxLength: 4 })).map(([text, changes]) =>
    changes.reduce((before, { at, length, with: replacement }) => {
      const start = Math.floor(at * before.length);
      return before.slice(0, start) + replacement + before.slice(start + length);
    }, text),
  );
}
