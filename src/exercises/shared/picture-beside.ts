import { css, html, nothing, type TemplateResult } from 'lit';
import { arrowDown, arrowUp } from '../../fields/shared/unfolding.ts';

/** Fields of at least 480 pixels and their picture of at least 300 beside them; below it where there is less room, and folded on a telephone. */
export const besideStyles = css`
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    align-items: start;
  }
  .beside > .asked {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-width: 0;
  }
  .picture {
    min-width: 0;
  }
  .picture h3 button {
    display: none;
  }
  @container (max-width: 35.5em) {
    .picture h3 {
      margin: 0;
      font-size: 1em;
    }
    .picture h3 button + span {
      display: none;
    }
    .picture h3 button {
      display: block;
      width: 100%;
      border-width: 0 0 1px;
      border-color: var(--line);
      border-radius: 0;
      padding: 8px 0;
    }
    .picture h3 button::after {
      display: inline-block;
      margin: 0 0 3px 12px;
      ${arrowDown}
    }
    .picture:not(.folded) h3 button::after {
      margin-bottom: -1px;
      ${arrowUp}
    }
    .drawn {
      padding-top: 16px;
    }
    .folded .drawn {
      display: none;
    }
  }
  @container (min-width: 43.5em) {
    .beside {
      grid-template-columns: minmax(480px, 1fr) minmax(300px, 320px);
      column-gap: clamp(8px, calc(100cqi - 780px), 48px);
    }
    .picture[data-follows] {
      position: sticky;
      top: 88px;
    }
  }
  @media print {
    /* A sheet is too narrow for both. */
    .beside {
      grid-template-columns: minmax(0, 1fr);
    }
    .picture.picture h3 span {
      display: block;
    }
    .folded.folded .drawn {
      display: block;
    }
  }
`;

export interface PictureBeside {
  readonly title: string;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  /** It is not taller than a window, and stays in sight while the fields are scrolled. */
  readonly follows: boolean;
  /** Without the button that folds it. */
  readonly readOnly: boolean;
  readonly content: TemplateResult;
}

export function renderPictureBeside({ title, isOpen, toggle, follows, readOnly, content }: PictureBeside): TemplateResult {
  return html`<section class="picture ${isOpen || readOnly ? '' : 'folded'}" aria-label=${title} ?data-follows=${follows}>
    <h3>
      ${
        readOnly
          ? nothing
          : html`<button type="button" aria-expanded=${isOpen ? 'true' : 'false'} aria-controls="drawn" @click=${toggle}>${title}</button>`
      }<span>${title}</span>
    </h3>
    <div class="drawn" id="drawn">${content}</div>
  </section>`;
}
