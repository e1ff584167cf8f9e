/** What errors say, in English. */
import { RecordsError } from '../../src/records/records-error.ts';
import { messagesTextIn } from '../../src/records/text/messages/messages-text.ts';

export const english = messagesTextIn('en');

/** @returns what the work fails with, what to do about it included; an error of another kind is thrown on */
export function failureOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof RecordsError) return error.said(english).join(' ');
    throw error;
  }
  throw new Error('It did not fail.');
}
