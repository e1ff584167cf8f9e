/** The elements of a manifest, for looking up what no schema checks. The text is known to be well-formed: the schema's check comes first. */

export interface ManifestElement {
  /** Without its prefix. */
  readonly name: string;
  /** Without prefixes. */
  readonly attributes: Readonly<Partial<Record<string, string>>>;
  readonly children: readonly ManifestElement[];
  /** The text right in it. */
  readonly text: string;
}

/** All elements in the order of their start tags. */
export function manifestElements(xml: string): ManifestElement[] {
  const all: Growing[] = [];
  const open: Growing[] = [];
  const tokens = /<!--[^]*?-->|<[?!][^>]*>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
  for (const [, closing, name, attributes, empty, text] of xml.matchAll(tokens)) {
    const parent = open.at(-1);
    if (text !== undefined) {
      if (parent) parent.text += unescapeXml(text.trim());
    } else if (name === undefined) {
      continue;
    } else if (closing) {
      open.pop();
    } else {
      const element: Growing = { name, attributes: readAttributes(attributes ?? ''), children: [], text: '' };
      parent?.children.push(element);
      all.push(element);
      if (!empty) open.push(element);
    }
  }
  return all;
}

interface Growing extends ManifestElement {
  readonly children: Growing[];
  text: string;
}

function readAttributes(source: string): Record<string, string> {
  const pairs = source.matchAll(/(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries([...pairs].map(([, name, double, single]) => [name, unescapeXml(double ?? single ?? '')]));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string) =>
    code === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(code)),
  );
}
