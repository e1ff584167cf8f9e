/** A manifest against its schema, its references and the files beside it. Runs in a browser too. */
import { launchFile } from '../manifests/identifiers.ts';
import { manifestElements, type ManifestElement } from './manifest-elements.ts';
import { launchPagesIn, textIn, type PackageFiles } from '../src/own-package/zip-package.ts';
import type { CheckedPackage } from './package-faults.ts';
import type { PackageFault, PackageFaultCode } from './package-error.ts';
import type { PackageKind } from './packages.ts';

export type Manifest = NonNullable<PackageKind['manifest']>;

/** What a schema says of the manifest's text. */
export type SchemaCheck = (manifest: Manifest, text: string, files: PackageFiles) => Promise<PackageFault[]>;

/** No faults for a package that has no manifest. */
export async function checkManifest({ kind, files, controlDocuments }: CheckedPackage, schema: SchemaCheck): Promise<PackageFault[]> {
  const { manifest } = kind;
  if (!manifest) return [];
  const text = textIn(files, manifest.file);
  const faults = await schema(manifest, text, files);
  // A text that is no XML cannot be looked at further.
  if (faults.some(({ message }) => message.includes('parser error'))) return faults;
  const elements = manifestElements(text);
  const own = new Set([...files.keys()].filter((path) => path !== manifest.file && !controlDocuments.has(path)));
  const add = (code: PackageFaultCode, message: string): void => void faults.push({ code, file: manifest.file, message });
  if ('controlDocuments' in manifest.schema) checkScorm(elements, own, add);
  else checkLaunches(elements, manifest.schema.own === 'cmi5.xsd' ? 'url' : 'launch', own, add);
  return faults;
}

type AddFault = (code: PackageFaultCode, message: string) => void;

/** What XSD does not say of an imsmanifest.xml: references, files, titles, the launched page. */
function checkScorm(elements: readonly ManifestElement[], own: ReadonlySet<string>, add: AddFault): void {
  const identifiers = new Map(
    elements.flatMap(({ name, attributes }) => (attributes['identifier'] ? [[attributes['identifier'], name]] : [])),
  );
  for (const { name, attributes, children } of elements) {
    const { default: organization, identifierref } = attributes;
    if (organization !== undefined && identifiers.get(organization) !== 'organization') {
      add('reference', `default="${organization}" names no organization: name one that is there.`);
    }
    if (identifierref !== undefined && identifiers.get(identifierref) !== 'resource') {
      add('reference', `identifierref="${identifierref}" names no resource: name one that is there.`);
    }
    if (name === 'organization' || name === 'item') {
      const title = children.find((child) => child.name === 'title')?.text ?? '';
      if (title === '') add('title', `<${name}> has no title: some systems refuse it or show nothing.`);
      if (title.length > 255) add('title', `The title of <${name}> has ${title.length} characters: Moodle takes no more than 255.`);
    }
  }
  const first = elements.find(({ name, attributes }) => name === 'resource' && attributes['href'] !== undefined);
  if (first?.attributes['href'] !== launchFile) add('launch', `The first resource with an href has to launch ${launchFile}.`);
  const listed = new Set(elements.flatMap(({ name, attributes }) => (name === 'file' && attributes['href'] ? [attributes['href']] : [])));
  const launched = elements.flatMap(({ name, attributes }) => (name === 'resource' && attributes['href'] ? [attributes['href']] : []));
  for (const path of new Set([...listed, ...launched])) {
    if (!own.has(path)) add('missing-file', `${path} is listed, but it is not in the package.`);
  }
  for (const path of own) if (!listed.has(path)) add('unlisted-file', `${path} is in the package, but not listed.`);
}

/** xAPI and cmi5 list no files; the pages they launch have to be there, and each page is launched once. */
function checkLaunches(elements: readonly ManifestElement[], name: 'url' | 'launch', own: ReadonlySet<string>, add: AddFault): void {
  const launches = elements.filter((element) => element.name === name);
  const pages = Math.max(1, launchPagesIn(own).length);
  if (launches.length !== pages)
    add('launch', `There are ${launches.length} <${name}> elements: launchers want exactly one a page (${pages}).`);
  for (const { text } of launches) {
    if (!own.has(text)) add('missing-file', `<${name}> names ${text}, which is not in the package.`);
    if (!/^[A-Za-z0-9._-]+$/.test(text)) add('launch', `<${name}> names “${text}”: launchers want a plain relative path.`);
  }
}
