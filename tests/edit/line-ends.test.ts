import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalized, withOwnLineEnds } from '../../build/edit/line-ends.ts';

test('a file keeps its line ends and its byte order mark, and new lines get the same', () => {
  expect(withOwnLineEnds('\uFEFFa\r\nb\r\nc\r\n', 'a\nx\ny\nc\n')).toBe('\uFEFFa\r\nx\r\ny\r\nc\r\n');
  expect(withOwnLineEnds('a\nb\n', 'a\nb\nc\n')).toBe('a\nb\nc\n');
  expect(withOwnLineEnds('', 'a\n')).toBe('a\n');
});

const text = fc.array(fc.constantFrom('a', 'b', 'ä', '😀', '\n', '\r\n'), { maxLength: 30 }).map((letters) => letters.join(''));

test('whatever the line ends, the file says the new text, and the lines around the change are its own', () => {
  fc.assert(
    fc.property(text, text, text, text, (head, was, is, tail) => {
      const raw = `${head}H\n${was}\nT${tail}`;
      const after = `${normalized(head)}H\n${normalized(is)}\nT${normalized(tail)}`;
      const written = withOwnLineEnds(raw, after);
      expect(normalized(written)).toBe(after);
      expect(written.startsWith(`${head}H`)).toBe(true);
      expect(written.endsWith(`T${tail}`)).toBe(true);
    }),
  );
});
