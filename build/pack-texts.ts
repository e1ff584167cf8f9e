/**
 * Takes style sheets and other long texts out of the bundle's code and puts them into one deflated whole, which the page unpacks when it
 * starts. Style sheets are half repetition, so this makes a launch a tenth smaller where files are sent as they are.
 *
 * In two steps, because only the finished bundle knows which texts are left in it: each module's texts are marked, then the marked ones
 * in the bundle are packed and numbered.
 */
import { fileURLToPath } from 'node:url';
import { deflateSync, strToU8 } from 'fflate';
import type { Plugin } from 'rollup';
import { visit } from './minify-templates.ts';

const MARK = '@packed-text@';
/** The string that `src/entry/packed-texts.ts` has in the place of the texts. */
const PLACE = '@packed-texts@';
/** A shorter text costs more in calls than it saves. */
const SHORTEST = 60;
/** A plain string that long is data, not a word of the interface. */
const SHORTEST_DATA = 200;

/** A marked text, in whatever quotation marks: the text itself is in base64. */
const marked = new RegExp(`["'\`]${MARK}([A-Za-z0-9+/=]*)["'\`]`, 'g');
/** Modules that may have something to pack. */
const candidate = new RegExp(`css\\s*\`|["'][^"'\\n]{${SHORTEST_DATA}}`);

const unpacker = fileURLToPath(new URL('../src/entry/packed-texts.ts', import.meta.url));

/** Deflated JSON in base64, as `src/entry/unpack.ts` reads it. */
export function packed(value: unknown): string {
  return Buffer.from(deflateSync(strToU8(JSON.stringify(value)), { level: 9 })).toString('base64');
}

/** Marks the texts of each module. `packMarked` has to come when the bundle is whole. */
export function packTexts(): Plugin {
  return {
    name: 'pack-texts',
    transform(code, id) {
      if (!id.endsWith('.ts') || id === unpacker || !candidate.test(code)) return null;
      const changes = markable(this.parse(code)).map(({ start, end, tag, text }) => {
        const literal = `'${MARK}${Buffer.from(text).toString('base64')}'`;
        const call = tag === undefined ? `/*#__PURE__*/ packedText(${literal})` : `${tag}(/*#__PURE__*/ packedTemplate(${literal}))`;
        return { start, end, text: call };
      });
      if (changes.length === 0) return null;
      return { code: `import { packedTemplate, packedText } from ${JSON.stringify(unpacker)};\n${replaced(code, changes)}`, map: null };
    },
  };
}

/** Packs the marked texts that are left in a whole bundle. */
export function packMarked(code: string): string {
  const texts: string[] = [];
  const numbered = code.replace(marked, (_, text: string) => String(texts.push(Buffer.from(text, 'base64').toString('utf8')) - 1));
  return numbered.replace(PLACE, packed(texts));
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Markable extends Change {
  /** The tag of a template; absent for a plain string. */
  readonly tag?: string;
}

/** Style sheets without values in them, and long plain strings. */
function markable(tree: unknown): Markable[] {
  const found: Markable[] = [];
  visit(tree, (node) => {
    const at = { start: node['start'] as number, end: node['end'] as number };
    if (node['type'] === 'TaggedTemplateExpression') {
      const { name } = node['tag'] as { readonly name?: string };
      const { quasis } = node['quasi'] as { readonly quasis: readonly { readonly value: { readonly cooked?: string | null } }[] };
      const text = quasis.length === 1 ? quasis[0]?.value.cooked : undefined;
      if (name === 'css' && text && text.length >= SHORTEST) found.push({ ...at, tag: name, text });
    } else if (node['type'] === 'Literal' && typeof node['value'] === 'string' && node['value'].length >= SHORTEST_DATA) {
      found.push({ ...at, text: node['value'] });
    }
  });
  return found;
}

function replaced(code: string, changes: readonly Change[]): string {
  let result = code;
  for (const { start, end, text } of [...changes].sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + text + result.slice(end);
  return result;
}
