import { css } from 'lit';

/** The assessment: cards with the channel as their head, three columns from 640 px on, a table with the channels in its first column where there is room. */
export const channelStyles = css`
  .guide {
    margin-bottom: 16px;
    color: var(--ink-soft);
  }
  .guide p {
    margin: 0;
  }
  .guide summary {
    display: inline-block;
    padding: 4px 0;
    color: var(--accent);
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .guide .example {
    margin: 4px 0 0;
    padding-left: 12px;
    border-left: 3px solid var(--line);
    white-space: pre-line;
  }
  .table {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }
  .channel,
  .several {
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: 4px;
    background: var(--panel);
  }
  .channel {
    display: grid;
    gap: 24px 16px;
  }
  .several .channel {
    padding: 16px 0;
    border: 0;
    border-top: 1px solid var(--line);
    border-radius: 0;
  }
  .channel > * {
    min-width: 0;
  }
  h4 {
    font-size: 1.125rem;
  }
  .head .hint {
    margin: 4px 0 0;
  }
  .cell > .quiet,
  .head > .quiet {
    margin-left: -8px;
    font-size: 0.9em;
  }
  .note {
    margin-top: 12px;
    font-size: 0.9em;
  }
  .profile {
    display: grid;
    gap: 24px 32px;
    align-items: start;
  }
  .waiting {
    margin: 0 0 24px;
    padding-left: 20px;
  }
  .waiting li {
    padding: 4px 0;
  }
  @container (min-width: 640px) {
    .channel {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .channel .head {
      grid-column: 1 / -1;
    }
    .profile {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .waiting {
      columns: 2;
      column-gap: 32px;
    }
    .waiting li {
      break-inside: avoid;
    }
  }
  @container (min-width: 860px) {
    .channel {
      grid-template-columns: 10rem repeat(3, minmax(0, 1fr));
    }
    .channel .head {
      grid-column: auto;
    }
  }
`;
