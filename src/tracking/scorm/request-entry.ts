/** What the browser's entry of a request (Resource Timing) tells of it. Older browsers leave properties out that the types promise. */

/** A browser that does not tell is taken to mean it. */
export function isOfScript({ initiatorType }: PerformanceResourceTiming): boolean {
  return (initiatorType as string | undefined) === undefined || initiatorType === 'xmlhttprequest' || initiatorType === 'fetch';
}

export function isBeacon({ initiatorType }: PerformanceResourceTiming): boolean {
  return initiatorType === 'beacon';
}

/** The status says so; whether the answer is the LMS's own is another matter. */
export function isSuccess({ responseStatus }: PerformanceResourceTiming): boolean {
  return responseStatus >= 200 && responseStatus < 300;
}

/** Where it went, without the query and the fragment. */
export function addressOf({ name }: PerformanceResourceTiming): string {
  return name.replace(/[?#].*$/, '');
}
