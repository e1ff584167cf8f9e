/** The pages that the build makes beside the packages, found in the folder by how their names end. */
import { existsSync, readdirSync } from 'node:fs';
import { PACKAGE_PAGE_ENDING } from '../own-package/package-page-file.ts';
import { HR_PAGE_ENDING } from '../records/hr-page-file.ts';

export type BuiltPageKind = 'records' | 'package';

export interface BuiltPage {
  readonly file: string;
  readonly kind: BuiltPageKind;
}

/** In the order in which the first page leads to them. */
const ENDINGS = [
  ['records', HR_PAGE_ENDING],
  ['package', PACKAGE_PAGE_ENDING],
] as const satisfies readonly (readonly [BuiltPageKind, string])[];

/** @param folder of the packages */
export function builtPagesIn(folder: string): BuiltPage[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).sort();
  return ENDINGS.flatMap(([kind, ending]) => files.filter((file) => file.endsWith(ending)).map((file) => ({ file, kind })));
}
