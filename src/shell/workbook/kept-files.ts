import { html, type TemplateResult } from 'lit';
import { shortNameOf } from '../../course/course-identifiers.ts';
import type { CourseSessionView } from '../../session/session-view.ts';
import type { Text } from '../../text/text.ts';
import { saveFile } from '../../exercises/shared/save-file.ts';

/** A button for each saved state that could not be read: it hands it to the learner as a file. */
export function keptFiles(
  { course, kept }: Pick<CourseSessionView, 'course' | 'kept'>,
  { saving }: Pick<Text, 'saving'>,
): TemplateResult[] {
  return kept.map(
    ({ name, content }) =>
      html`<button @click=${() => saveFile(`${shortNameOf(course)}-${name}.txt`, content, 'text/plain;charset=utf-8')}>
        ${saving.kept.file[name === 'lms-state' ? 'lms' : 'browser']}
      </button>`,
  );
}
