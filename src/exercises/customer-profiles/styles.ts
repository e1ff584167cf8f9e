import { css } from 'lit';

/** Cards with the profile's name as their head; where there is room a table, its labels and helps said once in the columns' heads. */
export const profileTableStyles = css`
  table,
  tbody,
  tr,
  th,
  td {
    display: block;
    min-width: 0;
    padding: 0;
    text-align: left;
    font-weight: 400;
  }
  table {
    margin: 16px 0;
  }
  thead {
    display: none;
  }
  tbody {
    display: grid;
    gap: 16px;
  }
  tbody tr:not(.removed) {
    display: grid;
    gap: 20px;
    padding: 16px;
    border: 1px solid var(--line);
    border-left: 3px solid var(--sign, var(--accent));
    border-radius: 4px;
    background: var(--panel);
  }
  tbody th {
    font-size: 1.125em;
  }
  tbody td.actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin: -8px -8px -8px;
    font-size: 0.9em;
  }
  @container (min-width: 35.5em) {
    table {
      border-top: 2px solid var(--sign, var(--accent));
    }
    thead {
      display: block;
    }
    tbody {
      gap: 0;
    }
    tr,
    tbody tr:not(.removed) {
      display: grid;
      grid-template-columns: minmax(0, 4fr) repeat(3, minmax(0, 5fr));
      gap: 4px 8px;
      padding: 12px 0;
      border: 0;
      border-bottom: 1px solid var(--line);
      border-radius: 0;
      background: none;
    }
    tbody tr:not(.removed) {
      padding-bottom: 4px;
    }
    tr.removed {
      grid-template-columns: 1fr;
    }
    thead th {
      font-weight: 600;
      line-height: 1.35;
      overflow-wrap: anywhere;
      hyphens: auto;
    }
    thead .help {
      display: block;
      margin-top: 4px;
      color: var(--ink-soft);
      font-weight: 400;
      font-size: 0.85em;
    }
    thead details {
      font-weight: 400;
      font-size: 0.85em;
    }
    thead summary {
      display: inline-block;
      padding: 4px 0;
      color: var(--accent);
      cursor: pointer;
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    thead .example {
      display: block;
      color: var(--ink-soft);
    }
    thead .actions {
      position: absolute;
    }
    tbody td.actions {
      grid-column: 1 / -1;
      justify-content: flex-end;
      margin: 0;
    }
    tbody th {
      font-size: 1em;
    }
    aspa-text-field {
      font-size: 0.9em;
    }
    aspa-text-field::part(label) {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    aspa-text-field::part(help) {
      display: none;
    }
  }
  @media print {
    tbody tr {
      break-inside: avoid;
    }
    .actions {
      display: none !important;
    }
  }
`;
