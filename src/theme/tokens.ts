import { css, unsafeCSS, type CSSResult } from 'lit';
import type { Theme } from '../course/settings.ts';
import { dark, light, type Palette } from './palette.ts';
import { themeColours } from './own-colours.ts';

export const roles = (palette: Palette): CSSResult =>
  unsafeCSS(
    Object.entries(palette)
      .map(([role, colour]) => `--${role}: ${colour};`)
      .join('\n'),
  );

/**
 * What the whole document shares: the roles of colour, the type, the longest line (`--measure`: some 66 characters of Finnish), the ring around
 * what has the focus (its colour is `focus` of `palette.ts`), and room for the header and the footer around whatever is scrolled to.
 */
const tokens = css`
  :root {
    color-scheme: light dark;
    ${roles(light)}
    --sign: var(--accent);
    --tint: var(--panel);
    --font: 'Atkinson Hyperlegible Next', system-ui, sans-serif;
    --measure: 30rem;
    --focus-ring: 3px solid var(--focus);
    font-size: 112.5%;
    scroll-padding: 80px 0 5rem;
    background: var(--paper);
    color: var(--ink);
  }
  @media (prefers-color-scheme: dark) {
    :root {
      ${roles(dark)}
    }
  }
  @media print {
    :root {
      ${roles(light)}
      --paper: #ffffff;
      font-size: 11pt;
    }
  }
  body {
    margin: 0;
    background: var(--paper);
    color: var(--ink);
    font-family: var(--font);
    line-height: 1.6;
    font-variant-ligatures: common-ligatures;
    /* Inherited by every part: Finnish words are long, and letters may be twice as large. */
    overflow-wrap: break-word;
    text-size-adjust: 100%;
  }
  @page {
    size: A4;
    margin: 18mm 16mm;
  }
`;

/** Sets `--sign` and `--tint` to a class's own colours below an element with `data-sign`. */
export const signColours = css`
  ${unsafeCSS(
    ['a', 'b', 'c', 'd', 'e', 'p']
      .map((letter) => `[data-sign^='${letter}' i] { --sign: var(--class-${letter}); --tint: var(--tint-${letter}); }`)
      .join('\n'),
  )}
`;

/** Colours of whoever offers the course, over the course's own. */
export function adoptTheme(document: Document, theme: Theme): void {
  const { light, dark } = themeColours(theme);
  const rules = (colours: Readonly<Record<string, string>>): CSSResult =>
    unsafeCSS(
      Object.entries(colours)
        .map(([name, colour]) => `--${name}: ${colour};`)
        .join('\n'),
    );
  const { styleSheet } = css`
    :root {
      ${rules(light)}
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        ${rules(dark)}
      }
    }
  `;
  if (styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
}

/** Puts the tokens on a document; a second call changes nothing. */
export function adoptTokens(document: Document): void {
  const { styleSheet } = tokens;
  if (!styleSheet || document.adoptedStyleSheets.includes(styleSheet)) return;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
}
