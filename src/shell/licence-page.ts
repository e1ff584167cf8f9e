import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { PictureError } from '../exercises/shared/save-picture.ts';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';
import { classSign } from './class-sign.ts';
import type { LicenceCard } from './licence-card.ts';
import './licence-card.ts';
import type { ClassStanding, LicenceStanding } from './licence-standing.ts';
import { shellStyles } from './shell-styles.ts';
import { signColours } from './tokens.ts';

/**
 * The licence: the card, its classes in words, and where the course asks for it, "I am ready".
 *
 * @fires ready where the learner says that she is
 * @fires leave where she asks to save and end, which is offered once the licence is hers
 */
@customElement('aspa-licence-page')
export class LicencePage extends LitElement {
  static override readonly styles = [
    shellStyles,
    signColours,
    css`
      article {
        padding: 40px 0 72px;
      }
      .lead {
        max-width: 44ch;
        margin: 16px 0 32px;
        color: var(--ink-soft);
        font-size: 1.25rem;
        line-height: 1.45;
      }
      aspa-licence-card {
        max-width: 640px;
        margin: 0 0 24px;
      }
      h2 {
        margin: 48px 0 12px;
      }
      ul {
        max-width: 640px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 44px minmax(0, 1fr);
        gap: 4px 16px;
        align-items: center;
        padding: 16px 0;
        border-top: 1px solid var(--line);
      }
      li .sign {
        width: 44px;
        height: 44px;
      }
      .title {
        font-weight: 600;
        line-height: 1.3;
      }
      .state {
        display: block;
        color: var(--ink-soft);
        font-size: 0.889rem;
        font-variant-numeric: tabular-nums;
      }
      .ready {
        max-width: 640px;
        margin: 32px 0 0;
        padding: 24px;
        border-left: 6px solid var(--ok);
        background: var(--panel);
      }
      .ready h2 {
        margin: 0 0 8px;
        font-size: 1.25rem;
      }
      @media print {
        article {
          padding: 0;
        }
        .lead,
        .ready {
          display: none;
        }
        li {
          break-inside: avoid;
        }
      }
    `,
  ];

  @property({ attribute: false }) standing!: LicenceStanding;
  /** asked: the compulsory classes are earned and the course waits for her word; said: she has given it; waits: likewise, and completion waits for her answers as a file. */
  @property() readiness: 'none' | 'asked' | 'said' | 'waits' = 'none';
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @state() private notDrawn = false;
  @query('h1') private readonly heading!: HTMLElement;
  @query('aspa-licence-card') private readonly card!: LicenceCard;

  /** Her word takes the button away with which she gave it. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get('readiness') === 'asked') this.renderRoot.querySelector<HTMLElement>('.ready')?.focus();
  }

  override focus(): void {
    this.heading.focus({ preventScroll: true });
  }

  #ready(): void {
    this.dispatchEvent(new Event('ready'));
  }

  #leave(): void {
    this.dispatchEvent(new Event('leave'));
  }

  async #save(kind: 'svg' | 'png'): Promise<void> {
    this.notDrawn = false;
    try {
      await this.card.save(kind);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      this.notDrawn = true;
    }
  }

  #renderReadiness(): TemplateResult | typeof nothing {
    const { saving, shell } = this.text;
    const { ready } = shell;
    if (this.readiness === 'none') return nothing;
    if (this.readiness !== 'asked')
      return html`<div class="ready" tabindex="-1"><p>${this.readiness === 'said' ? ready.said : saving.wipes.what}</p></div>`;
    return html`<div class="ready">
      <h2>${ready.title}</h2>
      <p>${ready.what}</p>
      <p>${ready.after}</p>
      <button class="primary" @click=${this.#ready}>${ready.button}</button>
    </div>`;
  }

  #renderClass({ id, title, compulsory, earned, begun, earnedAt, doneExercises, allExercises }: ClassStanding): TemplateResult {
    const { licence } = this.text;
    const state = earnedAt === undefined ? licence.unearned(doneExercises, allExercises) : licence.earnedOn(earnedAt);
    return html`<li>
      ${classSign(id, earned ? 'earned' : begun ? 'begun' : 'ahead')}
      <span
        ><span class="title">${id} ${title}</span
        ><span class="state">${compulsory ? licence.compulsory : licence.optional} · ${state}</span></span
      >
    </li>`;
  }

  protected override render(): TemplateResult {
    const { licence } = this.text;
    const { classes, issuedAt } = this.standing;
    const isHers = issuedAt !== undefined;
    const compulsory = classes.filter((one) => one.compulsory).map(({ id }) => id);
    return html`<article>
      <h1 tabindex="-1">${licence.page}</h1>
      <p class="lead">${isHers ? licence.yours(compulsory) : licence.lead}</p>
      <aspa-licence-card .standing=${this.standing}></aspa-licence-card>
      <p class="buttons">
        ${isHers && this.readiness !== 'asked' ? html`<button class="primary" @click=${this.#leave}>${this.text.shell.exit}</button>` : nothing}
        <button @click=${() => this.#save('svg')}>${licence.saveSvg}</button>
        <button @click=${() => this.#save('png')}>${licence.savePng}</button>
        <button @click=${() => window.print()}>${licence.print}</button>
      </p>
      <div role="alert">${this.notDrawn ? html`<p>${licence.notDrawn}</p>` : nothing}</div>
      ${this.#renderReadiness()}
      <h2 id="classes">${licence.classes}</h2>
      <ul aria-labelledby="classes">
        ${this.standing.classes.map((standing) => this.#renderClass(standing))}
      </ul>
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-licence-page': LicencePage;
  }
}
