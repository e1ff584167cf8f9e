import { css } from 'lit';

/** The look of the window through which a map is looked at. */
export const mapViewStyles = css`
  .view {
    display: grid;
    place-content: safe center;
    height: min(480px, 68vh);
    overflow: auto;
    overscroll-behavior: auto;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--paper);
    cursor: grab;
    touch-action: pan-x pan-y;
  }
  .view.dragged {
    cursor: grabbing;
    user-select: none;
  }
  svg {
    display: block;
  }
  [data-node] {
    cursor: pointer;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    margin-top: 8px;
  }
  .tools button {
    padding: 8px 12px;
    font-weight: 400;
  }
  .tools .step {
    width: 44px;
    padding: 0;
    font-weight: 700;
    font-size: 1.25em;
    line-height: 1;
    text-align: center;
  }
  .saves {
    display: flex;
    flex-wrap: wrap;
  }
  .scale {
    min-width: 4ch;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  @container (max-width: 40em) {
    .saves {
      margin-left: -12px;
    }
  }
  @container (max-width: 26.6em) {
    .view {
      height: 300px;
    }
  }
  @media print {
    .view {
      height: auto;
      overflow: visible;
      border: 0;
    }
    svg {
      width: 100%;
      height: auto;
      max-height: 230mm;
    }
    .tools {
      display: none;
    }
  }
`;
