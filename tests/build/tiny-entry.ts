/** An entry for tests of the build: holds the content and a template, and neither shell nor tracker. */
import { contents } from 'virtual:course';
import { html } from 'lit/html.js';

const [course] = contents;
document.title = course.title;
const page = html`
  <p>
    <b>Kurssi</b>
    ${course.description}
  </p>
`;
document.querySelector('aspa-course-app')?.append(JSON.stringify([course.chapters, page.strings]));
