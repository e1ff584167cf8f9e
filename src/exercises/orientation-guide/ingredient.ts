import { html, nothing, type TemplateResult } from 'lit';
import type { FieldId } from '../../course/answers.ts';
import type { Text } from '../../text/text.ts';

/** An answer of the learner's own that can become part of the guide. */
export interface Ingredient {
  readonly id: FieldId;
  /** The question. */
  readonly label: string;
  /** `''` where she has not answered. */
  readonly answer: string;
  /** The answer stays out of reports, and the guide does not. */
  readonly isPrivate: boolean;
}

interface IngredientLook {
  readonly words: Text['orientationGuide'];
  readonly isAdded: boolean;
  readonly hasRoom: boolean;
  readonly readOnly: boolean;
  readonly add: () => void;
}

/**
 * A question with her answer, folded to its first words, and the button that adds it to the guide; without an answer, the way to where she gives
 * it.
 */
export function renderIngredient({ id, label, answer }: Ingredient, look: IngredientLook): TemplateResult {
  const { words } = look;
  if (answer === '')
    return html`<h4>${label}</h4>
      <p><a href="#${id}" aria-label="${words.answer}: ${label}">${words.answer}</a></p>`;
  return html`<details class="answered folds" ?open=${look.readOnly}>
      <summary>
        <h4>${label}</h4>
        <span class="line">${answer}</span>
      </summary>
      <p class="answer">${answer}</p>
    </details>
    ${look.readOnly ? nothing : renderAdd(label, look)}`;
}

function renderAdd(label: string, { words, isAdded, hasRoom, add }: IngredientLook): TemplateResult {
  const isPossible = !isAdded && hasRoom;
  const name = isAdded ? words.added : words.add;
  return html`<button
      type="button"
      aria-label="${name}: ${label}"
      aria-disabled=${isPossible ? 'false' : 'true'}
      @click=${isPossible ? add : nothing}
    >
      ${name}
    </button>
    ${isAdded || hasRoom ? nothing : html`<p class="hint">${words.noRoom}</p>`}`;
}
