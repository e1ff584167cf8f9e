/**
 * cmi5.xml (cmi5 specification, section 13): the course with one assignable unit that holds the whole licence, and the classes as
 * objectives. No masteryScore, since nothing in the course is scored; `moveOn` is written out because systems differ in its default.
 */
import type { Courses } from '../src/course/course.ts';
import { classActivityId } from '../src/course/reported-ids.ts';
import { launchFile, manifestTitle } from './identifiers.ts';
import { element, xmlDocument, type XmlElement } from './xml.ts';

export function cmi5Manifest(courses: Courses): string {
  const [main] = courses;
  const title = langstrings('title', courses, (course) => manifestTitle(course.title));
  const description = langstrings('description', courses, (course) => course.description);
  return xmlDocument(
    element('courseStructure', { xmlns: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' }, [
      element('course', { id: main.id }, [title, description]),
      element(
        'objectives',
        {},
        main.classes.map(({ id }) => {
          const titleOf = (course: Courses[number]): string => course.classes.find((own) => own.id === id)?.title ?? id;
          return element('objective', { id: classActivityId(main.id, id) }, [
            langstrings('title', courses, titleOf),
            langstrings('description', courses, (course) => `${course.title}: ${titleOf(course)}`),
          ]);
        }),
      ),
      element(
        'au',
        {
          id: `${main.id}/au`,
          moveOn: 'Completed',
          launchMethod: 'AnyWindow',
          activityType: 'http://adlnet.gov/expapi/activities/course',
        },
        [
          title,
          description,
          element(
            'objectives',
            {},
            main.classes.map(({ id }) => element('objective', { idref: classActivityId(main.id, id) })),
          ),
          element('url', {}, launchFile),
        ],
      ),
    ]),
  );
}

function langstrings(name: string, courses: Courses, text: (course: Courses[number]) => string): XmlElement {
  return element(
    name,
    {},
    courses.map((course) => element('langstring', { lang: course.language }, text(course))),
  );
}
