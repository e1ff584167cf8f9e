/** Pictures of the content, made part of the text so that a launch costs no request for them. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

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
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  if (mediaType !== 'image/svg+xml') return `data:${mediaType};base64,${bytes.toString('base64')}`;
  const svg = bytes
    .toString('utf8')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return `data:${mediaType},${encodeURIComponent(svg).replace(/%(20|3D|3A|2F|2C)/g, (code) => decodeURIComponent(code))}`;
}
