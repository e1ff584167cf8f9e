/** The chapters of one language: read, rendered, and filled up from the original where a translation lacks something. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exercise, Language } from '../src/course/course.ts';
import { readChapter, type ChapterSource, type ReadChapter } from './chapter-source.ts';
import type { ContentFile } from './content-file.ts';
import { brokenLinkIn } from './broken-links.ts';
import { checkChapters, checkPlacement } from './course-checks.ts';
import type { CourseFile } from './course-schema.ts';
import type { PassageMarks } from './edit/mark-passages.ts';
import { isReadable, type Listed } from './listed-chapters.ts';
import { renderChapter, renderShortText, type Particulars, type RenderContext, type RenderedPart } from './render-chapter.ts';
import { say } from './say.ts';
import { hyphenationFor, type Hyphenate } from './soft-hyphens.ts';
import { translatedFront, translatedParts } from './translated-texts.ts';
import type { TranslationMarks } from './outdated-translations.ts';
import type { YamlBlock } from './yaml-block.ts';

export interface LanguageChapters {
  readonly language: Language;
  readonly chapters: readonly ReadChapter[];
}

/** Marks for the passages of a file's Markdown. */
export interface Marking {
  /** @param language of the page that shows them */
  passages(file: ContentFile, language: Language): PassageMarks;
  /** HTML of the original that stands in the place of what a translation has, or lacks. */
  standIn(original: string, own: string | undefined, language: Language): string;
}

interface LanguageToRead {
  readonly folder: string;
  readonly language: Language;
  /** course.yaml, in which missing files are noted. */
  readonly courseFile: ContentFile;
  readonly block: YamlBlock<CourseFile>;
  readonly listed: Listed;
  readonly particulars: Particulars;
  readonly marks: TranslationMarks;
  readonly marking: Marking | undefined;
  /** The main language, where this is another. */
  readonly original: LanguageChapters | undefined;
}

/** Mistakes are noted in the files that they stand in. */
export async function readLanguage(reading: LanguageToRead): Promise<LanguageChapters> {
  const { folder, language, listed, particulars, marking } = reading;
  const sources = await readSources(reading);
  checkChapters(sources);
  const brokenLink = brokenLinkIn({ sources, whole: sources.length === listed.chapters.length });
  const hyphenate = await hyphenationFor(folder, language);
  const chapters: ReadChapter[] = [];
  for (const source of sources) {
    const context = { folder, hyphenate, brokenLink, particulars, passageMarks: marking?.passages(source.file, language) };
    const parts = await renderParts(source, context, reading);
    checkPlacement(source, parts);
    const exercises = await renderTasks(source, context);
    chapters.push({ source, parts, exercises, ...hyphenated(source.block?.value?.title ?? '', hyphenate) });
  }
  return { language, chapters };
}

/** A chapter that a begun translation lacks is the original's. */
async function readSources({ folder, language, courseFile, block, listed, marks, original }: LanguageToRead): Promise<ChapterSource[]> {
  const names = await readdir(join(folder, language)).catch((): string[] => []);
  /** Of a language that is begun, what lacks may come later. */
  const isBegun = listed.chapters.some((name) => names.includes(`${name}.md`));
  const sources: ChapterSource[] = [];
  for (const [index, name] of listed.chapters.entries()) {
    if (!isReadable(listed, index)) continue;
    const path = `${language}/${name}.md`;
    const there = originalOf(path, language, original);
    const complete = there && ((raw: unknown): unknown => translatedFront(there.source.block?.raw, raw, { marks, language, file: path }));
    const source = await readChapter(folder, path, complete);
    if (source) sources.push(source);
    else if (there && isBegun) {
      marks.heldIn((holds) =>
        holds({ language, file: path, key: say`koko osio`, original: there.source.file.text, translation: undefined }),
      );
      sources.push(there.source);
    } else {
      courseFile.mistake(
        block.place(original ? ['languages'] : ['chapters', index]),
        say`Tiedostoa ${path} ei löydy.`,
        original
          ? say`Käännä osio tiedostoon ${path} tai poista kieli ”${language}”.`
          : say`Tallenna osio nimellä ${path} tai poista se luettelosta.`,
      );
    }
  }
  return sources;
}

/** Passages that a translation lacks are the original's. */
async function renderParts(
  source: ChapterSource,
  context: RenderContext,
  { language, original, marks, marking }: LanguageToRead,
): Promise<readonly RenderedPart[]> {
  const parts = source.bodyStart === undefined ? [] : await renderChapter(source.file, source.bodyStart, context);
  const there = originalOf(source.file.path, language, original);
  if (!there || !original) return parts;
  return translatedParts(
    { parts: there.parts, body: bodyOf(there.source), language: original.language },
    { parts, body: bodyOf(source) },
    { marks, language, file: source.file.path },
    (there, own) => marking?.standIn(there, own, language) ?? there,
  );
}

/** The exercises of the front matter by id. */
async function renderTasks({ file, block }: ChapterSource, context: RenderContext): Promise<ReadonlyMap<string, Exercise>> {
  const exercises = new Map<string, Exercise>();
  for (const [index, read] of (block?.value?.exercises ?? []).entries()) {
    const place = block?.place(['exercises', index, 'task']) ?? { line: 1 };
    const task = await renderShortText(file, read.task, place, context);
    exercises.set(read.id, { ...read, task, ...hyphenated(read.title, context.hyphenate) });
  }
  return exercises;
}

/** The chapter of the main language in the file of the same name. */
function originalOf(path: string, language: Language, original: LanguageChapters | undefined): ReadChapter | undefined {
  return original?.chapters.find(({ source }) => source.file.path === path.replace(`${language}/`, `${original.language}/`));
}

/** The text after the front matter. */
function bodyOf({ file, bodyStart }: ChapterSource): string {
  return file.text.slice(bodyStart ?? file.text.length);
}

function hyphenated(title: string, hyphenate: Hyphenate): { readonly hyphenatedTitle?: string } {
  const hyphenatedTitle = hyphenate(title);
  return hyphenatedTitle === title ? {} : { hyphenatedTitle };
}
