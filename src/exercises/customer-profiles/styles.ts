import { css } from 'lit';

/** Cards of one column, with what can be done to a profile at its foot. */
export const profileStyles = css`
  .profiles {
    display: flex;
    flex-direction: column;
    gap: 16px;
    max-width: 40rem;
    margin-bottom: 16px;
  }
  .profiles .all-steps {
    margin: 0;
  }
  .profiles .undo {
    margin: 8px 0;
  }
  .cells {
    display: grid;
    gap: inherit;
  }
  /* As the four cells of a table. */
  @container (min-width: 31em) {
    .cells {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: 24px;
    }
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin: -8px;
    font-size: 0.9em;
  }
  @media print {
    .profiles {
      max-width: none;
    }
    .actions {
      display: none;
    }
  }
`;
