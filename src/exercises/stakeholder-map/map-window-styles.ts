import { css } from 'lit';

/** The look of the window through which a map is looked at. */
export const mapWindowStyles = css`
  .frame {
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--paper);
  }
  .view {
    display: grid;
    place-content: start safe center;
    max-height: var(--map-height, min(520px, 70vh));
    overflow: auto;
    overscroll-behavior: auto;
    border-radius: 0 0 8px 8px;
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
    gap: 0 4px;
    align-items: center;
    justify-content: flex-end;
    padding: 4px 8px;
    border-bottom: 1px solid var(--line);
  }
  .tools .step {
    width: 44px;
    padding: 0;
    border-color: transparent;
    background: none;
    font-weight: 700;
    font-size: 1.25em;
    line-height: 1;
    text-align: center;
  }
  .scale {
    min-width: 5ch;
    color: var(--ink-soft);
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .saves {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    margin: 4px 0 0 -8px;
    font-size: 0.9375rem;
  }
  .saves + p {
    margin: 4px 0 0;
  }
  @media print {
    .frame {
      border: 0;
    }
    .view {
      max-height: none;
      overflow: visible;
    }
    svg {
      max-width: 100%;
      height: auto;
      max-height: 230mm;
    }
    .tools,
    .saves {
      display: none;
    }
  }
`;
