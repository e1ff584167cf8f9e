import { css } from 'lit';

/** The steps of the guide, and its sheet beside them. */
export const guideStyles = css`
  .hint {
    margin: 0;
    color: var(--ink-soft);
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  .ingredients {
    display: flex;
    flex-direction: column;
    gap: inherit;
    margin: 0;
    padding: 0;
    list-style: '';
  }
  .ingredients p {
    margin: 4px 0 8px;
  }
  /* What can be done with an answer stands beside it. */
  @container (min-width: 26em) {
    .ingredients li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 16px;
      align-items: start;
    }
    .ingredients li > .hint {
      grid-column: 1 / -1;
    }
    .ingredients li > p {
      margin: 0;
    }
    .ingredients li > .answered {
      margin-bottom: -8px;
    }
  }
  .ingredients .answer {
    padding-left: 12px;
    border-left: 3px solid var(--line);
    white-space: pre-line;
  }
  .answered summary {
    display: block;
    margin-bottom: 8px;
  }
  .answered[open] .line {
    display: none;
  }
  .fit {
    margin: 0;
    padding-left: 12px;
    border-left: 3px solid var(--ok);
  }
  .fit.outgrown {
    border-left-color: var(--attention);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    margin-bottom: 12px;
  }
  .enlarge {
    display: none;
  }
  @container (max-width: 35.5em) {
    /* It is laid out all the same: how many pages it fills is measured on it. */
    .folded .drawn {
      display: block;
      height: 0;
      padding: 0;
      overflow: hidden;
      visibility: hidden;
    }
  }
  @container (min-width: 43.5em) {
    .beside {
      grid-template-columns: minmax(480px, 11fr) minmax(300px, 9fr);
    }
    .beside.large {
      grid-template-columns: minmax(0, 1fr);
    }
    .large .picture {
      position: static;
    }
    .enlarge {
      display: block;
    }
  }
  @media print {
    .picture {
      display: none;
    }
    .ingredients,
    .fit {
      display: none;
    }
  }
`;
