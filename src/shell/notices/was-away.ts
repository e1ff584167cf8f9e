import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { SayEvent } from '../../fields/shared/announcer.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { bottomNoticeStyles } from './bottom-notice-styles.ts';
import { shellStyles } from '../shell-styles.ts';
import { TimeAway } from './time-away.ts';

/**
 * For an LMS that keeps one state and tells an open page nothing of what is saved elsewhere (SCORM): a learner who comes back to the page after a long
 * time, and has gone on at another computer meanwhile, would write over that (Moodle 4.5.6, run: 2 answers over 40).
 *
 * @fires dismiss where she has put it away, and its button is gone
 */
@customElement('aspa-was-away')
export class WasAway extends LitElement {
  static override readonly styles = [shellStyles, bottomNoticeStyles];

  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  readonly #away = new TimeAway(this);
  #isTold = false;

  protected override updated(): void {
    if (this.#away.wasLong && !this.#isTold) this.dispatchEvent(new SayEvent(this.text.saving.wasAway.what));
    this.#isTold = this.#away.wasLong;
  }

  #dismiss(): void {
    this.#away.putAway();
    this.dispatchEvent(new Event('dismiss'));
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#away.wasLong) return nothing;
    const { wasAway } = this.text.saving;
    return html`<section aria-label=${wasAway.title}>
      <p>${wasAway.what}</p>
      <button class="close" aria-label=${wasAway.dismiss} @click=${this.#dismiss}>
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M4 4l12 12M16 4L4 16" /></svg>
      </button>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-was-away': WasAway;
  }
}
