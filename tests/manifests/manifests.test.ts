import { NOTHING_MOVED } from '../../src/course/moved-ids.ts';
import { describe, expect, test } from 'vitest';
import { cmi5Manifest } from '../../manifests/cmi5.ts';
import { manifestTitle } from '../../manifests/identifiers.ts';
import { scorm12Manifest } from '../../manifests/scorm12.ts';
import { scorm2004Manifest } from '../../manifests/scorm2004.ts';
import { tincanManifest } from '../../manifests/tincan.ts';
import type { Course, Courses } from '../../src/course/course.ts';

const course: Course = {
  id: 'https://esimerkki.fi/ajokortti',
  title: 'Palvelu & "ajokortti"',
  description: 'Kurssi <kirjastolle>.',
  language: 'fi',
  version: '9.8.7',
  publisher: 'Esimerkki',
  contact: 'a@esimerkki.fi',
  completeWhen: 'compulsory',
  report: 'answers',
  moved: NOTHING_MOVED,
  classes: [
    { id: 'A1', title: 'Nuoret', compulsory: true },
    { id: 'B', title: 'Verkko', compulsory: false },
  ],
  programmes: [],
  chapters: [],
};
const swedish: Course = {
  ...course,
  language: 'sv',
  title: 'Körkortet',
  description: 'En kurs.',
  classes: course.classes.map((each) => ({ ...each, title: `${each.title} sv` })),
};
const courses: Courses = [course, swedish];
const files = ['index.html', 'course-0123456789.js'];
const named: Courses = [{ ...course, name: 'welcome-desk' }];

const written = {
  'scorm 1.2': (of: Courses) => scorm12Manifest(of, files),
  'scorm 2004 3rd edition': (of: Courses) => scorm2004Manifest(of, files, '2004 3rd Edition'),
  'scorm 2004 4th edition': (of: Courses) => scorm2004Manifest(of, files, '2004 4th Edition'),
  tincan: tincanManifest,
  cmi5: cmi5Manifest,
};

describe.each(Object.entries(written))('%s', (_name, write) => {
  test('is written word for word as it was in the release before', () => {
    expect(write(courses)).toMatchSnapshot();
  });

  test('is the same text whatever the version of the content', () => {
    expect(write([{ ...course, version: '10.0.0', publisher: 'Muu', contact: 'muu' }, swedish])).toBe(write(courses));
    expect(write(courses)).not.toMatch(/9\.8\.7|20\d\d-\d\d/);
  });

  test('asks for no score', () => {
    expect(write(courses)).not.toMatch(/mastery|threshold|minNormalizedMeasure/i);
  });
});

test('SCORM manifests name schema and version exactly', () => {
  const version = (text: string): string | undefined => /<schema>ADL SCORM<\/schema>\s*<schemaversion>([^<]*)</.exec(text)?.[1];
  expect(Object.values(written).map((write) => version(write(courses)))).toEqual([
    '1.2',
    '2004 3rd Edition',
    '2004 4th Edition',
    undefined,
    undefined,
  ]);
});

test('SCORM identifiers begin with the short name that a course gives itself', () => {
  for (const write of [written['scorm 1.2'], written['scorm 2004 3rd edition'], written['scorm 2004 4th edition']]) {
    const identifiers = [...write(named).matchAll(/ identifier="([^"]*)"/g)].map(([, id]) => id);
    expect(identifiers).toEqual(['welcome-desk', 'welcome-desk-organization', 'welcome-desk-item', 'welcome-desk-resource']);
  }
});

test('identifiers are the frozen ones, whatever the course is called', () => {
  for (const write of [written['scorm 1.2'], written['scorm 2004 3rd edition'], written['scorm 2004 4th edition']]) {
    const identifiers = [...write([{ ...course, id: 'https://muu.fi/x', title: 'Muu' }]).matchAll(/ identifier="([^"]*)"/g)].map(
      ([, id]) => id,
    );
    expect(identifiers).toEqual(['aspa-ajokortti', 'aspa-ajokortti-organization', 'aspa-ajokortti-item', 'aspa-ajokortti-resource']);
  }
});

test('a title that Moodle would refuse is shortened to 255 characters', () => {
  expect(manifestTitle('a'.repeat(255))).toHaveLength(255);
  expect(manifestTitle('a'.repeat(256))).toBe(`${'a'.repeat(254)}…`);
  expect(manifestTitle('🙂'.repeat(200)).length).toBeLessThanOrEqual(255);
  expect(manifestTitle('🙂'.repeat(200))).toMatch(/^(🙂)+…$/u);
});

test('tincan: the root activity comes first and alone launches', () => {
  const activities = tincanManifest(courses).split('<activity ').slice(1);
  expect(activities[0]).toContain('id="https://esimerkki.fi/ajokortti"');
  expect(activities.map((activity) => activity.includes('<launch'))).toEqual([true, false, false]);
});
