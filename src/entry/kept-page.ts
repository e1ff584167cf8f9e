/**
 * A browser may open a page that it keeps without asking whether there is a newer one: for five days where ILIAS lets it (7.10, run), and where a
 * server says nothing of that, for a tenth of the file's age (RFC 9111, 4.2.2). Such a page asks behind its launch. The next launch that finds it
 * kept still loads it anew, before anybody else is called; in a frame nothing else brings the newer one (Chromium 156, run).
 */
import type { CopyStorage } from '../session/copy/quiet-storage.ts';

/** @returns whether the page is being loaded anew: then nothing is to be done in this one */
export function isLoadedAnew({ document, fetch, location, performance }: Window, notes: CopyStorage): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // Neither a page that was fetched or asked for, as a reload is, nor a file.
  if (navigation?.transferSize !== 0 || !location.protocol.startsWith('http')) return false;
  const key = `aspa-newer ${location.pathname}`;
  const isNoted = notes.getItem(key) !== null;
  notes.removeItem(key);
  if (isNoted) location.reload();
  else
    void fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(({ headers }) => {
      // Later or earlier: a package's files have dates of their content (`src/own-package/zip-package.ts`). Without a date there is no difference.
      if (Math.abs(Date.parse(headers.get('Last-Modified') ?? '') - Date.parse(document.lastModified)) > 0) notes.setItem(key, '');
    }, Boolean);
  return isNoted;
}
