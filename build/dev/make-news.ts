/** What the author's page is told of the content and the code as they are now, in the author's language. */
import type { Language } from '../../src/course/course.ts';
import type { ContentMistake } from '../content-error.ts';
import { inLanguage, say } from '../say.ts';
import type { Script } from './course-script.ts';
import type { News } from './news.ts';

interface DevState {
  readonly version: string;
  readonly mistakes: readonly ContentMistake[];
  readonly script: Script;
  readonly language: Language;
}

export function makeNews({ version, mistakes, script, language }: DevState): News {
  const fault = 'fault' in script ? script.fault : undefined;
  const heading = inLanguage(language, () => headingOf(mistakes.length, fault));
  return { version, heading, mistakes, ...(fault === undefined ? {} : { fault }) };
}

function headingOf(mistakes: number, fault: string | undefined): string {
  if (fault !== undefined) return say`Koodissa on virhe`;
  return mistakes === 1 ? say`Sisällössä on virhe` : say`Sisällössä on ${mistakes} virhettä`;
}
