/**
 * tincan.xml, by which xAPI launchers find the page to open. The root activity comes first and alone has a `launch`, with name,
 * description and launch in this order; the main language comes first, since launchers take the first they meet.
 */
import type { Courses } from '../src/course/course.ts';
import { classActivityId, reportedUnder } from '../src/course/course-identifiers.ts';
import { launchFile, manifestTitle } from './identifiers.ts';
import { element, xmlDocument, type XmlElement } from './xml.ts';

const types = { course: 'http://adlnet.gov/expapi/activities/course', class: 'http://adlnet.gov/expapi/activities/objective' };

export function tincanManifest(courses: Courses): string {
  const [main] = courses;
  return xmlDocument(
    element('tincan', { xmlns: 'http://projecttincan.com/tincan.xsd' }, [
      element('activities', {}, [
        element('activity', { id: main.id, type: types.course }, [
          ...courses.map(({ language, title }) => element('name', { lang: language }, manifestTitle(title))),
          ...courses.map(({ language, description }) => element('description', { lang: language }, description)),
          element('launch', { lang: main.language }, launchFile),
        ]),
        ...main.classes.map(({ id }) =>
          element('activity', { id: classActivityId(reportedUnder(main), id), type: types.class }, [
            ...courses.flatMap((course) => classText(course, id, 'name')),
            ...courses.flatMap((course) => classText(course, id, 'description')),
          ]),
        ),
      ]),
    ]),
  );
}

function classText({ classes, language, title }: Courses[number], classId: string, part: 'name' | 'description'): XmlElement[] {
  return classes
    .filter(({ id }) => id === classId)
    .map((own) => element(part, { lang: language }, part === 'name' ? manifestTitle(own.title) : `${title}: ${own.title}`));
}
