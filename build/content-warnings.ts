/** What a course can be built with and should not be published with. */
import type { Course } from '../src/course/course.ts';

/** @returns a line for each, in the words of the messages for authors */
export function contentWarnings({ programmes }: Course): string[] {
  const withoutSteps = programmes.filter(({ steps }) => steps === undefined).map(({ title }) => `”${title}”`);
  if (withoutSteps.length === 0) return [];
  return [
    `course.yaml: ${withoutSteps.join(' ja ')}: treeniohjelman sisältö puuttuu. Kirjoita avaimeen ”programmes” ohjelman nimi (title), tavoite (aim) ja vaiheet (steps). Siihen asti oppija näkee harjoittelun aiheita työkirjasta.`,
  ];
}
