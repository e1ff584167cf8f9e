import { css } from 'lit';
import { wideWindow } from '../../theme/window-width.ts';

/**
 * The cover down to its title. The build writes that much into the page itself (`build/write-first-cover.ts`), where it is painted before any script
 * runs, and it must not move when the course's own cover takes its place: both have these rules, and they stand alone. What is below the title,
 * with the sizes of the picture and the card, is in `cover-styles.ts`.
 */
export const coverHeadStyles = css`
  .offerer p {
    box-sizing: border-box;
    max-width: 65.8rem;
    margin: 0 auto;
    padding: 12px 16px;
    font-weight: 700;
  }
  .words {
    box-sizing: border-box;
    width: 100%;
    max-width: 65.8rem;
    margin: 0 auto;
    padding: 24px 16px 32px;
  }
  .languages {
    margin: -16px 0 8px -8px;
  }
  .title {
    margin: 0;
    font-weight: 700;
    font-size: 1.728rem;
    line-height: 1.2;
    letter-spacing: -0.005em;
    text-wrap: balance;
  }
  @media (min-width: 700px) {
    .offerer p {
      padding-inline: 32px;
    }
    .words {
      padding: 16px 32px;
    }
    .title {
      font-size: 1.953rem;
    }
  }
  @media ${wideWindow} {
    .offerer p {
      padding-inline: 48px;
    }
    .words {
      padding: 12px 48px 8px;
    }
    .title {
      font-size: 3.052rem;
    }
  }
  @media ${wideWindow} and (min-height: 860px) {
    .words {
      padding-top: 72px;
    }
  }
`;
