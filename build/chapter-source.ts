/** A chapter's file cut into its front matter and its text. */
import type { Exercise } from '../src/course/course.ts';
import { readContentFile, type ContentFile } from './content-file.ts';
import { chapterSchema, type ChapterFile } from './course-schema.ts';
import type { RenderedPart } from './render-chapter.ts';
import { readYaml, type YamlBlock } from './yaml-block.ts';
import { say } from './say.ts';

export interface ChapterSource {
  readonly file: ContentFile;
  /** The front matter; undefined where there is none. */
  readonly block: YamlBlock<ChapterFile> | undefined;
  /** Offset of the text after the front matter. */
  readonly bodyStart: number | undefined;
  /** Ids as the front matter gives them, also where other parts of it are wrong. */
  readonly id: string | undefined;
  readonly exercises: readonly NamedExercise[];
}

/** A chapter with its text rendered. */
export interface ReadChapter {
  readonly source: ChapterSource;
  readonly parts: readonly RenderedPart[];
  /** The exercises of the front matter by id, their tasks rendered; those that are as they should be. */
  readonly exercises: ReadonlyMap<string, Exercise>;
  /** The title with soft hyphens, where it has words long enough. */
  readonly hyphenatedTitle?: string;
}

interface NamedExercise {
  readonly id: string;
  /** Its number in the front matter, from 0. */
  readonly index: number;
  readonly classes: readonly string[];
}

/**
 * @param complete makes what is checked of what the front matter says
 * @returns undefined where there is no such file
 */
export async function readChapter(folder: string, path: string, complete?: (raw: unknown) => unknown): Promise<ChapterSource | undefined> {
  const file = await readContentFile(folder, path);
  if (!file) return undefined;
  const empty = { file, block: undefined, bodyStart: undefined, id: undefined, exercises: [] };
  if (file.text.trim() === '') return empty;
  const start = /^---[ \t]*\n/.exec(file.text)?.[0].length ?? 0;
  const end = start > 0 ? /^---[ \t]*$/m.exec(file.text.slice(start)) : null;
  if (!end) {
    file.mistake(
      { line: 1 },
      start > 0 ? say`Tiedoston alkuosaa ei ole suljettu.` : say`Tiedostosta puuttuu alkuosa, jossa ovat osion tunnus ja nimi.`,
      start > 0
        ? say`Kirjoita alkuosan jälkeen oma rivi, jolla on kolme viivaa: ---`
        : say`Aloita tiedosto rivillä ---, kirjoita rivit ”id: …” ja ”title: …” ja päätä alkuosa riviin ---.`,
    );
    return empty;
  }
  const yamlEnd = start + end.index;
  const bodyStart = yamlEnd + end[0].length;
  const block = readYaml(file, chapterSchema, start, yamlEnd, complete);
  if (file.text.slice(bodyStart).trim() === '') {
    file.mistake({ offset: yamlEnd }, say`Osiossa ei ole tekstiä.`, say`Kirjoita osion teksti alkuosan päättävän rivin --- jälkeen.`);
  }
  return { file, block, bodyStart, ...named(block.raw) };
}

function named(raw: unknown): Pick<ChapterSource, 'id' | 'exercises'> {
  const { id, exercises } = asMapping(raw);
  return {
    id: typeof id === 'string' ? id : undefined,
    exercises: (Array.isArray(exercises) ? exercises : []).flatMap((exercise: unknown, index): NamedExercise[] => {
      const { id: exerciseId, classes } = asMapping(exercise);
      if (typeof exerciseId !== 'string') return [];
      return [{ id: exerciseId, index, classes: (Array.isArray(classes) ? classes : []).map(String) }];
    }),
  };
}

function asMapping(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? value : {};
}
