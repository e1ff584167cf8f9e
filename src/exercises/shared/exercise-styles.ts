import { css } from 'lit';
import { readerStyles } from '../../fields/shared/reader-icons.ts';
import { unfoldingLink } from '../../fields/shared/unfolding.ts';

/** The look that all exercises share; colours and sizes come from the course's roles (`--ink`, `--line`, …). */
export const exerciseStyles = css`
  ${readerStyles}
  :host {
    display: block;
    min-width: 0;
    container-type: inline-size;
    overflow-wrap: anywhere;
  }
  * {
    box-sizing: border-box;
  }
  article {
    position: relative;
    padding: 24px 0;
    border-top: 3px solid var(--sign, var(--accent));
  }
  [data-field],
  [data-undo] {
    scroll-margin-block: 96px;
  }
  aspa-text-field,
  aspa-choice-field {
    max-width: 38rem;
  }
  .kind {
    margin: 0;
    color: var(--ink-soft);
    font-size: 0.9em;
    font-weight: 600;
  }
  h2 {
    margin: 0 0 8px;
    font-size: 1.563rem;
    line-height: 1.2;
    overflow-wrap: break-word;
  }
  #title:focus {
    outline: none;
  }
  h3 {
    margin: 0 0 8px;
    font-size: 1.25rem;
    line-height: 1.25;
    overflow-wrap: break-word;
  }
  h4 {
    margin: 0;
    font-size: 1rem;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  p {
    max-width: var(--measure, 66ch);
    text-wrap: pretty;
  }
  .brief {
    max-width: var(--measure, 66ch);
    padding: 12px 16px;
    border-radius: 4px;
    background: var(--panel);
    line-height: 1.5;
  }
  .why {
    margin: 0 0 8px;
    color: var(--ink-soft);
  }
  .task > * {
    margin: 0 0 8px;
  }
  .task > :last-child {
    margin-bottom: 0;
  }
  .work {
    display: flex;
    flex-direction: column;
    gap: 32px;
    margin-top: 16px;
  }
  .work > * {
    min-width: 0;
  }
  .done {
    max-width: none;
    margin: 32px 0 0;
    padding: 16px;
    border-left: 3px solid var(--ok);
    background: var(--panel);
  }
  .work + .reader {
    margin-top: 24px;
  }
  .left {
    margin-top: 24px;
  }
  .left p {
    margin: 0;
  }
  /* "jatka: …" alone begins a line. */
  .left p::first-letter {
    text-transform: uppercase;
  }
  .lacks summary {
    ${unfoldingLink}
    min-height: 44px;
    padding: 10px 0;
    border-radius: 2px;
  }
  .lacks ul {
    margin: 0;
    padding-left: 20px;
  }
  .lacks li {
    padding: 4px 0;
  }
  a {
    border-radius: 2px;
    color: var(--accent);
    text-underline-offset: 3px;
  }
  button {
    min-height: 44px;
    padding: 8px 16px;
    border: 1px solid var(--accent);
    border-radius: 4px;
    background: var(--paper);
    color: var(--accent);
    font: inherit;
    font-weight: 600;
    text-align: left;
    cursor: pointer;
  }
  button[aria-disabled='true'],
  button:disabled {
    border-color: var(--line);
    color: var(--ink-soft);
    cursor: default;
  }
  button.quiet {
    border-color: transparent;
    padding: 8px;
    background: none;
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  :focus-visible {
    outline: var(--focus-ring);
    outline-offset: 2px;
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
    padding: 4px 16px;
    border: 1px dashed var(--control);
    border-radius: 4px;
    color: var(--ink-soft);
  }
  .undo span {
    display: -webkit-box;
    min-width: 0;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow-wrap: anywhere;
  }
  /* The second: a field's question, where the page shows it above the field. */
  .unseen,
  .asked-above::part(label) {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .asked-above::part(options) {
    padding-top: 0;
  }
  /* A short field in the line of its question, where there is room. */
  @container (min-width: 26em) {
    .in-line {
      --below-question: 0px;
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0 16px;
      align-items: center;
    }
  }
  @media (max-width: 40em) {
    article {
      padding: 16px 0 8px;
    }
    .work {
      gap: 24px;
    }
    .done,
    .left {
      margin-top: 16px;
    }
  }
  @media print {
    .left,
    .reader,
    .done,
    .undo,
    button {
      display: none;
    }
  }
`;
