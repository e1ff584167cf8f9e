import { shortNameOf } from '../../course/course-identifiers.ts';
import type { CourseSessionView } from '../../session/session-view.ts';
import type { Text } from '../../text/text.ts';
import { saveFile } from '../../exercises/shared/save-file.ts';

/** Saves the learner's answers as a file, and says where it went. @returns the file's name */
export function saveCopy(session: Pick<CourseSessionView, 'course' | 'file'>, text: Text): string {
  const name = `${shortNameOf(session.course)}-${text.workbook.copy.fileName(new Date().toLocaleDateString('sv'))}.json`;
  saveFile(name, session.file.export());
  return name;
}
