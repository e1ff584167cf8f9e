import { css } from 'lit';
import { wideWindow } from '../../theme/window-width.ts';

/**
 * The cover fills the window: words above, the road below. The card lies on the road: `--u` is a tenth of a millimetre of the card, whose road
 * is 62 of them thick and 58 above its lower edge, so that both roads are one.
 */
export const coverStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
  }
  .on-band {
    background: var(--band);
    color: var(--on-band);
  }
  .offerer img {
    display: block;
    max-width: 100%;
    height: 48px;
    object-fit: contain;
    object-position: left;
  }
  aspa-language-choice {
    font-size: 0.833rem;
  }
  .promise {
    max-width: 25em;
    margin: 12px 0 0;
    font-size: 1.2rem;
    line-height: 1.4;
  }
  .begin {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    align-items: end;
    margin: 20px 0 0;
  }
  .name {
    flex: 1 1 15rem;
    max-width: 20rem;
  }
  label {
    display: block;
    font-weight: 700;
    line-height: 1.35;
  }
  label small {
    color: var(--ink-soft);
    font-size: 0.833rem;
    font-weight: 400;
  }
  input {
    display: block;
    width: 100%;
    min-height: 56px;
    margin: 4px 0 0;
    padding: 8px 12px;
    border: 1.5px solid var(--control);
    border-radius: 4px;
    background: var(--field);
    color: var(--ink);
    font: inherit;
  }
  .start {
    gap: 12px;
    min-height: 56px;
    padding: 8px 20px;
    border-radius: 8px;
    background: var(--accent);
    color: var(--paper);
    font-weight: 700;
    text-wrap: balance;
    overflow-wrap: anywhere;
    min-width: 0;
  }
  .start:focus-visible {
    border-radius: 8px;
  }
  /* The course itself brings the focus here. With keys that must be seen at once; a finger alone needs no ring until a key is pressed after all. */
  @media (any-hover: none) and (any-pointer: coarse) {
    .calm:focus-visible {
      outline-color: transparent;
    }
  }
  .arrow {
    flex: none;
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px 32px;
    max-width: 36rem;
    margin: 20px 0 0;
    padding: 16px 0 0;
    border-top: 1px solid var(--line);
    font-size: 0.833rem;
    line-height: 1.45;
  }
  dt {
    font-weight: 700;
  }
  dd {
    margin: 0;
    color: var(--ink-soft);
  }
  .begin .onward {
    min-height: 56px;
    padding: 0;
  }
  .onward,
  dd a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    overflow-wrap: anywhere;
  }
  .scene {
    --card: min(20.5rem, 100vw - 32px);
    --u: calc(var(--card) / 856);
    position: relative;
    flex: none;
    height: calc(540 * var(--u) + 252px);
    margin-top: auto;
    overflow: hidden;
  }
  /* A telephone has the road in two rows, as a text has lines: past the library, then onto the card. */
  .land {
    position: absolute;
    bottom: calc(540 * var(--u));
    left: -72px;
    /* Its sky lies over the words above it, and over the button. */
    pointer-events: none;
  }
  .ground {
    position: absolute;
    right: 0;
    bottom: 0;
    left: 0;
    height: calc(540 * var(--u));
    background: var(--verge);
  }
  .band {
    position: absolute;
    bottom: 40px;
    left: 0;
    width: 100%;
    height: calc(62 * var(--u));
  }
  .upper .band {
    bottom: calc(540 * var(--u) + 56px);
  }
  .band line {
    stroke: var(--paint);
    stroke-width: calc(4 * var(--u));
    stroke-dasharray: calc(20 * var(--u)) calc(18 * var(--u));
    opacity: 0.55;
  }
  aspa-licence-card {
    position: absolute;
    bottom: calc(40px - 58 * var(--u));
    left: calc(50% - var(--card) / 2);
    width: var(--card);
  }
  .bus {
    position: absolute;
    bottom: calc(540 * var(--u) + 64px);
    left: 62%;
    width: 116px;
  }
  @media (min-width: 700px) {
    .promise {
      font-size: 1.25rem;
    }
    dl {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .ground,
    .upper,
    .bus {
      display: none;
    }
    .scene {
      --card: 324px;
      height: 232px;
    }
    .land {
      bottom: 0;
      left: -76px;
    }
    .band {
      bottom: 48px;
    }
    aspa-licence-card {
      right: 32px;
      bottom: calc(48px - 58 * var(--u));
      left: auto;
    }
  }
  @media ${wideWindow} {
    dl {
      /* The times are the longest words. */
      grid-template-columns: 1.4fr 1.2fr 1fr;
      max-width: 46rem;
    }
    /* Beside what fits into a quarter of an hour the last column is a long one, and the card stands below it. */
    dl:has(a) {
      margin-bottom: 24px;
    }
    .scene {
      --card: 472px;
      --right: max(48px, 50% - 544px);
      height: 300px;
      overflow: visible;
      overflow-x: clip;
    }
    .land {
      left: 0;
    }
    .band {
      bottom: 56px;
    }
    aspa-licence-card {
      right: var(--right);
      bottom: calc(56px - 58 * var(--u));
    }
    .bus {
      right: calc(var(--right) + var(--card) + 48px);
      bottom: 66px;
      left: auto;
      display: block;
      width: 150px;
    }
  }
  /* So that the whole card is seen in a window of 1280 × 800, below a notice too. */
  @media ${wideWindow} and (max-height: 859px) {
    .begin,
    dl {
      margin-top: 12px;
    }
    dl {
      padding-top: 12px;
    }
    .scene {
      --card: 396px;
      height: 248px;
    }
  }
  @media print {
    .land,
    .ground,
    .band,
    .bus,
    .start,
    .name {
      display: none;
    }
    .scene {
      height: auto;
    }
    aspa-licence-card {
      position: static;
    }
  }
`;
