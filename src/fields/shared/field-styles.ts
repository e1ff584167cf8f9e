import { css } from 'lit';
import { readerStyles } from './reader-icons.ts';
import { unfoldingLink } from './unfolding.ts';

/** The look that all fields share; colours and sizes come from the course's roles (`--ink`, `--line`, …). */
export const fieldStyles = css`
  ${readerStyles}
  :host {
    display: block;
    min-width: 0;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  label,
  legend {
    position: relative;
    display: block;
    padding: 0;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .context {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .optional {
    font-weight: 400;
    font-size: 0.9em;
    color: var(--ink-soft);
  }
  .help,
  details {
    max-width: var(--measure, 66ch);
    margin-top: 4px;
    color: var(--ink-soft);
    font-size: 0.9em;
    line-height: 1.5;
  }
  .help p {
    margin: 0;
    text-wrap: pretty;
  }
  .help .reader {
    font-size: 1em;
  }
  summary {
    ${unfoldingLink}
    /* Its ring lies over the field below, and not under it. */
    position: relative;
    margin: -4px 0;
    padding: 4px 0;
    border-radius: 2px;
  }
  /* The example's button stands at the end of the question, or of its help, and only where it has no room there in a line of its own. */
  @media screen {
    label:has(+ details, + .short),
    .short,
    .help:has(+ details):not(:has(.reader)),
    .help:not(.short):has(+ details):not(:has(.reader)) p,
    label + details,
    .help:not(:has(.reader)) + details {
      display: inline;
    }
    /* Goes to the next line as a whole. */
    .short p {
      display: inline-block;
    }
    label:has(+ details, + .short),
    .help:has(+ details):not(:has(.reader)) p {
      margin-right: 8px;
    }
  }
  .example {
    margin: 4px 0 0;
    padding-left: 12px;
    border-left: 3px solid var(--line);
    white-space: pre-line;
  }
  textarea,
  input:not([type='radio'], [type='checkbox']),
  select {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: 44px;
    margin: var(--below-question, 8px) 0 0;
    padding: 8px 12px;
    border: 1px solid var(--control);
    border-radius: 4px;
    background: var(--field);
    color: var(--ink);
    font: inherit;
    line-height: 1.5;
  }
  textarea[readonly],
  input[readonly] {
    border-style: dashed;
    background: none;
  }
  :focus-visible {
    outline: var(--focus-ring);
    outline-offset: 2px;
  }
  @media print {
    details {
      display: none;
    }
    textarea,
    input:not([type='radio'], [type='checkbox']) {
      border-color: transparent;
      padding-left: 0;
    }
  }
`;
