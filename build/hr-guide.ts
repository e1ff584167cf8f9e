/** HR's guide as one file a language, with its pictures in it: it opens beside HR's page, from a disk or a mail. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import type { Language } from '../src/course/course.ts';
import { hashed } from '../src/records/command/page-skin.ts';
import { escapeHtml } from '../src/records/page/markup.ts';
import { pageHead } from '../src/records/page/page-head.ts';
import { cutFont } from './cut-font.ts';
import { minifyCss } from './minify-templates.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface Guide {
  readonly language: Language;
  /** Markdown, from the project's folder on. */
  readonly source: string;
  /** What it is called beside HR's page. */
  readonly file: string;
}

export const GUIDES: readonly Guide[] = [
  { language: 'fi', source: 'src/records/HR-OHJE.md', file: 'aspa-ajokortti-suoritukset-ohje.html' },
  { language: 'sv', source: 'src/records/HR-ANVISNING.md', file: 'aspa-ajokortti-suoritukset-anvisning.html' },
  { language: 'en', source: 'src/records/HR-GUIDE.md', file: 'aspa-ajokortti-suoritukset-guide.html' },
];

/** What a guide shows of the page, in the order of its steps. */
export const PICTURES = ['alku', 'tiedostot', 'sarakkeet', 'asetukset', 'taulukko', 'tallennus'] as const;
export type PictureName = (typeof PICTURES)[number];

export interface Picture {
  readonly png: Uint8Array;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export type Pictures = Readonly<Record<PictureName, Picture>>;

/** A line of the guide that stands for a picture; whoever reads the Markdown does not see it. */
const PLACE = /^<!-- kuva: (\S+) \| (.+) -->$/gm;

/** @throws Error where the guide names a picture that there is not */
export async function makeGuide({ language, source }: Guide, pictures: Pictures): Promise<string> {
  const [text, page, own, { inPage }] = await Promise.all([
    readFile(`${root}${source}`, 'utf8'),
    readFile(`${root}src/records/page/page.css`, 'utf8'),
    readFile(`${root}build/hr-guide.css`, 'utf8'),
    cutFont(),
  ]);
  const style = `${inPage}\n${minifyCss(page + own)}`;
  const allowed = [`style-src '${hashed(style).hash}'`, 'font-src data:', 'img-src data:'];
  const title = /^# (.+)$/m.exec(text)?.[1] ?? '';
  return `${pageHead({ language, title, allowed, style })}<main class="guide">
${rendered(text, pictures)}</main>
</body>
</html>
`;
}

function rendered(text: string, pictures: Pictures): string {
  const markdown = new MarkdownIt({ html: false });
  markdown.renderer.rules.image = (tokens, index) => {
    const token = tokens[index];
    const name = String(token?.attrGet('src') ?? '').replace(/^kuva:/, '');
    const picture = isPicture(name) ? pictures[name] : undefined;
    if (!picture) throw new Error(`The guide shows a picture “${name}”. There are ${PICTURES.join(', ')}.`);
    const { png, width, height } = picture;
    return `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" width="${width}" height="${height}" alt="${escapeHtml(token?.content ?? '')}">`;
  };
  // A wide table or a long line of a command is moved sideways by itself.
  markdown.renderer.rules['table_open'] = () => '<div class="sideways" tabindex="0"><table>';
  markdown.renderer.rules['table_close'] = () => '</table></div>';
  return markdown.render(text.replace(PLACE, '![$2](kuva:$1)')).replaceAll('<pre>', '<pre tabindex="0">');
}

function isPicture(name: string): name is PictureName {
  return (PICTURES as readonly string[]).includes(name);
}
