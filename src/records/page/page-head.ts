/** The head of a page that is one file: what it may load is in it, and its policy lets nothing else in or out. */
import { escapeHtml } from './markup.ts';

export interface PageHead {
  readonly language: string;
  readonly title: string;
  /** Directives of the content security policy besides those that close everything (CSP 3, 6). */
  readonly allowed: readonly string[];
  readonly style: string;
}

/** From the doctype to the beginning of the body. Nothing of the page is told to whoever a link leads to, and no search engine lists it. */
export function pageHead({ language, title, allowed, style }: PageHead): string {
  const policy = ["default-src 'none'", ...allowed, "base-uri 'none'", "form-action 'none'"].join('; ');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
`;
}
