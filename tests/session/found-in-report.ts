/** What the reports of an LMS's double show. */
import type { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';

/** Of its interactions, `id = response`; those without a response are left out. */
export function reportedIn(lms: LmsDouble): string[] {
  const { values } = lms.stored();
  return Object.keys(values).flatMap((element) => {
    const [, index] = /^cmi\.interactions\.(\d+)\.(?:student|learner)_response$/.exec(element) ?? [];
    return index !== undefined && values[element] ? [`${values[`cmi.interactions.${index}.id`]} = ${values[element].trimEnd()}`] : [];
  });
}

/** Of its objectives, those that are completed. */
export function completedIn(lms: LmsDouble): string[] {
  const { values } = lms.stored();
  return Object.keys(values).flatMap((element) => {
    const [, index] = /^cmi\.objectives\.(\d+)\.(?:completion_)?status$/.exec(element) ?? [];
    return index !== undefined && /^(completed|passed)$/.test(values[element] ?? '') ? [values[`cmi.objectives.${index}.id`] ?? ''] : [];
  });
}
