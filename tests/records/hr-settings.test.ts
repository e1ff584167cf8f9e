/** With what HR's page begins where nothing is remembered. */
import { expect, test } from 'vitest';
import { defaultsFor } from '../../src/records/hr-page/saved-settings.ts';

test.each([
  [['sv-FI', 'fi'], 'sv'],
  [['fi-FI', 'sv'], 'fi'],
  [['en-GB', 'sv', 'fi'], 'sv'],
  [['en-US'], 'fi'],
  [['svx', 'de'], 'fi'],
  [[], 'fi'],
])('a browser that prefers %j gets it in %s', (languages, language) => {
  expect(defaultsFor(languages).language).toBe(language);
});
