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
