/**
 * imsmanifest.xml for SCORM 2004 (Content Aggregation Model, section 3.4), 3rd or 4th edition. As in 1.2: one SCO, and nothing that
 * changes from release to release. No completionThreshold, which would overwrite the status that the course reports.
 */
import type { Courses } from '../src/course/course.ts';
import { launchFile, manifestIdentifiers, manifestTitle } from './identifiers.ts';
import { element, xmlDocument } from './xml.ts';

export type Scorm2004Edition = '2004 3rd Edition' | '2004 4th Edition';

/** @param files paths of all files of the SCO, the launched page among them; control documents are not listed */
export function scorm2004Manifest([course]: Courses, files: readonly string[], edition: Scorm2004Edition): string {
  const title = manifestTitle(course.title);
  const identifiers = manifestIdentifiers(course);
  return xmlDocument(
    element(
      'manifest',
      {
        identifier: identifiers.manifest,
        xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
        'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
        'xmlns:adlseq': 'http://www.adlnet.org/xsd/adlseq_v1p3',
        'xmlns:adlnav': 'http://www.adlnet.org/xsd/adlnav_v1p3',
        'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': [
          'http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd',
          'http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd',
          'http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd',
          'http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd',
          'http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd',
        ].join(' '),
        'xml:lang': course.language,
      },
      [
        element('metadata', {}, [element('schema', {}, 'ADL SCORM'), element('schemaversion', {}, edition)]),
        element('organizations', { default: identifiers.organization }, [
          element('organization', { identifier: identifiers.organization }, [
            element('title', {}, title),
            element('item', { identifier: identifiers.item, identifierref: identifiers.resource }, [
              element('title', {}, title),
              // Without these a run-time completes and satisfies the activity itself when the course has said nothing
              // (Sequencing and Navigation, section 3.14).
              element('imsss:sequencing', {}, [
                element('imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' }),
              ]),
            ]),
            element('imsss:sequencing', {}, [element('imsss:controlMode', { choice: 'true', flow: 'true' })]),
          ]),
        ]),
        element('resources', {}, [
          element(
            'resource',
            { identifier: identifiers.resource, type: 'webcontent', 'adlcp:scormType': 'sco', href: launchFile },
            files.map((href) => element('file', { href })),
          ),
        ]),
      ],
    ),
  );
}
