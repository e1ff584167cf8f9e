/** How everything looks that unfolds: pieces for the rules of its heading. */
import { css } from 'lit';

/** An arrow that points down, for an `::after`. */
export const arrowDown = css`
  width: 8px;
  height: 8px;
  border: solid var(--accent);
  border-width: 0 2px 2px 0;
  content: '';
  transform: rotate(45deg);
`;

/** The same of what is open. */
export const arrowUp = css`
  transform: rotate(225deg);
`;

/** A `summary` that reads as a link in a line of its own. */
export const unfoldingLink = css`
  display: inline-block;
  color: var(--accent);
  cursor: pointer;
  text-decoration: underline;
  text-underline-offset: 3px;
`;
