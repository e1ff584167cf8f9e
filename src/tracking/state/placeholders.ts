/**
 * ILIAS prints what it hands to its SCORM 2004 player through a page template, and removes what looks like a placeholder of it: of a packed state
 * whatever stands between two braces without another sign, with or without white space about it (7.10, run; two of three long states had such a
 * hole). A plus, which is none of the 85 characters of a state, makes it none. Where an LMS makes a space of it (Chamilo), or drops it, nothing is lost,
 * nor where one puts white space of its own around the state, or breaks it into lines.
 */
const PLACEHOLDER = /\{(?=[.\w-]+\})/g;
const FILLERS = /[+\s]/g;

/** @param packed a state, or pages' header and changes */
export function withoutPlaceholders(packed: string): string {
  return packed.replace(PLACEHOLDER, '{+');
}

/** The same as it was packed. */
export function withoutFillers(text: string): string {
  return text.replace(FILLERS, '');
}
