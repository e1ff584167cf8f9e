import { isOutcome, type SaveStatus } from '../../session/save-status.ts';
import type { Text } from '../../text/text.ts';

/** A save status in words: a label for the header, and where work is not saved the whole truth with what to do. */
export interface SaveWords {
  readonly label: string;
  /** For a header without room. */
  readonly short?: string;
  /** What happened and where the text is. */
  readonly what?: string;
  /** What happens next and what to do. */
  readonly next?: string;
  /** Both. */
  readonly detail?: string;
  /** The learner has something to do, or the text is in danger. */
  readonly urgent: boolean;
}

/** Where the advice is to close the course and to open it again. */
const REOPENS: ReadonlySet<string> = new Set(['session-ended', 'other-page', 'replaced', 'refused', 'no-lms']);

export function saveWords(status: SaveStatus, { saving }: Pick<Text, 'saving'>): SaveWords {
  switch (status.state) {
    case 'unchanged':
      return { label: saving.unchanged, urgent: false };
    case 'pending':
    case 'saving':
      return { label: saving[status.state], urgent: false };
    case 'saved':
    case 'sent':
      return { label: saving[status.state](status.at), urgent: false };
    case 'local':
      return { label: saving.local(status.at), short: saving.localShort(status.at), urgent: false };
    case 'not-saved': {
      const { reason, local, retryAt } = status;
      const label = saving.notSaved[reason];
      if (reason === 'read-only') return { label, what: `${saving.why[reason]}.`, detail: `${saving.why[reason]}.`, urgent: false };
      const what = `${saving.why[reason]} – ${local ? saving.textIsHere : saving.textIsOnlyOnPage}.`;
      const later = REOPENS.has(reason) ? (local ? saving.comesAlong : saving.bringCopy) : '';
      const next = [retryAt === undefined || reason === 'replaced' ? '' : saving.retryAt(retryAt), saving.todo[reason], later]
        .filter(Boolean)
        .join(' ');
      return { label, what, next, detail: `${what} ${next}`.trim(), urgent: !local || reason !== 'offline' };
    }
  }
}

/**
 * What to tell a screen reader after a change of status: only that saving began to work, stopped working or works again. A save
 * that goes like the one before it is not worth a word.
 */
export function saveAnnouncement(before: SaveStatus, now: SaveStatus, text: Pick<Text, 'saving'>): string {
  const was = kindOf(before);
  const is = kindOf(now);
  if (was === is || !isOutcome(now)) return '';
  if (now.state === 'not-saved') return saveWords(now, text).detail ?? '';
  return was === 'unchanged' ? text.saving.firstSaved : text.saving.backAgain;
}

function kindOf(status: SaveStatus): string {
  if (status.state === 'not-saved') return `${status.reason} ${status.local}`;
  return isOutcome(status) ? 'safe' : status.state;
}
