/**
 * cmi5.xml (cmi5 specification, section 13): the course with one assignable unit that holds the whole licence, or one for each part, and the
 * classes as objectives. No masteryScore, since nothing in the course is scored; `moveOn` is written out because systems differ in its default.
 */
import type { Course, Courses } from '../src/course/course.ts';
import { classesIn, licenceRuleOf, roleOf } from '../src/course/licence-rule.ts';
import { classActivityId, reportedUnder } from '../src/course/course-identifiers.ts';
import { launchFile, manifestTitle, partLaunchFile } from './identifiers.ts';
import { element, xmlDocument, type XmlElement } from './xml.ts';

export function cmi5Manifest(courses: Courses): string {
  return structure(courses, courses[0].id, [courses], () => ({ moveOn: 'Completed', url: launchFile }));
}

/**
 * A unit for each part: the LMS counts the course as satisfied by those that the licence asks for (13.1.4, moveOn). Where no class is needed by
 * itself, as in "any 2 of B C D", all that may count have to be done: the LMS knows no "or", and would be satisfied by none.
 *
 * @param whole whose rule says what is compulsory
 */
export function cmi5PartsManifest(whole: Courses, parts: readonly Courses[]): string {
  const rule = licenceRuleOf(whole[0]);
  const compulsory = whole[0].classes.map(({ id }) => id).filter((id) => roleOf(rule, id) === 'compulsory');
  const counted = compulsory.length > 0 ? compulsory : classesIn(rule);
  return structure(whole, `${whole[0].id}/osat`, parts, ({ classes, part }) => ({
    moveOn: classes.some(({ id }) => counted.includes(id)) ? 'Completed' : 'NotApplicable',
    url: partLaunchFile(part?.key ?? ''),
  }));
}

interface UnitLaunch {
  readonly moveOn: 'Completed' | 'NotApplicable';
  readonly url: string;
}

function structure(courses: Courses, id: string, units: readonly Courses[], launchOf: (unit: Course) => UnitLaunch): string {
  return xmlDocument(
    element('courseStructure', { xmlns: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' }, [
      element('course', { id }, names(courses)),
      element('objectives', {}, units.flatMap(objectives)),
      ...units.map((unit) => assignableUnit(unit, launchOf(unit[0]))),
    ]),
  );
}

function objectives(courses: Courses): XmlElement[] {
  const [main] = courses;
  return main.classes.map(({ id }) => {
    const titleOf = (course: Course): string => course.classes.find((own) => own.id === id)?.title ?? id;
    return element('objective', { id: classActivityId(reportedUnder(main), id) }, [
      langstrings('title', courses, titleOf),
      langstrings('description', courses, (course) => `${course.title}: ${titleOf(course)}`),
    ]);
  });
}

function assignableUnit(courses: Courses, { moveOn, url }: UnitLaunch): XmlElement {
  const [main] = courses;
  return element(
    'au',
    { id: `${main.id}/au`, moveOn, launchMethod: 'AnyWindow', activityType: 'http://adlnet.gov/expapi/activities/course' },
    [
      ...names(courses),
      element(
        'objectives',
        {},
        main.classes.map(({ id }) => element('objective', { idref: classActivityId(reportedUnder(main), id) })),
      ),
      element('url', {}, url),
    ],
  );
}

function names(courses: Courses): XmlElement[] {
  return [
    langstrings('title', courses, (course) => manifestTitle(course.title)),
    langstrings('description', courses, (course) => course.description),
  ];
}

function langstrings(name: string, courses: Courses, text: (course: Course) => string): XmlElement {
  return element(
    name,
    {},
    courses.map((course) => element('langstring', { lang: course.language }, text(course))),
  );
}
