/** The administrator's page, which makes a municipality's own package in the browser. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_PAGE_FILE } from '../src/own-package/package-page-file.ts';
import { ownPackageTextIn } from '../src/own-package/text/own-package-text.ts';
import { selfContainedPage } from './self-contained-page.ts';

/**
 * @param out folder of the packages
 * @returns its size in bytes
 */
export async function writePackagePage(out: string): Promise<number> {
  const page = await makePackagePage();
  await writeFile(join(out, PACKAGE_PAGE_FILE), page);
  return Buffer.byteLength(page);
}

export async function makePackagePage(): Promise<string> {
  const { title, noScript } = ownPackageTextIn('fi');
  return selfContainedPage({
    entry: 'src/own-package/page/own-package-page.ts',
    styles: ['src/records/page/page.css', 'src/records/page/form.css', 'src/own-package/page/page.css'],
    title,
    noScript,
    places: ['app'],
  });
}
