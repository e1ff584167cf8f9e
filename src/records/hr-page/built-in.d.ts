import type { LicenceCourse } from '../licence-course.ts';
import type { PageSkin } from '../outputs/write-html.ts';

declare global {
  /** What the build puts into HR's page (build/hr-page.ts). */
  const BUILT_IN: {
    readonly course: LicenceCourse;
    /** Of the page that is saved. */
    readonly skin: PageSkin;
  };
}
