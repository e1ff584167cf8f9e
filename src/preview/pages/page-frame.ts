/** What all pages of the preview share. */
import { html } from 'hono/html';
import { previewText as text } from '../preview-text.ts';

export type Html = ReturnType<typeof html>;

export interface PageFrame {
  readonly title: string;
  readonly main: Html;
  /** Shown in the header, right of the name. */
  readonly header?: Html | string;
  readonly script?: string;
  readonly bodyClass?: string;
}

export function pageFrame({ title, main, header = '', script, bodyClass = '' }: PageFrame): Html {
  return html`<!doctype html>
    <html lang="fi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${text.name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/preview.css" />
        ${script ? html`<script type="module" src="${script}"></script>` : ''}
      </head>
      <body class="${bodyClass}">
        <header class="bar">
          <a class="brand" href="/">${text.name}</a>
          ${header}
        </header>
        <main>${main}</main>
        <footer class="note">${text.notForProduction}</footer>
      </body>
    </html>`;
}
