import fc from 'fast-check';
import { expect, test } from 'vitest';
import { manifestElements } from '../../build/manifest-elements.ts';
import { element, escapeXml, xmlDocument } from '../../manifests/xml.ts';

test('markup, quotation marks and line ends are escaped', () => {
  expect(escapeXml(`<a & "b" 'c'>\n\t`)).toBe('&lt;a &amp; &quot;b&quot; &apos;c&apos;&gt;&#10;&#9;');
});

test.each(['\u0000', '\u000b', '\ud800', '\uffff'])('a character that XML does not have is refused (%j)', (character) => {
  expect(() => escapeXml(`a${character}b`)).toThrow(RangeError);
});

test('an element without content closes itself', () => {
  expect(xmlDocument(element('a', { b: '1' }))).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a b="1"/>\n');
});

test('whatever is written is read back the same', () => {
  const text = fc
    .string({ unit: 'grapheme' })
    .filter((each) => /^[^\u0000-\u001f\ufffe\uffff]*$/.test(each) && each === each.trim() && each !== '');
  fc.assert(
    fc.property(text, text, (attribute, content) => {
      const [outer, inner] = manifestElements(xmlDocument(element('a', {}, [element('x:b', { 'x:c': attribute }, content)])));
      expect(outer?.children).toEqual([inner]);
      expect(inner).toMatchObject({ name: 'b', attributes: { c: attribute }, text: content });
    }),
  );
});
