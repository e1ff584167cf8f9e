import { css } from 'lit';

/** The rows of the assessment, their scales side by side where there is room. */
export const channelStyles = css`
  .inside .hint {
    margin: 0;
  }
  .mine .hint {
    margin-top: 12px;
  }
  .scales {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    gap: 16px 24px;
  }
  .cell {
    min-width: 0;
  }
  .cell > .quiet {
    align-self: flex-start;
    margin: 0 0 -8px -8px;
    font-size: 0.9em;
  }
  .note {
    margin-top: 12px;
    font-size: 0.9em;
  }
  /* Both scales, where a language has longer words for them. */
  .steps .step .line:has(.small-scale) {
    -webkit-line-clamp: 2;
  }
  .small-scale {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    margin-right: 10px;
  }
  .small-scale svg {
    display: block;
    flex: none;
    width: auto;
    height: 10px;
  }
  .waiting {
    margin: 0;
    padding-left: 20px;
  }
  .waiting li {
    padding: 4px 0;
  }
  .words {
    margin: 24px 0 8px;
  }
`;
