/** In the author's page: loads it again when content or code has changed, at the same place, and shows what is wrong over it. */
import { showEditLink } from './edit-link.client.ts';
import { NEWS_PATH, RELOAD_EVENT, type News } from './news.ts';
import { Overlay } from './overlay.client.ts';

const PLACE = 'aspa-dev-place';
/** The course draws itself first; later than this, whoever reads has scrolled herself. Milliseconds. */
const PATIENCE = 3_000;

const shown = document.currentScript?.dataset['version'];
const overlay = new Overlay();
showEditLink(document);

new EventSource(NEWS_PATH).addEventListener('message', ({ data }: MessageEvent<string>) => {
  const news = JSON.parse(data) as News;
  overlay.show(news);
  if (news.version === shown || news.mistakes.length > 0 || news.fault !== undefined) return;
  if (!dispatchEvent(new Event(RELOAD_EVENT, { cancelable: true }))) return;
  sessionStorage.setItem(PLACE, JSON.stringify({ hash: location.hash, y: window.scrollY }));
  location.reload();
});

addEventListener('load', () => {
  const kept = sessionStorage.getItem(PLACE);
  if (kept === null) return;
  sessionStorage.removeItem(PLACE);
  const { hash, y } = JSON.parse(kept) as { readonly hash: string; readonly y: number };
  if (y > 0) scrollBack(hash, y, performance.now() + PATIENCE);
});

function scrollBack(hash: string, y: number, until: number): void {
  if (location.hash !== hash || performance.now() > until) return;
  const isDrawn = document.documentElement.scrollHeight >= y + innerHeight;
  if (isDrawn) window.scrollTo(0, y);
  else requestAnimationFrame(() => scrollBack(hash, y, until));
}
