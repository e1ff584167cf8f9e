/** What an LRS, or what stands before it, has answered. */
import { LONGEST_RETRY_AFTER_MS } from './lrs-patience.ts';

/** ILIAS's proxy says 412 whatever went wrong behind it, which HTTP calls 502; an LRS says 412 to a condition only. */
export function statusOf({ status }: Response, headers: Record<string, string> = {}): number {
  return status === 412 && !('If-Match' in headers || 'If-None-Match' in headers) ? 502 : status;
}

export function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/** Milliseconds, out of seconds or an HTTP date (RFC 9110, 10.2.3), which this computer's clock may be days away from. */
export function retryAfterOf({ headers }: Response): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, LONGEST_RETRY_AFTER_MS) : undefined;
}
