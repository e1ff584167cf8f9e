/** A manifest against its schema, its references and the files beside it. */
import { readFile } from 'node:fs/promises';
import { validateXML, type XMLFileInfo } from 'xmllint-wasm';
import { launchFile } from '../manifests/identifiers.ts';
import { manifestElements, type ManifestElement } from './manifest-elements.ts';
import type { CoursePackage, PackageFiles } from './package-course.ts';
import type { PackageFault, PackageFaultCode } from './package-error.ts';
import type { PackageKind } from './packages.ts';

type Manifest = NonNullable<PackageKind['manifest']>;

/** No faults for a package that has no manifest. */
export async function checkManifest({ kind, files, controlDocuments }: CoursePackage): Promise<PackageFault[]> {
  const { manifest } = kind;
  if (!manifest) return [];
  const text = textOf(files, manifest.file);
  const faults = await schemaFaults(manifest, text, files);
  // A text that is no XML cannot be looked at further.
  if (faults.some(({ message }) => message.includes('parser error'))) return faults;
  const elements = manifestElements(text);
  const own = new Set([...files.keys()].filter((path) => path !== manifest.file && !controlDocuments.has(path)));
  const add = (code: PackageFaultCode, message: string): void => void faults.push({ code, file: manifest.file, message });
  if ('controlDocuments' in manifest.schema) checkScorm(elements, own, add);
  else checkLaunch(elements, manifest.schema.own === 'cmi5.xsd' ? 'url' : 'launch', own, add);
  return faults;
}

function textOf(files: PackageFiles, path: string): string {
  return Buffer.from(files.get(path) ?? []).toString('utf8');
}

async function schemaFaults({ file, schema }: Manifest, text: string, files: PackageFiles): Promise<PackageFault[]> {
  const { main, preload } = 'own' in schema ? await ownSchema(schema.own) : scormSchema(files, text);
  const { errors } = await validateXML({ xml: { fileName: file, contents: text }, schema: [main], preload });
  return errors.map(({ message, loc }) => ({ code: 'schema', file: loc ? `${file}:${loc.lineNumber}` : file, message: message.trim() }));
}

interface SchemaSet {
  readonly main: XMLFileInfo;
  readonly preload: readonly XMLFileInfo[];
}

async function ownSchema(name: string): Promise<SchemaSet> {
  const contents = await readFile(new URL(`../manifests/${name}`, import.meta.url), 'utf8');
  return { main: { fileName: name, contents }, preload: [] };
}

/** The package's own schemas, tied together by one that imports every namespace the manifest names. IMS's own for metadata is never one: no validator takes it. */
function scormSchema(files: PackageFiles, manifest: string): SchemaSet {
  const preload = [...files.keys()]
    .filter((path) => /\.(xsd|dtd)$/.test(path))
    .map((fileName) => ({ fileName, contents: withoutXmlDefault(fileName, textOf(files, fileName)) }));
  const imports = preload.flatMap(({ fileName, contents }) => {
    const namespace = /targetNamespace\s*=\s*"([^"]+)"/.exec(contents)?.[1];
    // What others include, and the namespace of xml:lang, come in through them.
    const included = /^(imsss_v1p0.+|xml|ims_xml)\.xsd$/.test(fileName);
    return namespace === undefined || included || !manifest.includes(`"${namespace}"`)
      ? []
      : [`<xs:import namespace="${namespace}" schemaLocation="${fileName}"/>`];
  });
  const contents = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
  return { main: { fileName: 'all-namespaces.xsd', contents }, preload };
}

/** SCORM 1.2's ims_xml.xsd makes the XML namespace its default one, which no validator takes. */
function withoutXmlDefault(fileName: string, contents: string): string {
  return fileName === 'ims_xml.xsd' ? contents.replace('xmlns="http://www.w3.org/XML/1998/namespace"', '') : contents;
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

/** xAPI and cmi5 list no files; the one page they launch has to be there. */
function checkLaunch(elements: readonly ManifestElement[], name: 'url' | 'launch', own: ReadonlySet<string>, add: AddFault): void {
  const launches = elements.filter((element) => element.name === name);
  if (launches.length !== 1) add('launch', `There are ${launches.length} <${name}> elements: launchers want exactly one.`);
  for (const { text } of launches) {
    if (!own.has(text)) add('missing-file', `<${name}> names ${text}, which is not in the package.`);
    if (!/^[A-Za-z0-9._-]+$/.test(text)) add('launch', `<${name}> names “${text}”: launchers want a plain relative path.`);
  }
}
