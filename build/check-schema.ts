/** A manifest against its standard's own schema, or against one of ours where the standard's is not to be had. */
import { readFile } from 'node:fs/promises';
import { validateXML, type XMLFileInfo } from 'xmllint-wasm';
import { textIn, type PackageFiles } from '../src/own-package/zip-package.ts';
import type { Manifest } from './check-manifest.ts';
import type { PackageFault } from './package-error.ts';

export async function schemaFaults({ file, schema }: Manifest, text: string, files: PackageFiles): Promise<PackageFault[]> {
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
    .map((fileName) => ({ fileName, contents: withoutXmlDefault(fileName, textIn(files, fileName)) }));
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
