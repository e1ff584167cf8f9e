import { consume } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { savePicture } from '../../exercises/shared/save-picture.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { drawLicenceCard } from './licence-card-drawing.ts';
import type { LicenceStanding } from './licence-standing.ts';
import { shellStyles } from '../shell-styles.ts';

/** The learner's licence card, as wide as the room it is given. */
@customElement('aspa-licence-card')
export class LicenceCard extends LitElement {
  static override readonly styles = [
    shellStyles,
    css`
      svg {
        display: block;
        width: 100%;
        height: auto;
      }
      @media print {
        :host {
          width: 85.6mm;
          break-inside: avoid;
          print-color-adjust: exact;
        }
      }
    `,
  ];

  @property({ attribute: false }) standing: LicenceStanding = {
    holder: undefined,
    title: '',
    subject: '',
    fileName: '',
    publisher: '',
    classes: [],
    missing: undefined,
    count: { licence: [0, 0], others: [0, 0] },
    issuedAt: undefined,
  };
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @query('svg') readonly picture!: SVGSVGElement;

  /** Saves the card as a file. @throws PictureError where the browser draws no PNG */
  async save(kind: 'svg' | 'png'): Promise<void> {
    await savePicture(this.picture, this.standing.fileName, kind);
  }

  protected override render(): TemplateResult {
    return html`${drawLicenceCard(this.standing, this.text)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-licence-card': LicenceCard;
  }
}
