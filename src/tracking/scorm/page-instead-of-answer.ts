/**
 * Tells an LMS's own answer to a save from what came in its place with a status of success: a login page, a captive portal's page, Chamilo's
 * page "not allowed". Reads no answer, only what the browser tells of its form.
 */
import { isUnstored } from './chamilo-receipts.ts';
import { addressOf, isOfScript, isSuccess } from './request-entry.ts';

/** What a server's own answers look like, whatever is in them. */
interface AnswerForm {
  readonly isHtml: boolean;
  readonly wasRedirected: boolean;
  readonly bytes: number | undefined;
}

export class OwnAnswers {
  /** How each address answered at first. Some LMSs always answer with HTML: of them nothing can be told. */
  readonly #forms = new Map<string, AnswerForm>();

  /** @param entries of the requests of a save, by script or by beacon */
  learn(entries: readonly PerformanceResourceTiming[]): void {
    for (const entry of entries) if (isSuccess(entry) && !this.#forms.has(entry.name)) this.#forms.set(entry.name, formOf(entry));
  }

  /** An answer of another form than this address gave before. */
  isOtherPage(entry: PerformanceResourceTiming): boolean {
    if (!isSuccess(entry)) return false;
    const own = this.#forms.get(entry.name);
    // Of a beacon's answer no browser gives the length.
    if (isOfScript(entry) && isUnstored(addressOf(entry), formOf(entry).bytes, own?.bytes)) return true;
    if (!own) return false;
    const { isHtml, wasRedirected } = formOf(entry);
    return (isHtml && !own.isHtml) || (wasRedirected && !own.wasRedirected);
  }
}

/** A browser that gives no type of an answer tells nothing of a page. */
function formOf({ contentType, redirectStart, decodedBodySize }: PerformanceResourceTiming & { contentType?: string }): AnswerForm {
  const isHtml = contentType === undefined || contentType === 'text/html';
  return { isHtml, wasRedirected: redirectStart > 0, bytes: decodedBodySize };
}
