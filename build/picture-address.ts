/** Pictures of the content, made part of the text so that a launch costs no request for them. */
import { extname, join } from 'node:path';
import { readIfThere } from './content-file.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
};

export const pictureEndings = Object.keys(mediaTypes);

/**
 * A picture as a `data:` address. SVG goes as text, which is shorter than base64.
 * @returns undefined where there is no such file or it is no picture
 */
export async function pictureAddress(folder: string, name: string): Promise<string | undefined> {
  const mediaType = mediaTypes[extname(name).toLowerCase()];
  if (mediaType === undefined || !/^[\w.-]+$/.test(name)) return undefined;
  const bytes = await readIfThere(join(folder, name));
  if (!bytes) return undefined;
  if (mediaType !== 'image/svg+xml') return `data:${mediaType};base64,${bytes.toString('base64')}`;
  const svg = bytes
    .toString('utf8')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return `data:${mediaType},${encodeURIComponent(svg).replace(/%(20|3D|3A|2F|2C)/g, (code) => decodeURIComponent(code))}`;
}
