import { parsedUrl } from '../course/parsed-url.ts';

/**
 * An LRS as an administrator writes it: a host, with its port where that is not the usual one, with `http://` where it has no https.
 * @returns its origin; undefined where it is something else
 */
export function lrsOrigin(written: string): string | undefined {
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  return /^https?:\/\/[a-z0-9.-]+(:\d+)?\/?$/i.test(address) ? parsedUrl(address)?.origin : undefined;
}
