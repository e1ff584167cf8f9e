import { css } from 'lit';

/** What every part of the shell shares: headings and their sizes, buttons, links, focus, and what only a screen reader is told. */
export const shellStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  :host([hidden]),
  [hidden]:not([hidden='until-found']) {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3 {
    margin: 0;
    line-height: 1.2;
    font-weight: 700;
    letter-spacing: -0.005em;
    text-wrap: balance;
    hyphens: none;
  }
  @media (max-width: 30em) {
    h1,
    h2,
    h3 {
      hyphens: manual;
    }
  }
  /* Large letters make every window narrow. */
  @container (max-width: 24.7em) {
    h1,
    h2,
    h3 {
      hyphens: manual;
    }
  }
  @container (max-width: 13em) {
    h1,
    h2,
    h3 {
      hyphens: auto;
    }
  }
  h1 {
    font-size: clamp(1.5rem, 1.05rem + 2.6vw, 2.441rem);
  }
  h2 {
    font-size: clamp(1.35rem, 1.2rem + 0.8vw, 1.563rem);
  }
  h3 {
    font-size: 1.25rem;
  }
  p {
    margin: 0 0 16px;
    text-wrap: pretty;
  }
  a {
    color: var(--accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    padding: 8px 16px;
    border: 1px solid var(--accent);
    border-radius: 4px;
    background: var(--paper);
    color: var(--accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-decoration: none;
    cursor: pointer;
  }
  button.primary,
  .button.primary {
    background: var(--accent);
    color: var(--paper);
  }
  button.quiet {
    border-color: transparent;
    background: none;
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  button:hover,
  .button:hover {
    box-shadow: inset 0 0 0 1px currentcolor;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
  }
  :focus-visible {
    outline: var(--focus-ring);
    outline-offset: 2px;
    border-radius: 2px;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    button,
    .button,
    .screen-only {
      display: none !important;
    }
    h1,
    h2,
    h3 {
      break-after: avoid;
    }
  }
`;
