/**
 * Whether a launch may send the learner's work where it says. Anybody can make a link to the course that names another LRS, and the course
 * would send every word there, in a page that the learner trusts.
 */
import { parsedUrl } from '../../course/parsed-url.ts';
import { TrackingError } from '../tracking-error.ts';

/**
 * own: the course's own site; vouched: one of the course's settings (`lrs:`); strange: neither, and the settings name none, so that the
 * learner is asked; barred: neither, and the settings name others, or it is no whole web address.
 */
type Standing = 'own' | 'vouched' | 'strange' | 'barred';

/** The site of an address, and how it stands to the course. */
export interface LaunchSite {
  readonly origin: string;
  readonly standing: Standing;
}

/** The part of a page that tells its own site. */
export interface SitePage {
  readonly location: Pick<Location, 'href'>;
}

/** @param lrs the origins of the course's settings; undefined where they name none */
export function siteOf(address: string, { location }: SitePage, lrs: readonly string[] | undefined): LaunchSite {
  const page = new URL(location.href);
  const url = /^https?:\/\//i.test(address) ? parsedUrl(address) : undefined;
  if (!url) return { origin: address.slice(0, 100), standing: 'barred' };
  const { origin } = url;
  if (origin === page.origin || (isThisMachine(url) && isThisMachine(page))) return { origin, standing: 'own' };
  if (lrs) return { origin, standing: lrs.includes(origin) ? 'vouched' : 'barred' };
  // Another port of the same host: whoever holds the host holds both.
  const isOwnHost = url.hostname === page.hostname && (url.protocol === 'https:' || page.protocol === 'http:');
  return { origin, standing: isOwnHost ? 'own' : 'strange' };
}

/**
 * The origins that the learner has to be asked about.
 * @throws TrackingError `barred-site` where one is out of the question
 */
export function strangersIn(addresses: readonly string[], page: SitePage, lrs: readonly string[] | undefined): readonly string[] {
  const sites = addresses.map((address) => siteOf(address, page, lrs));
  const barred = sites.find(({ standing }) => standing === 'barred');
  if (barred)
    throw new TrackingError('barred-site', `The launch names ${barred.origin}, which is neither the course’s own site nor one of its lrs:`);
  return [...new Set(sites.filter(({ standing }) => standing === 'strange').map(({ origin }) => origin))];
}

/** The preview: no other machine hears what is said here. */
function isThisMachine({ hostname }: URL): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
