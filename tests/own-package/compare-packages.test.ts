/** What an update does to learners, told of packages as they are made and read. */
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../build/read-course.ts';
import { packageKinds, type PackageName } from '../../build/packages.ts';
import { comparePackages, weightOf, type Finding } from '../../src/own-package/compare-packages.ts';
import type { CourseContent, CourseSettings } from '../../src/course/settings.ts';
import { contentsOf, settingsOf } from '../../src/course/settings.ts';
import type { ClassRule } from '../../src/course/class-rule.ts';
import type { DatedLicenceRule, LicenceRule } from '../../src/course/licence-rule.ts';
import type { ChapterPart, Exercise } from '../../src/course/course.ts';
import { lmsAdvices } from '../../src/own-package/lms-advice.ts';
import type { PackageInHand } from '../../src/own-package/read-package.ts';
import { ownPackageTextIn } from '../../src/own-package/text/own-package-text.ts';
import { updateWords } from '../../src/own-package/update-words.ts';
import { course } from '../shell/fixture-course.ts';

const [content] = contentsOf([course]);

function inHand(own: Partial<CourseContent> = {}, settings: Partial<CourseSettings> = {}, name: PackageName = 'scorm12'): PackageInHand {
  const kind = packageKinds.find((each) => each.name === name);
  if (!kind) throw new Error(name);
  return {
    kind,
    files: new Map(),
    controlDocuments: new Set(),
    contents: [{ ...content, ...own }],
    settings: { ...settingsOf(course), ...settings },
  };
}

/** The fixture with its exercises changed. */
function withExercises(change: (exercise: Exercise) => Exercise | undefined): Partial<CourseContent> {
  return {
    chapters: content.chapters.map((chapter) => ({
      ...chapter,
      parts: chapter.parts.flatMap((part): ChapterPart[] => {
        if (part.type === 'html') return [part];
        const exercise = change(part.exercise);
        return exercise ? [{ ...part, exercise }] : [];
      }),
    })),
  };
}

const renamed = withExercises((exercise) =>
  exercise.id === 'a.meeting' ? ({ ...exercise, questions: [{ id: 'other', label: 'Toinen', private: true }] } as Exercise) : exercise,
);

test('the same package changes nothing, and is said to', () => {
  const findings = comparePackages(inHand(), inHand());
  expect(findings).toEqual([]);
  expect(updateWords(findings, ownPackageTextIn('fi'))[0]).toMatchObject({
    weight: 'fine',
    words: expect.stringContaining('eivät huomaa'),
  });
});

describe('of ids', () => {
  test('a question that is gone is a loss, with its id, and a new one is told', () => {
    const findings = comparePackages(inHand(), inHand(renamed));
    expect(findings).toEqual([
      { kind: 'removed-field', ids: ['a.meeting.first', 'a.meeting.secret'] },
      { kind: 'new-field', ids: ['a.meeting.other'] },
    ]);
    const [sum, first] = updateWords(findings, ownPackageTextIn('fi'));
    expect(sum.weight).toBe('loss');
    expect(first?.ids).toBe('2: a.meeting.first, a.meeting.secret');
  });

  test('one that was moved takes its answers along, and that is no loss', () => {
    const moved = { fields: { 'a.meeting.first': 'a.meeting.other', 'a.meeting.secret': 'a.meeting.other' }, options: {} };
    const findings = comparePackages(inHand(), inHand({ ...renamed, moved }));
    expect(findings.filter((finding) => weightOf(finding) === 'loss')).toEqual([]);
    expect(findings).toContainEqual({
      kind: 'renamed',
      ids: ['a.meeting.first → a.meeting.other', 'a.meeting.secret → a.meeting.other'],
    });
  });

  test('a class that is gone, and a kind of exercise that this release does not know', () => {
    const findings = comparePackages(inHand(), inHand({ classes: content.classes.slice(0, 2) }));
    expect(findings).toContainEqual({ kind: 'removed-class', ids: ['C'] });
    const strange = withExercises((exercise) => (exercise.id === 'a.meeting' ? ({ ...exercise, kind: 'juggling' } as never) : exercise));
    expect(comparePackages(inHand(strange), inHand())).toContainEqual({ kind: 'removed-field', ids: ['a.meeting'] });
  });
});

describe('of questions that stay', () => {
  const questions = (keys: object): Partial<CourseContent> =>
    withExercises((exercise) =>
      exercise.id === 'a.meeting' ? ({ ...exercise, questions: [{ id: 'first', label: 'Mitä?', ...keys }] } as Exercise) : exercise,
    );
  const findings = (before: object, after: object): Finding[] => comparePackages(inHand(questions(before)), inHand(questions(after)));

  test('answers that were private and go into reports now are a loss of privacy, which the first line says', () => {
    const found = findings({ private: true }, {});
    expect(found).toEqual([{ kind: 'unveiled', ids: ['a.meeting.first'] }]);
    const [sum, line] = updateWords(found, ownPackageTextIn('fi'));
    expect(sum).toMatchObject({ weight: 'loss', words: expect.stringContaining('lähtee päivityksen jälkeen raportteihin') as string });
    expect(line).toMatchObject({ weight: 'loss', ids: 'a.meeting.first' });
    expect(findings({}, { private: true })).toEqual([]);
  });

  test('so are they under another id, and in the items of a list', () => {
    const moved = { fields: { 'a.meeting.secret': 'a.meeting.first' }, options: {} };
    const other = withExercises((exercise) =>
      exercise.id === 'a.meeting' ? ({ ...exercise, questions: [{ id: 'secret', label: 'Mitä?', private: true }] } as Exercise) : exercise,
    );
    expect(comparePackages(inHand(other), inHand({ ...questions({}), moved }))).toContainEqual({
      kind: 'unveiled',
      ids: ['a.meeting.secret'],
    });
    const list = (keys: object): Partial<CourseContent> =>
      withExercises((exercise) =>
        exercise.kind === 'user-ideas' ? ({ ...exercise, response: { ...exercise.response, ...keys } } as Exercise) : exercise,
      );
    const found = comparePackages(inHand(list({ private: true })), inHand(list({})));
    expect(found).toEqual([{ kind: 'unveiled', ids: [expect.stringMatching(/\.\*\.response$/)] }]);
  });

  test('one that is needed now, and one whose answer may be shorter, are told', () => {
    expect(findings({ optional: true }, {})).toEqual([{ kind: 'required', ids: ['a.meeting.first'] }]);
    expect(findings({}, { optional: true })).toEqual([]);
    expect(findings({ maxLength: 10_000 }, {})).toEqual([{ kind: 'shortened', ids: ['a.meeting.first'] }]);
    expect(findings({}, { maxLength: 10_000 })).toEqual([]);
  });
});

test('an exercise in the form of release 1.0 lacks keys that are asked for today, and its ids are compared all the same', () => {
  const now = {
    kind: 'channel-assessment',
    id: 'b.channels',
    channels: [{ id: 'desk', label: 'Palvelupiste' }],
    mine: { id: 'mine', label: 'Missä?' },
    notMine: 'Ei kuulu',
    skill: { label: 'Taito', note: 'Huomioita', steps: [{ id: 'learning', label: 'Opettelen' }] },
    presence: { label: 'Läsnäolo', note: 'Huomioita', steps: [{ id: 'daily', label: 'Päivittäin' }] },
    development: { id: 'development', label: 'Miten?' },
    help: { id: 'help', label: 'Mikä auttaisi?' },
    classes: ['B'],
  };
  const { mine: _mine, notMine: _notMine, ...then } = { ...now, channels: [...now.channels, { id: 'phone', label: 'Puhelin' }] };
  const withOne = (exercise: object): Partial<CourseContent> => ({
    chapters: [{ id: 'b', title: 'B', shortTitle: 'B', parts: [{ type: 'exercise', exercise: exercise as Exercise }] }],
  });
  const findings = comparePackages({ ...inHand(withOne(then)), settings: undefined }, inHand(withOne(now)));
  expect(findings.map(({ kind }) => kind)).toEqual(['removed-field', 'removed-option']);
  expect(findings[0]).toMatchObject({ kind: 'removed-field', ids: expect.arrayContaining(['b.channels.phone.skill']) as string[] });
});

test('another standard and another course lose everything; older content, other settings and a lost language are told', () => {
  const kinds = (older: PackageInHand, newer: PackageInHand): Finding['kind'][] => comparePackages(older, newer).map(({ kind }) => kind);
  expect(kinds(inHand(), inHand({}, {}, 'cmi5'))).toEqual(['standard']);
  expect(kinds(inHand(), inHand({ id: 'https://example.org/other' }))).toEqual(['course']);
  expect(kinds(inHand(), inHand({ name: 'other' }))).toEqual(['course']);
  expect(kinds(inHand({ version: '1.10' }), inHand({ version: '1.9' }))).toEqual(['older']);
  expect(kinds(inHand({ version: '1.9' }), inHand({ version: '1.10' }))).toEqual([]);
  expect(kinds(inHand({ language: 'sv' }), inHand())).toEqual(['language']);
  const settings = { statusWhenComplete: 'passed', report: 'completion', completeWhen: 'all', lrs: ['https://lrs.example'] } as const;
  expect(comparePackages(inHand(), inHand({}, settings))).toEqual(Object.keys(settings).map((setting) => ({ kind: 'setting', setting })));
  expect(kinds({ ...inHand(), settings: undefined }, inHand({}, settings))).toEqual([]);
});

test('the settings that an LMS makes necessary are settings that its package asks for', () => {
  for (const { take, presets } of lmsAdvices) if (presets) expect(['scorm12', 'scorm2004-3rd']).toContain(take);
});

describe('of rules', () => {
  const [first, second] = ['A1', 'B'] as const;
  const rule = (...of: string[]): { rule: LicenceRule } => ({ rule: { atLeast: of.length, of } });
  const withLicence = (...licence: DatedLicenceRule[]): PackageInHand => inHand({ licence });
  const both = rule(first, second);

  test('the same said in other words is the same', () => {
    const compulsory = content.classes.filter((each) => each.compulsory).map(({ id }) => id);
    expect(comparePackages(inHand(), withLicence(rule(...compulsory.toReversed())))).toEqual([]);
  });

  test('one with a day is told with its day, and takes nothing from anybody', () => {
    const later = withLicence(rule(first), { ...both, from: '2027-08-01' });
    expect(comparePackages(withLicence(rule(first)), later)).toEqual([{ kind: 'licence-later', ids: ['2027-08-01'] }]);
  });

  test('one in the place of another is a loss where it asks for more, and told where it asks for less', () => {
    const kinds = (before: PackageInHand, after: PackageInHand): object[] =>
      comparePackages(before, after).map((finding) => [finding.kind, weightOf(finding)]);
    expect(kinds(withLicence(rule(first)), withLicence(both))).toEqual([['licence-stricter', 'loss']]);
    expect(kinds(withLicence(both), withLicence({ rule: { atLeast: 1, of: [first, second] } }))).toEqual([['licence-eased', 'attention']]);
    // Another day is another rule: somebody has earned the licence between the two.
    const on = (from: string): PackageInHand => withLicence(rule(first), { ...both, from });
    expect(kinds(on('2027-08-01'), on('2027-06-01'))).toEqual([['licence-stricter', 'loss']]);
  });

  test('another time for which the licence is valid is told of', () => {
    const validFor = (count: number, unit: 'y' | 'm'): PackageInHand => inHand({ validFor: { count, unit } });
    expect(comparePackages(validFor(3, 'y'), validFor(3, 'y'))).toEqual([]);
    for (const [before, after] of [
      [inHand(), validFor(3, 'y')],
      [validFor(3, 'y'), inHand()],
      [validFor(3, 'y'), validFor(3, 'm')],
      [validFor(3, 'y'), validFor(2, 'y')],
    ] as const) {
      expect(comparePackages(before, after)).toEqual([{ kind: 'valid-for', ids: [] }]);
    }
  });

  test('of a class: with a day, and without', () => {
    const withRules = (...earnedBy: ClassRule[]): PackageInHand =>
      inHand({ classes: content.classes.map((each) => (each.id === first ? { ...each, earnedBy } : each)) });
    expect(comparePackages(inHand(), withRules({}, { from: '2027-01-01', minimum: 3 }))).toEqual([
      { kind: 'class-later', ids: ['A1 (2027-01-01)'] },
    ]);
    expect(comparePackages(inHand(), withRules({ exercises: [] }))).toEqual([{ kind: 'class-changed', ids: [first] }]);
  });

  test('are said in each language with what they are about', () => {
    const findings = comparePackages(withLicence(rule(first)), withLicence(rule(first), { ...both, from: '2027-08-01' }));
    const words = (['fi', 'sv', 'en'] as const).map((language) => updateWords(findings, ownPackageTextIn(language))[1]);
    expect(new Set(words.map((each) => each?.words)).size).toBe(3);
    expect(words.map((each) => each?.ids)).toEqual(Array(3).fill('2027-08-01'));
  });
});

test('a course whose ids have moved twice loses only the question that its author took out', async () => {
  const versions = await Promise.all(['v1', 'v2', 'v3'].map((name) => readCourse(`tests/fixtures/three-versions/${name}`)));
  const [v1, v2, v3] = versions.map((each) => inHand(contentsOf([each])[0]));
  if (!v1 || !v2 || !v3) throw new Error('A version is missing.');
  const lost = (older: PackageInHand, newer: PackageInHand): Finding[] =>
    comparePackages(older, newer).filter((finding) => weightOf(finding) === 'loss');
  expect(lost(v1, v2)).toEqual([]);
  expect(lost(v2, v3)).toEqual([{ kind: 'removed-field', ids: ['a.thoughts.second'] }]);
  expect(lost(v1, v3)).toEqual([{ kind: 'removed-field', ids: ['a.thoughts.second'] }]);
  const renamed = comparePackages(v1, v3).find((finding) => finding.kind === 'renamed');
  expect(renamed).toMatchObject({
    ids: expect.arrayContaining(['C → S', 'a.thoughts.first → a.start.opening', 'c.ideas.ideas.*.who → b.found.ideas.*.who']) as string[],
  });
});
