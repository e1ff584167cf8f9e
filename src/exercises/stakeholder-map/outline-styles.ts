import { css } from 'lit';
import { unfoldingLink } from '../../fields/shared/unfolding.ts';

/** The look of the outline in which a stakeholder map is written. */
export const mapOutlineStyles = css`
  .work .map {
    margin: 0;
  }
  .map {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  .side {
    min-width: 0;
  }
  .side[hidden]:not([hidden='until-found']) {
    display: none;
  }
  .beside {
    grid-template-columns: minmax(480px, 11fr) minmax(300px, 9fr);
    column-gap: clamp(8px, calc(100cqi - 780px), 32px);
  }
  .beside .picture {
    position: sticky;
    top: 72px;
    align-self: start;
    /* With its buttons it ends above what stays in sight below: the way on, and news. */
    --map-height: clamp(200px, calc(100vh - 226px - var(--below, 64px)), 640px);
  }
  /* The tabs say it, or both are seen at once. */
  .map > .side > h3 {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .tabs {
    display: flex;
    margin-bottom: -16px;
  }
  .tabs button {
    flex: 1;
    /* Forced colours show a transparent border as any other. */
    border: solid var(--control);
    border-width: 0 0 1px;
    border-radius: 8px 8px 0 0;
    background: none;
    text-align: center;
  }
  .tabs button[aria-selected='true'] {
    border-width: 1px 1px 0;
    color: var(--ink);
  }
  .outline:focus {
    outline: none;
  }
  .help,
  .question {
    margin: 0;
    color: var(--ink-soft);
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  .question {
    max-width: 50ch;
    margin-bottom: 8px;
  }
  .outline .all-steps {
    display: block;
    margin: 0 0 0 auto;
  }
  .branch ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .branch ul ul {
    margin-left: 10px;
    padding-left: 14px;
    border-left: 2px solid var(--line);
  }
  .branch ul ul ul ul ul {
    margin-left: 4px;
    padding-left: 6px;
  }
  .branch > button {
    margin-top: 4px;
  }
  .row {
    display: flex;
    gap: 4px;
    align-items: flex-start;
    padding-bottom: 8px;
  }
  .grow {
    display: grid;
    flex: 1;
    min-width: 0;
    max-width: 36rem;
  }
  .grow::after {
    content: attr(data-text) ' ';
    padding: 9px 13px;
    visibility: hidden;
  }
  .grow textarea,
  .grow::after {
    grid-area: 1 / 1;
    min-width: 0;
    margin: 0;
    font: inherit;
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .grow textarea {
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    overflow: hidden;
    resize: none;
    border: 1px solid var(--control);
    border-radius: 4px;
    background: var(--field);
    color: var(--ink);
  }
  .grow textarea[readonly] {
    padding-left: 0;
    border-color: transparent;
    background: none;
  }
  .icon {
    display: grid;
    flex: none;
    width: 44px;
    padding: 0;
    place-content: center;
    border-color: transparent;
    background: none;
  }
  .icon:hover,
  .icon[aria-expanded='true'] {
    border-color: var(--control);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-bottom: 12px;
  }
  .actions button {
    padding: 8px 12px;
    font-weight: 400;
  }
  .actions .remove {
    border-color: var(--error);
    color: var(--error);
  }
  .undo {
    margin-bottom: 8px;
  }
  /* Where there is nothing but a finger nobody has keys, until one is pressed. */
  @media (any-hover: none) and (any-pointer: coarse) {
    .keys:not(.pressed) {
      display: none;
    }
  }
  .keys {
    margin-top: 4px;
  }
  summary {
    ${unfoldingLink}
    padding: 8px 0;
  }
  .keys dl {
    margin: 0 0 8px;
  }
  .keys dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    padding: 4px 0;
    border-bottom: 1px solid var(--line);
  }
  dt {
    flex: 0 1 17em;
    font-weight: 600;
  }
  dd {
    margin: 0;
  }
  .full {
    margin: 0 0 8px;
    color: var(--ink-soft);
    font-size: 0.9em;
  }
  .told {
    min-height: 1.6em;
    margin: 8px 0 0;
    color: var(--ink-soft);
  }
  @container (max-width: 23.2em) {
    /* A telephone's width is for the words: the child is added from the node's other buttons. */
    .row .child {
      display: none;
    }
    .step.open .head,
    .step.open .inside {
      padding-right: 8px;
      padding-left: 8px;
    }
    .branch ul ul {
      margin-left: 4px;
      padding-left: 8px;
    }
    .branch ul ul ul ul ul {
      margin-left: 0;
      padding-left: 2px;
    }
  }
  @media print {
    .map {
      display: block;
    }
    .side[hidden].side[hidden] {
      display: block;
      content-visibility: visible;
    }
    .tabs {
      display: none;
    }
    .keys,
    .help,
    .undo,
    .full,
    .told,
    button:not(.head) {
      display: none !important;
    }
  }
`;
