/** The municipality's colours and logo, as `theme:` of course.yaml has them. */
import { MOST_LOGO_LETTERS } from '../src/own-package/logo-limits.ts';
import type { Theme } from '../src/course/settings.ts';
import type { ContentFile } from './content-file.ts';
import type { CourseFile } from './course-schema.ts';
import { pictureAddress, pictureEndings } from './picture.ts';
import { say } from './say.ts';
import type { YamlBlock } from './yaml-block.ts';

/** With the logo as a picture in the settings; a mistake in `file` where it is none, or too heavy for every launch. */
export async function readTheme(folder: string, file: ContentFile, block: YamlBlock<CourseFile>): Promise<Theme | undefined> {
  const { logo, ...colours } = block.value?.theme ?? {};
  if (logo === undefined) return block.value?.theme === undefined ? undefined : colours;
  const src = await pictureAddress(folder, logo.file);
  if (src !== undefined && src.length <= MOST_LOGO_LETTERS) return { ...colours, logo: { src, alt: logo.alt } };
  file.mistake(
    block.place(['theme', 'logo', 'file']),
    src === undefined ? say`Logoa ${logo.file} ei löydy, tai se ei ole kuva.` : say`Logo ${logo.file} on liian suuri.`,
    src === undefined
      ? say`Tallenna logo sisältökansioon. Kelpaavat päätteet: ${pictureEndings.join(', ')}.`
      : say`Pienennä kuva: siitä saa tulla enintään ${MOST_LOGO_LETTERS} merkkiä.`,
  );
  return undefined;
}
