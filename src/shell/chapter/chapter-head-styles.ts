import { css } from 'lit';
import { wideWindow } from '../../theme/window-width.ts';

/** A chapter's opening: its scene from edge to edge, what it takes and gives, its exercises. The sizes of headings are in `shell-styles.ts`. */
export const chapterHeadStyles = css`
  .opening {
    position: relative;
    height: 148px;
    margin: 0 calc(-1 * var(--page-right, 0px)) 0 calc(-1 * var(--page-left, 0px));
    overflow: hidden;
  }
  .land {
    position: absolute;
    bottom: 0;
    left: 0;
    height: 148px;
  }
  .band {
    position: absolute;
    bottom: 6px;
    left: 0;
    width: 100%;
    height: 18px;
  }
  .band line {
    stroke: var(--paint);
    stroke-width: 2px;
    stroke-dasharray: 8px 7px;
    opacity: 0.55;
  }
  /* Its foot is where the road turns off into the page. */
  .post {
    --post: 36px;
    position: absolute;
    bottom: 18px;
    left: calc(var(--page-left, 0px) + 2px - var(--post) / 2);
    width: var(--post);
  }
  .head.signed {
    padding-top: 20px;
  }
  /* As wide as the scene above it. */
  .head.signed h1 {
    max-width: none;
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px 24px;
    max-width: 60rem;
    margin: 16px 0 0;
    font-size: 0.833rem;
    line-height: 1.4;
  }
  .facts dt {
    display: flex;
    gap: 8px;
    font-weight: 700;
  }
  .icon {
    flex: none;
    width: 20px;
    height: 20px;
    fill: none;
    stroke: var(--sign);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .facts dd {
    margin: 0 0 0 28px;
    color: var(--ink-soft);
    text-wrap: balance;
  }
  .steps {
    max-width: var(--measure);
    margin: 20px 0 0;
    padding: 0;
    list-style: none;
  }
  .steps li {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    align-items: center;
    border-bottom: 1px solid var(--line);
  }
  /* On the road, which runs beside the column. */
  .road-stop {
    position: absolute;
    left: -60px;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    background: var(--paper);
  }
  .steps a {
    display: inline-flex;
    align-items: center;
    justify-self: start;
    box-sizing: border-box;
    min-height: 44px;
    padding: 8px 0;
    color: var(--ink);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .steps .state {
    color: var(--ink-soft);
    font-size: 0.833rem;
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 40em) {
    .road-stop {
      left: -38px;
      width: 24px;
      height: 24px;
    }
  }
  @media (min-width: 700px) {
    .opening,
    .land {
      height: 168px;
    }
    .band {
      bottom: 8px;
      height: 20px;
    }
    .post {
      --post: 48px;
      bottom: 22px;
    }
    .facts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media ${wideWindow} {
    .opening {
      height: 204px;
    }
    .land {
      height: 236px;
    }
    .band {
      bottom: 14px;
      height: 24px;
    }
    .post {
      --post: 56px;
      bottom: 30px;
    }
    .facts {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  @media print {
    .opening,
    .steps {
      display: none;
    }
  }
`;
