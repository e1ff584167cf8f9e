import { PACKAGE_PAGE_FILE } from '../own-package/package-page-file.ts';
import { HR_PAGE_FILE } from '../records/hr-page-file.ts';

/** The pages that the build makes beside the packages, in the order in which the first page leads to them. */
export const BUILT_PAGES = [HR_PAGE_FILE, PACKAGE_PAGE_FILE] as const;

export type BuiltPage = (typeof BUILT_PAGES)[number];
