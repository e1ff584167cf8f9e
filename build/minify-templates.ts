/**
 * Takes line ends and indentation out of Lit's `html`, `svg` and `css` templates, which a minifier of scripts must leave alone. In HTML a
 * run of white space becomes one space, so words and inline elements stay as far apart as they were; none before the `>` at the beginning of a line,
 * which ends a tag.
 */
import type { Plugin, TransformPluginContext } from 'rollup';

type SyntaxTree = ReturnType<TransformPluginContext['parse']>;

export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    transform(code) {
      if (!/\b(html|svg|css)\s*`/.test(code)) return null;
      const replacements = templateParts(this.parse(code)).map(({ start, end, tag, whole }) => {
        const text = code.slice(start, end);
        return { start, end, text: tag === 'css' ? minifyCss(text) : minifyHtml(text, whole) };
      });
      let result = code;
      for (const { start, end, text } of replacements.sort((a, b) => b.start - a.start)) {
        result = result.slice(0, start) + text + result.slice(end);
      }
      return { code: result, map: null };
    },
  };
}

/** @param whole all of the template, so that one with preformatted text is left as it is */
export function minifyHtml(text: string, whole = text): string {
  return /<(pre|textarea)\b/.test(whole) ? text : text.replace(/\s*\n\s*>/g, '>').replace(/\s*\n\s*/g, ' ');
}

/** Quoted strings stay as they are. A space before a colon stays too: `a :hover` is not `a:hover`. */
export function minifyCss(text: string): string {
  return text
    .replace(/\/\*[^]*?\*\//g, '')
    .split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/ > /g, '>')
            .replace(/(?<=[ :,(-])0\.(?=\d)/g, '.')
            .replace(/: /g, ':')
            .replace(/;}/g, '}'),
    )
    .join('');
}

interface TemplatePart {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly whole: string;
}

function templateParts(tree: SyntaxTree): TemplatePart[] {
  const parts: TemplatePart[] = [];
  visit(tree, (node) => {
    if (node['type'] !== 'TaggedTemplateExpression') return;
    const tag = node['tag'] as { readonly type: string; readonly name?: string };
    if (tag.type !== 'Identifier' || !/^(html|svg|css)$/.test(tag.name ?? '')) return;
    const { quasis } = node['quasi'] as { readonly quasis: readonly { start: number; end: number; value: { raw: string } }[] };
    const whole = quasis.map(({ value }) => value.raw).join('');
    parts.push(...quasis.map(({ start, end }) => ({ start, end, tag: tag.name ?? '', whole })));
  });
  return parts;
}

/** Calls `enter` with every node of a syntax tree, outermost first. */
export function visit(node: unknown, enter: (node: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, enter);
  } else if (typeof node === 'object' && node !== null) {
    if ('type' in node) enter(node as Readonly<Record<string, unknown>>);
    for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) visit(value, enter);
  }
}
