/** Asks the server of `npm run dev` for texts and changes. */
import type { AskedChange } from './edit-session.ts';
import { EDIT_API, READING, TOKEN_HEADER, type ListedText, type OpenedText, type Outcome } from './page-messages.ts';
import type { Reason } from './source-place.ts';

type Refusal = { readonly refused: Reason };

export class EditServer {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  texts(numbers: readonly number[]): Promise<readonly ListedText[] | Refusal> {
    return this.#ask('texts', { numbers });
  }

  open(number: number): Promise<OpenedText | Refusal> {
    return this.#ask('open', { number });
  }

  change(asked: AskedChange): Promise<Outcome> {
    return this.#ask('change', asked);
  }

  undo(): Promise<Outcome> {
    return this.#ask('undo', {});
  }

  undoable(): Promise<{ readonly label: string | null }> {
    return this.#ask('undoable', {});
  }

  /** @throws Error where the server does not answer as it does */
  async #ask<T>(what: string, body: object): Promise<T> {
    const reading = (globalThis as { readonly [READING]?: string })[READING] ?? '';
    const answer = await fetch(`${EDIT_API}/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [TOKEN_HEADER]: this.#token },
      body: JSON.stringify({ reading, ...body }),
    });
    // 409: refused, with the reason.
    if (!answer.ok && answer.status !== 409) throw new Error(`${what}: ${String(answer.status)}`);
    return (await answer.json()) as T;
  }
}
