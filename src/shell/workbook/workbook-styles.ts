import { css } from 'lit';

/** "My workbook" on the screen and on A4. */
export const workbookStyles = css`
  article {
    padding: 40px 0 72px;
  }
  .lead {
    max-width: 44ch;
    margin: 16px 0 24px;
    color: var(--ink-soft);
    font-size: 1.25rem;
    line-height: 1.45;
  }
  .support {
    margin: 24px 0 0;
  }
  .owner {
    display: none;
    color: var(--ink-soft);
  }
  aspa-licence-card {
    max-width: 420px;
    margin: 40px 0 0;
  }
  .empty {
    max-width: var(--measure);
    margin: 32px 0 0;
  }
  .chapter {
    margin: 56px 0 0;
    padding: 16px 0 0;
    border-top: 4px solid var(--sign);
  }
  .chapter > header {
    display: flex;
    gap: 12px;
    align-items: center;
  }
  .chapter > header h2,
  .exercise > header h3 {
    min-width: 0;
  }
  .sign {
    flex: none;
    width: 44px;
    height: 44px;
  }
  .exercise {
    margin: 32px 0 0;
  }
  .exercise > header {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: baseline;
    justify-content: space-between;
  }
  .exercise > header a {
    font-size: 0.889rem;
  }
  .picture {
    margin: 20px 0 0;
  }
  .picture svg {
    display: block;
    max-width: 100%;
    height: auto;
  }
  dl {
    margin: 0;
  }
  .exercise > header + dl {
    margin-top: 12px;
  }
  dl > div {
    padding: 12px 0;
    border-top: 1px solid var(--line);
  }
  dt {
    font-weight: 600;
    line-height: 1.35;
  }
  dt small {
    color: var(--ink-soft);
    font-weight: 400;
  }
  dd {
    margin: 4px 0 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .none {
    color: var(--ink-soft);
  }
  h4 {
    margin: 20px 0 0;
    font-size: 1rem;
  }
  .heads {
    display: none;
  }
  .entry {
    margin: 12px 0 24px;
    padding: 0 0 0 16px;
    border-left: 4px solid var(--sign);
  }
  .entry dl > div:first-child {
    border-top: 0;
  }
  @media (min-width: 40em) {
    dl > div {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: 4px 32px;
    }
    dd {
      max-width: var(--measure);
      margin: 0;
    }
  }
  .tree {
    max-width: var(--measure);
    margin: 4px 0 0;
    padding-left: 20px;
    overflow-wrap: anywhere;
  }
  .tree .tree {
    margin: 0;
  }
  @media (max-width: 40em) {
    .tree .tree .tree .tree .tree {
      padding-left: 8px;
    }
  }
  @media print {
    article {
      padding: 0;
      font-size: 10pt;
      line-height: 1.4;
    }
    .lead,
    .exercise > header a {
      display: none;
    }
    .owner {
      display: block;
      margin: 4px 0 16px;
    }
    aspa-licence-card {
      margin: 0;
    }
    h2 {
      font-size: 1.375em;
    }
    h3 {
      font-size: 1.125em;
    }
    h4 {
      margin-top: 12px;
      font-size: 1em;
    }
    .chapter {
      margin-top: 24px;
      padding-top: 8px;
      border-top-width: 2px;
    }
    .chapter > header .sign {
      width: 28px;
      height: 28px;
    }
    .exercise {
      margin-top: 16px;
    }
    .picture {
      margin-top: 8px;
    }
    dl > div,
    .entry,
    .picture {
      break-inside: avoid;
    }
    .chapter > header,
    .exercise > header,
    h4 {
      break-after: avoid;
    }
    .picture svg {
      max-height: 150mm;
      margin: 0 auto;
      print-color-adjust: exact;
    }
    dl > div {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 5fr);
      gap: 4px 16px;
      padding: 4px 0;
    }
    dd {
      max-width: none;
    }
    /* What it shows stands below in words. */
    .picture .profile-picture {
      max-height: 70mm;
    }
    /* A table, whose heads are said again on each sheet. */
    .entries {
      display: table;
      width: 100%;
      margin-top: 4px;
      border-top: 2px solid var(--sign);
    }
    .heads {
      display: table-header-group;
      font-weight: 600;
      line-height: 1.3;
    }
    .heads > div,
    .entry {
      display: table-row;
    }
    .entry dl {
      display: contents;
    }
    .entry dt {
      display: none;
    }
    .heads span,
    .entry dl > div,
    .entry dl > div:first-child {
      display: table-cell;
      min-width: 8em;
      padding: 4px 10px 4px 0;
      border: 0;
      border-bottom: 1px solid var(--line);
      font-size: 0.95em;
    }
    .heads span {
      vertical-align: bottom;
    }
    .entry dd {
      margin: 0;
    }
    /* A name is not cut within a word: its column is as wide as that. */
    .entry dd.short {
      overflow-wrap: break-word;
    }
  }
`;
