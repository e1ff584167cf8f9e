import { css } from 'lit';

/** A notice above the page's own text: what happened, and the buttons that answer it. Not on paper. */
export const noticeStyles = css`
  section {
    margin: 16px 0 0;
    padding: 16px 20px;
    border-left: 6px solid var(--attention);
    background: var(--panel);
  }
  h2 {
    margin: 0 0 8px;
    font-size: 1.125rem;
  }
  p {
    max-width: var(--measure);
    margin: 0;
  }
  .buttons {
    gap: 8px 20px;
    margin: 16px 0 0;
  }
  /* Its words begin where those above it do. */
  .buttons .quiet {
    padding-inline: 0;
    border-inline-width: 0;
  }
  /* A telephone has room for the page itself. */
  @media (max-width: 40em) {
    section {
      margin-top: 12px;
      padding: 10px 12px;
      border-left-width: 4px;
    }
    p {
      font-size: 0.889rem;
      line-height: 1.4;
    }
  }
  @media print {
    section {
      display: none;
    }
  }
`;
