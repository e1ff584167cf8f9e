import { css } from 'lit';

/** The assessment: cards with the channel as their head, three columns where there is room, and the picture beside them where there is more. */
export const channelStyles = css`
  .guide {
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
    gap: 12px 16px;
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
  .channel h3,
  .several h3 {
    margin: 0;
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
  .assessment {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 32px;
    align-items: start;
  }
  .waiting {
    margin: 0 0 24px;
    padding-left: 20px;
  }
  .waiting li {
    padding: 4px 0;
  }
  @container (min-width: 35.5em) {
    .channel {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .channel .head {
      grid-column: 1 / -1;
    }
    .several .head {
      display: grid;
      grid-template-columns: minmax(0, 24rem) auto;
      gap: 16px;
      align-items: end;
      justify-content: start;
    }
    .cell:last-child {
      --text-height: 179px;
    }
    .assessment {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .table {
      grid-column: 1 / -1;
    }
    .waiting {
      columns: 2;
      column-gap: 32px;
    }
    .waiting li {
      break-inside: avoid;
    }
  }
  @container (min-width: 53.3em) {
    .assessment {
      grid-template-columns: minmax(0, 1fr) 320px;
    }
    .table,
    .words {
      grid-column: 1;
    }
    .picture {
      grid-row: 1 / span 2;
      grid-column: 2;
    }
    .picture[data-follows] {
      position: sticky;
      top: 88px;
    }
  }
`;
