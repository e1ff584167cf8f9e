import { expect, test } from 'vitest';
import { findScormApi, SCORM12_FUNCTIONS, SCORM2004_FUNCTIONS } from '../../../src/tracking/scorm/scorm-api.ts';

const api = (name: string, answer: unknown = 'true'): Record<string, unknown> => ({
  name,
  LMSInitialize: () => answer,
  LMSGetValue: () => answer,
  LMSSetValue: () => answer,
  LMSGetLastError: () => 405,
  LMSGetErrorString: () => 'Incorrect Data Type',
  LMSGetDiagnostic: () => 'Too long',
});

/** A page at the bottom of so many windows. */
function nested(levels: number, properties: Record<string, unknown>): Window {
  let at: Record<string, unknown> = { ...properties };
  at['parent'] = at;
  const top = at;
  for (let level = 0; level < levels; level++) at = { parent: at, top };
  return at as unknown as Window;
}

const crossOrigin = new Proxy(
  {},
  {
    get(_, property) {
      if (property === 'parent') return undefined;
      throw new DOMException('Blocked a frame with origin', 'SecurityError');
    },
  },
);

test.each([0, 1, 7, 499])('the API is found %i levels above', (levels) => {
  expect(findScormApi(nested(levels, { API: api('far') }), SCORM12_FUNCTIONS)?.initialize().ok).toBe(true);
});

test('above 500 levels it is given up, without an end to the search', () => {
  expect(findScormApi(nested(600, { API: api('too far') }), SCORM12_FUNCTIONS)).toBeUndefined();
});

test('parents come before the opener', () => {
  const page = nested(1, { API: api('parent', 'true') }) as unknown as Record<string, unknown>;
  page['opener'] = { API: api('opener', 'false') };
  expect(findScormApi(page as unknown as Window, SCORM12_FUNCTIONS)?.initialize().ok).toBe(true);
});

test('the opener and its parents are looked at where no parent has it', () => {
  const opener = nested(3, { API: api('opener') });
  expect(findScormApi({ opener, parent: undefined } as unknown as Window, SCORM12_FUNCTIONS)?.initialize().ok).toBe(true);
  const top = { opener, parent: undefined };
  expect(findScormApi({ parent: top, top } as unknown as Window, SCORM12_FUNCTIONS)?.initialize().ok).toBe(true);
});

test('a parent of another origin stops nothing', () => {
  const opener = nested(0, { API: api('opener') });
  expect(findScormApi({ parent: crossOrigin, opener } as unknown as Window, SCORM12_FUNCTIONS)?.initialize().ok).toBe(true);
  expect(findScormApi({ parent: crossOrigin, opener: crossOrigin } as unknown as Window, SCORM12_FUNCTIONS)).toBeUndefined();
});

test('the API of the other version is not taken for ours', () => {
  expect(findScormApi(nested(2, { API: api('1.2') }), SCORM2004_FUNCTIONS)).toBeUndefined();
});

test('numbers and undefined are read as text', () => {
  expect(findScormApi(nested(0, { API: api('numbers', 12) }), SCORM12_FUNCTIONS)?.get('cmi.core.score.raw')).toBe('12');
  expect(
    findScormApi(nested(0, { API: { ...api('undefined'), LMSGetValue: () => undefined } }), SCORM12_FUNCTIONS)?.get('cmi.core.score.raw'),
  ).toBe('');
});

test('a refusal comes with the LMS’s own code and words', () => {
  const result = findScormApi(nested(0, { API: api('strict', 'false') }), SCORM12_FUNCTIONS)?.set('cmi.suspend_data', 'x');
  expect(result).toMatchObject({ ok: false, code: '405' });
  expect(result?.detail).toContain('Incorrect Data Type');
  expect(result?.detail).toContain('Too long');
});

test('an API that throws, or lacks a function, throws nothing at us', () => {
  const throwing = { ...api('throwing'), LMSGetValue: () => { throw new TypeError('write-only'); }, LMSSetValue: () => { throw new URIError('malformed'); } }; // prettier-ignore
  const found = findScormApi(nested(0, { API: throwing }), SCORM12_FUNCTIONS);
  expect(found?.get('cmi.core.exit')).toBe('');
  expect(found?.set('cmi.core.exit', 'suspend')).toMatchObject({ ok: false, code: 'threw' });
  expect(found?.commit()).toMatchObject({ ok: false, code: 'threw' });
});

test('an element that is called API, as a window shows it, is none', () => {
  const element = { id: 'API', tagName: 'IFRAME' };
  const page = { API: element, parent: nested(1, { API: api('parent') }) } as unknown as Window;
  expect(findScormApi(page, SCORM12_FUNCTIONS)?.initialize().ok).toBe(true);
  expect(findScormApi({ API: crossOrigin } as unknown as Window, SCORM12_FUNCTIONS)).toBeUndefined();
});

test('an API that is a function is one too', () => {
  const { name: _name, ...functions } = api('function');
  const page = { API: Object.assign(() => undefined, functions) } as unknown as Window;
  expect(findScormApi(page, SCORM12_FUNCTIONS)?.initialize().ok).toBe(true);
});
