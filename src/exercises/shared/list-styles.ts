import { css } from 'lit';
import { arrowDown, arrowUp } from '../../fields/shared/unfolding.ts';

/** The look of lists that the learner fills: plain rows, and entries that fold to one line like cards in a drawer. */
export const listStyles = css`
  .list h3 + .hint,
  .list h3 + p {
    margin-top: 0;
  }
  .hint {
    margin: 0 0 16px;
    color: var(--ink-soft);
  }
  .rows {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin: 16px 0;
    padding: 0;
    list-style: '';
  }
  .add p {
    margin: 8px 0 0;
    color: var(--ink-soft);
  }
  .add p:empty {
    margin: 0;
  }
  .entry {
    border: 1px solid var(--line);
    border-left: 3px solid var(--sign, var(--accent));
    border-radius: 4px;
    background: var(--panel);
  }
  .entry > summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 12px;
    align-items: center;
    min-height: 44px;
    padding: 8px 16px;
    border-radius: 4px;
    cursor: pointer;
    list-style: '';
  }
  .entry > summary::-webkit-details-marker {
    display: none;
  }
  .entry > summary::after {
    ${arrowDown}
    width: 9px;
    height: 9px;
    margin: 0 4px 4px;
  }
  .entry[open] > summary::after {
    margin-bottom: -4px;
    ${arrowUp}
  }
  .entry h4,
  .entry .gist {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow-wrap: anywhere;
  }
  .entry[open] .gist {
    -webkit-line-clamp: 1;
  }
  .entry .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
    min-width: 0;
    color: var(--ink-soft);
    font-size: 0.9em;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  .entry .facts > * {
    min-width: 0;
  }
  .unfinished {
    color: var(--attention);
    font-weight: 600;
  }
  .entry .body {
    display: flex;
    flex-direction: column;
    gap: 24px;
    padding: 8px 16px 16px;
  }
  .entry .body > button {
    align-self: flex-start;
    margin: -8px 0 0 -8px;
  }
  @media print {
    .entry::details-content {
      block-size: auto;
      content-visibility: visible;
    }
    .entry > summary::after {
      display: none;
    }
  }
`;
