/** The administrator's page beside the packages, made by `build/package-page.ts`. */
export const PACKAGE_PAGE_FILE = 'aspa-ajokortti-paketti.html';
