/** One file of a package as an answer. */
import type { Context } from 'hono';
import { contentType } from './content-types.ts';
import type { PackageFiles } from './read-package.ts';

/**
 * @param depth how many parts of the address stand before the file's path: 3 for `/web/<package>/index.html`
 * @param caching the `Cache-Control`
 */
export function packageFile(context: Context, files: PackageFiles, depth: number, caching = 'no-cache'): Response {
  const asked = new URL(context.req.url).pathname.split('/').slice(depth).join('/');
  const path = decoded(asked);
  const bytes = path === undefined ? undefined : files.get(path);
  if (!bytes) return context.text(`The package has no file ${path ?? asked}.`, 404);
  return context.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': contentType(asked), 'Cache-Control': caching });
}

/** Undefined where a percent sign is no code of a letter: then there is no such file either. */
function decoded(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
