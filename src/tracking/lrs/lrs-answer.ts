/** What an LRS, or what stands before it, has answered. */

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
