/** What a course can be built with and should not be published with. */
import { exercisesOf, type Course } from '../src/course/course.ts';
import { LOCK_FILE } from './identifiers-lock.ts';
import { listed, quoted, say } from './say.ts';

/** @returns a line for each, in the words of the messages for authors */
export function contentWarnings(course: Course): string[] {
  return [...programmesWithoutSteps(course), ...exercisesNotAskedFor(course), ...missingParticulars(course)];
}

/** Told with every build that begins the file anew: nobody can tell a new course from one whose file was deleted. */
export function newLockWarning(): string {
  return say`${LOCK_FILE}: tiedostoa ei ollut, joten se aloitettiin alusta. Uudella kurssilla näin kuuluu olla. Jos kurssi on jo oppijoilla, palauta entinen tiedosto ennen kuin annat pakettia kenellekään: muuten vastaukset, joiden tunnus on vaihtunut, eivät enää näy.`;
}

function programmesWithoutSteps({ programmes }: Course): string[] {
  const withoutSteps = programmes.filter(({ steps }) => steps === undefined).map(({ title }) => quoted(title));
  if (withoutSteps.length === 0) return [];
  return [
    say`course.yaml: ${listed(withoutSteps)}: treeniohjelman sisältö puuttuu. Kirjoita avaimeen ”programmes” ohjelman nimi (title), tavoite (aim) ja vaiheet (steps). Siihen asti oppija näkee harjoittelun aiheita työkirjasta.`,
  ];
}

/** Exercises that belong to a class whose rule does not ask for them. */
function exercisesNotAskedFor(course: Course): string[] {
  return course.classes.flatMap(({ id, earnedBy }) => {
    const named = earnedBy?.at(-1)?.exercises;
    const left = named === undefined ? [] : exercisesOf(course).filter((one) => one.classes.includes(id) && !named.includes(one.id));
    return left.map(
      (one) =>
        say`course.yaml: tehtävä ”${one.id}” kuuluu luokkaan ”${id}”, mutta luokan sääntö ei vaadi sitä. Lisää se avaimeen ”exercises”.`,
    );
  });
}

/** What the accessibility statement and the privacy page need (Act 306/2019, section 9). */
export function missingParticulars({ organization, authority, assessed }: Course): string[] {
  const missing = [
    ...(organization === undefined ? [say`kurssin tarjoaja (organization)`] : []),
    ...(authority === undefined ? [say`valvontaviranomainen (authority)`] : []),
    ...(assessed === undefined ? [say`selosteen päivä (assessed)`] : []),
  ];
  if (missing.length === 0) return [];
  return [
    say`course.yaml: ${missing.join(', ')}: tieto puuttuu. Se jää pois saavutettavuusselosteesta ja tietosuojasivulta. Kirjoita se tänne. Jos jokainen kunta täyttää omansa sivulla aspa-ajokortti-paketti.html, tee paketti valitsimella --particulars-later.`,
  ];
}
