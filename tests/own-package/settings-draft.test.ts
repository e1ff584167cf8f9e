import { expect, test } from 'vitest';
import type { CourseSettings } from '../../src/course/settings.ts';
import { draftOf, settingsFrom } from '../../src/own-package/settings-draft.ts';

const own: CourseSettings = { contact: 'tuki@example.org', completeWhen: 'compulsory', report: 'answers' };
const whole: CourseSettings = {
  organization: 'Kunta',
  contact: 'tuki@example.org',
  authority: 'Traficom',
  assessed: '2026-11-26',
  gaps: ['Yksi.', 'Toinen.'],
  completeWhen: 'all',
  report: 'completion',
  statusWhenComplete: 'passed',
  wipesOnCompletion: true,
  overflow: 'warn',
  lrs: ['https://lrs.example', 'http://lrs.example:8080'],
  theme: { accent: '#0c4a80', band: '#ffcc00', logo: { src: 'data:image/png;base64,AA==', alt: 'Kunta' } },
  defaultLanguage: 'sv',
};

test.each(['scorm12', 'scorm2004', 'xapi', 'cmi5', 'web'] as const)('in %s what nobody touches stays as it was', (standard) => {
  expect(settingsFrom(draftOf(own), own, standard)).toEqual(own);
  expect(settingsFrom(draftOf(whole), whole, standard)).toEqual(whole);
  const closed = { ...own, lrs: [] };
  expect(settingsFrom(draftOf(closed), closed, standard)).toEqual(closed);
});

test('what a standard does not ask for is not taken from what was filled in for another', () => {
  expect(settingsFrom(draftOf(whole), own, 'web')).not.toHaveProperty('lrs');
  expect(settingsFrom({ ...draftOf(own), lrs: 'no host/' }, own, 'scorm12')).toEqual(own);
});

test('all that is wrong is told at once', () => {
  const draft = { ...draftOf(whole), contact: ' ', accent: 'red', band: '#808080', logoAlt: '', lrs: 'a.example b/c' };
  expect(settingsFrom(draft, own, 'cmi5')).toEqual([
    { field: 'contact', what: 'missing' },
    { field: 'lrs', what: 'host', written: 'b/c' },
    { field: 'accent', what: 'colour' },
    { field: 'band', what: 'colour', nearest: expect.stringMatching(/^#[0-9a-f]{6}$/) },
    { field: 'logoAlt', what: 'missing' },
  ]);
});
