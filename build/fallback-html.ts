/** A few words that the page of a package has in it for when the course does not run, in each language of the course. */
import type { Language } from '../src/course/course.ts';

export interface FallbackWords {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** @param languages the page's own first */
export function fallbackHtml(words: Readonly<Record<Language, FallbackWords>>, [main, ...others]: readonly Language[]): string {
  const html = (language: Language): string => {
    const { title, paragraphs } = words[language];
    return [`<h1>${title}</h1>`, ...paragraphs.map((text) => `<p>${text}</p>`)].join('\n');
  };
  return [...(main ? [html(main)] : []), ...others.map((language) => `<div lang="${language}">\n${html(language)}\n</div>`)].join('\n');
}
