/** With what HR's page begins, and what it remembers. */
import { afterEach, expect, test, vi } from 'vitest';
import { defaultsFor, remember, remembered } from '../../src/records/hr-page/hr-settings.ts';

const FOR_EVER = {};
const THREE_YEARS = { validFor: { count: 3, unit: 'y' } } as const;

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  [['sv-FI', 'fi'], 'sv'],
  [['fi-FI', 'sv'], 'fi'],
  [['en-GB', 'sv', 'fi'], 'sv'],
  [['en-US'], 'fi'],
  [['svx', 'de'], 'fi'],
  [[], 'fi'],
])('a browser that prefers %j gets it in %s', (languages, language) => {
  expect(defaultsFor(languages, FOR_EVER).language).toBe(language);
});

/** A browser's storage, as far as the page uses it. */
function keepInMemory(): void {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
}

test('a licence is valid for as long as the course says, also in settings from before it said so', () => {
  keepInMemory();
  expect(remember(defaultsFor([], FOR_EVER), FOR_EVER)).toBe(true);
  expect(remembered(FOR_EVER)?.validFor).toBeUndefined();
  expect(remembered(THREE_YEARS)?.validFor).toEqual({ count: 3, unit: 'y' });
  expect(defaultsFor([], THREE_YEARS).validFor).toEqual({ count: 3, unit: 'y' });
});

test.each([[{ count: 18, unit: 'm' } as const], [{ count: 3, unit: 'm' } as const], [undefined]])(
  'what HR has said in place of that is remembered: %j',
  (validFor) => {
    keepInMemory();
    remember({ ...defaultsFor([], THREE_YEARS), validFor }, THREE_YEARS);
    expect(remembered(THREE_YEARS)?.validFor).toEqual(validFor);
  },
);

test('settings that were remembered before the course could say it are read', () => {
  keepInMemory();
  const { validFor: _none, asOf: _day, ...settings } = defaultsFor([], FOR_EVER);
  localStorage.setItem('aspa-ajokortti-suoritukset', JSON.stringify({ ...settings, validFor: { count: 2, unit: 'y' } }));
  expect(remembered(THREE_YEARS)?.validFor).toEqual({ count: 2, unit: 'y' });
});
