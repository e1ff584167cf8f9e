/** What the build puts into HR's page (build/hr-page.ts). */
declare const BUILT_IN: {
  readonly course: import('../licence-course.ts').LicenceCourse;
  /** Of the page that is saved. */
  readonly skin: import('../outputs/write-html.ts').PageSkin;
};
