/** A guide as one file, with its pictures in it: it opens beside the packages, from a disk or a mail. */
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
  /** What it is called beside the packages. */
  readonly file: string;
}

/** HR's, beside HR's page. */
export const HR_GUIDES: readonly Guide[] = [
  { language: 'fi', source: 'src/records/HR-OHJE.md', file: 'aspa-ajokortti-suoritukset-ohje.html' },
  { language: 'sv', source: 'src/records/HR-ANVISNING.md', file: 'aspa-ajokortti-suoritukset-anvisning.html' },
  { language: 'en', source: 'src/records/HR-GUIDE.md', file: 'aspa-ajokortti-suoritukset-guide.html' },
];

/** For whoever writes the content. */
export const AUTHOR_GUIDES: readonly Guide[] = [
  { language: 'fi', source: 'content/OHJE.md', file: 'aspa-ajokortti-sisalto-ohje.html' },
  { language: 'sv', source: 'content/ANVISNING.md', file: 'aspa-ajokortti-sisalto-anvisning.html' },
  { language: 'en', source: 'content/GUIDE.md', file: 'aspa-ajokortti-sisalto-guide.html' },
];

/** For whoever looks after a learning system. */
export const UPLOAD_GUIDE: Guide = { language: 'en', source: 'docs/guides/upload.md', file: 'aspa-ajokortti-upload-guide.html' };

export interface Picture {
  readonly webp: Uint8Array;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** By the names that a guide has for them. */
export type Pictures = Readonly<Partial<Record<string, Picture>>>;

/** A line of the guide that stands for a picture; whoever reads the Markdown does not see it. */
const PLACE = /^<!-- kuva: (\S+) \| (.+) -->$/gm;

/** The pictures that a guide shows, in its order. */
export function picturesIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map(([, name = '']) => name);
}

/** @throws Error where the guide names a picture that there is not */
export async function makeGuide({ language, source }: Guide, pictures: Pictures): Promise<string> {
  const [text, page, own, { inPage }] = await Promise.all([
    readFile(`${root}${source}`, 'utf8'),
    readFile(`${root}src/records/page/page.css`, 'utf8'),
    readFile(`${root}build/guide-page.css`, 'utf8'),
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
    const picture = pictures[name];
    if (!picture) throw new Error(`The guide shows a picture “${name}”. There are ${Object.keys(pictures).join(', ')}.`);
    const { webp, width, height } = picture;
    return `<img src="data:image/webp;base64,${Buffer.from(webp).toString('base64')}" width="${width}" height="${height}" alt="${escapeHtml(token?.content ?? '')}">`;
  };
  // A wide table or a long line of a command is moved sideways by itself.
  markdown.renderer.rules['table_open'] = () => '<div class="sideways" tabindex="0"><table>';
  markdown.renderer.rules['table_close'] = () => '</table></div>';
  return markdown.render(text.replace(PLACE, '![$2](kuva:$1)')).replaceAll('<pre>', '<pre tabindex="0">');
}
