import { css } from 'lit';

/** The look that all exercises share; colours and sizes come from the course's roles (`--ink`, `--line`, …). */
export const exerciseStyles = css`
  :host {
    display: block;
    min-width: 0;
    container-type: inline-size;
  }
  * {
    box-sizing: border-box;
  }
  article {
    padding: 24px 0;
    border-top: 3px solid var(--sign, var(--accent));
  }
  h2 {
    margin: 0 0 8px;
    font-size: 1.563rem;
    line-height: 1.2;
  }
  h3 {
    margin: 32px 0 8px;
    font-size: 1.25rem;
    line-height: 1.25;
  }
  .why {
    margin: 0 0 16px;
    color: var(--ink-soft);
  }
  .task {
    max-width: 66ch;
  }
  .work {
    display: flex;
    flex-direction: column;
    gap: 32px;
    margin-top: 24px;
  }
  .needs,
  .done {
    margin: 32px 0 0;
    padding: 16px;
    border-left: 3px solid var(--attention);
    background: var(--panel);
  }
  .done {
    border-left-color: var(--ok);
  }
  .needs h3 {
    margin: 0 0 8px;
    font-size: 1rem;
  }
  .needs ul {
    margin: 0;
    padding-left: 20px;
  }
  .needs li {
    padding: 4px 0;
  }
  a {
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
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    padding: 8px 12px;
    border: 1px dashed var(--control);
    border-radius: 4px;
    color: var(--ink-soft);
  }
  @media print {
    .needs,
    .done,
    button {
      display: none;
    }
  }
`;
