/** The parts of a window by which a reload shows itself before it happens. */
export type WatchedPage = Partial<Pick<Window, 'addEventListener'>> & { readonly navigation?: Pick<EventTarget, 'addEventListener'> };

/** A reload follows its key within so long. */
const WITHIN_MS = 5_000;

/**
 * Watches for the page's reload: its keys, and what a script asks of the Navigation API. Of the browser's own button a page hears nothing.
 * @returns whether a reload is about to happen
 */
export function watchReload(page: WatchedPage, now: () => number): () => boolean {
  let askedAt = -Infinity;
  page.addEventListener?.(
    'keydown',
    // An event of the browser's own filling in has no key.
    ({ key, ctrlKey, metaKey }: Partial<KeyboardEvent>) => {
      if (key === 'F5' || (key?.toLowerCase() === 'r' && (ctrlKey || metaKey))) askedAt = now();
    },
    { capture: true },
  );
  page.navigation?.addEventListener('navigate', (event) => {
    if ((event as Event & { navigationType?: string }).navigationType === 'reload') askedAt = now();
  });
  return () => now() - askedAt < WITHIN_MS;
}
