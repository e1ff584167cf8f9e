/** Pictures that make every launch slow: each is part of the course's text. */
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContentMistake } from '../content-error.ts';
import { lineAt } from '../language-passages.ts';
import type { ContentText } from './content-texts.ts';
import { say } from '../say.ts';

/** An eighth of what a launch may weigh; as a part of the text a picture of 30 kB takes 40. */
const MOST_BYTES = 30_000;

export async function heavyPictures(folder: string, { file, source }: ContentText): Promise<ContentMistake[]> {
  const pictures = Array.from(source.matchAll(/!\[[^\]]*\]\(([\w.-]+)\)/g)).map(async ({ 1: name = '', index }) => {
    // What is not there is a mistake of the content.
    const { size } = await stat(join(folder, dirname(file), name)).catch(() => ({ size: 0 }));
    if (size <= MOST_BYTES) return [];
    return [
      {
        file,
        line: lineAt(source, index),
        column: 1,
        what: say`Kuva ${name} on raskas: ${kilobytes(size)}. Se hidastaa kurssin jokaista avausta.`,
        instead: say`Pienennä kuvaa tai tallenna se tiiviimmin (SVG tai WebP), enintään ${kilobytes(MOST_BYTES)}.`,
      },
    ];
  });
  return (await Promise.all(pictures)).flat();
}

const kilobytes = (bytes: number): string => say`${Math.ceil(bytes / 1000)} kt`;
