/** Why a link of a chapter leads nowhere. */
import { nearest } from './nearest.ts';
import type { RenderContext } from './render-chapter.ts';
import { say } from './say.ts';
import { shellPages, type LanguageSources } from './course-checks.ts';

/** Says of a link such as `b` or `b/b.channels` why it leads nowhere. */
export function brokenLinkIn({ sources, whole }: LanguageSources): RenderContext['brokenLink'] {
  const chapters = new Map(
    sources.flatMap(({ id, exercises }) => (id === undefined ? [] : [[id, exercises.map((exercise) => exercise.id)]])),
  );
  const unknown = !whole || sources.some(({ id }) => id === undefined);
  return (target) => {
    const [chapter = '', inside] = target.split('/');
    if (shellPages.includes(chapter) && inside === undefined) return undefined;
    const exercises = chapters.get(chapter);
    if (!exercises) {
      // A chapter whose own id could not be read may be the one that is meant.
      if (unknown) return undefined;
      const ids = [...chapters.keys(), ...shellPages];
      const near = nearest(chapter, ids);
      const all = say`Osiot ja sivut: ${ids.map((id) => `#${id}`).join(', ')}.`;
      return { what: say`Linkki #${target} vie osioon, jota ei ole.`, instead: near ? say`Tarkoititko #${near}? ${all}` : all };
    }
    if (inside === undefined || exercises.some((id) => inside === id || inside.startsWith(`${id}.`))) return undefined;
    return {
      what: say`Linkki #${target} vie tehtävään, jota ei ole osiossa ”${chapter}”.`,
      instead:
        exercises.length === 0
          ? say`Osiossa ei ole tehtäviä. Kirjoita #${chapter}`
          : say`Osion tehtävät: ${exercises.map((id) => `#${chapter}/${id}`).join(', ')}.`,
    };
  };
}
