import { css } from 'lit';
import { unfoldingLink } from '../../fields/shared/unfolding.ts';

/** The places of the path at which marks are set, and the path as a picture and in words. */
export const pathStyles = css`
  .key {
    margin: 0;
    color: var(--ink-soft);
  }
  .key span {
    display: inline-block;
    margin-right: 8px;
  }
  .key svg,
  .place svg {
    width: 20px;
    fill: var(--sign, var(--accent));
    vertical-align: -4px;
  }
  .place {
    border-bottom: 1px solid var(--line);
  }
  .place summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    padding: 10px 0;
  }
  /* Behind the last sign it would stand beyond the page. */
  .place .unseen {
    margin-left: -1px;
  }
  .notes {
    display: grid;
    gap: 12px;
    padding: 4px 0 12px;
  }
  .path-picture {
    display: block;
    max-width: 100%;
    height: auto;
  }
  .drawn details {
    margin-top: 16px;
  }
  .drawn summary {
    ${unfoldingLink}
    padding: 8px 0;
  }
  @media print {
    /* The fields above say the same. */
    .drawn details {
      display: none;
    }
    .place::details-content {
      block-size: auto;
      content-visibility: visible;
    }
  }
  .path-words {
    max-width: var(--measure, 66ch);
    overflow-wrap: anywhere;
  }
  .path-words p {
    margin: 8px 0;
  }
  .path-words ul {
    margin: 4px 0;
    padding-left: 20px;
  }
  .said {
    white-space: pre-line;
  }
  .path-words li > .said,
  .path-words li > .unsaid {
    display: block;
  }
  .path-words li li > .said {
    display: inline;
  }
  .unsaid {
    color: var(--ink-soft);
  }
`;
