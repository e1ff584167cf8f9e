/**
 * imsmanifest.xml for SCORM 1.2 (Content Aggregation Model 1.2, section 2.3): one organization, one item, one SCO. It holds no version,
 * date or mastery score: some systems take an update only with the very same manifest, and a mastery score would overwrite the status.
 */
import type { Courses } from '../src/course/course.ts';
import { launchFile, LONGEST_TITLE_IN_SCORM_12, manifestIdentifiers, manifestTitle } from './identifiers.ts';
import { element, xmlDocument } from './xml.ts';

/** @param files paths of all files of the SCO, the launched page among them; control documents are not listed */
export function scorm12Manifest([course]: Courses, files: readonly string[]): string {
  const title = manifestTitle(course.title, LONGEST_TITLE_IN_SCORM_12);
  const identifiers = manifestIdentifiers(course);
  return xmlDocument(
    element(
      'manifest',
      {
        identifier: identifiers.manifest,
        xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
        'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': [
          'http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd',
          'http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd',
        ].join(' '),
        'xml:lang': course.language,
      },
      [
        element('metadata', {}, [element('schema', {}, 'ADL SCORM'), element('schemaversion', {}, '1.2')]),
        element('organizations', { default: identifiers.organization }, [
          element('organization', { identifier: identifiers.organization }, [
            element('title', {}, title),
            element('item', { identifier: identifiers.item, identifierref: identifiers.resource }, [element('title', {}, title)]),
          ]),
        ]),
        element('resources', {}, [
          element(
            'resource',
            { identifier: identifiers.resource, type: 'webcontent', 'adlcp:scormtype': 'sco', href: launchFile },
            files.map((href) => element('file', { href })),
          ),
        ]),
      ],
    ),
  );
}
