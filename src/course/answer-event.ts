import type { AnswerChanges } from './answers.ts';

/** The one thing an exercise says to the course: these fields are now so. Bubbles and leaves shadow roots. */
export class AnswerEvent extends Event {
  static readonly type = 'aspa-answer';

  constructor(readonly changes: AnswerChanges) {
    super(AnswerEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'aspa-answer': AnswerEvent;
  }
}
