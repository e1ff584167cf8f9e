/** The logo that `theme:` of course.yaml names, as a picture in the settings. */
import { MOST_LOGO_LETTERS } from '../src/own-package/logo-limits.ts';
import type { Logo } from '../src/course/settings.ts';
import type { ContentFile } from './content-file.ts';
import type { CourseFile } from './course-schema.ts';
import { pictureAddress, pictureEndings } from './picture-address.ts';
import { say } from './say.ts';
import type { YamlBlock } from './yaml-block.ts';

/** Undefined where none is named; a mistake in `file` where it is no picture, or too heavy for every launch. */
export async function readLogo(folder: string, file: ContentFile, block: YamlBlock<CourseFile>): Promise<Logo | undefined> {
  const logo = block.value?.theme?.logo;
  if (logo === undefined) return undefined;
  const src = await pictureAddress(folder, logo.file);
  if (src !== undefined && src.length <= MOST_LOGO_LETTERS) return { src, alt: logo.alt };
  file.mistake(
    block.place(['theme', 'logo', 'file']),
    src === undefined ? say`Logoa ${logo.file} ei löydy, tai se ei ole kuva.` : say`Logo ${logo.file} on liian suuri.`,
    src === undefined
      ? say`Tallenna logo sisältökansioon. Kelpaavat päätteet: ${pictureEndings.join(', ')}.`
      : say`Pienennä kuva: siitä saa tulla enintään ${MOST_LOGO_LETTERS} merkkiä.`,
  );
  return undefined;
}
