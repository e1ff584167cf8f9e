/** Makes a package with other settings out of one: the page alone (or the page of each part) changes, and all is checked again. */
import { limits } from '../../build/package-and-launch-limits.ts';
import { packageFaults, type CheckedPackage } from '../../build/package-faults.ts';
import { isOfSize, PackageError } from '../../build/package-error.ts';
import type { CourseSettings } from '../course/settings.ts';
import type { PackageInHand } from './read-package.ts';
import { settingsJson, withSettings } from './settings-block.ts';
import { launchPagesIn, textIn, zipPackage } from './zip-package.ts';

/**
 * The zip is the one that the build would have made of a `course.yaml` with these settings. The manifest and the script are those of the given package,
 * byte by byte, so what the build asked of them with its own tools still holds.
 *
 * @throws PackageError with all faults
 */
export async function makePackage({ kind, files, controlDocuments }: PackageInHand, settings: CourseSettings): Promise<CheckedPackage> {
  const own = new Map(files);
  for (const page of launchPagesIn(files.keys()))
    own.set(page, new TextEncoder().encode(withSettings(textIn(files, page), kind.standard, settings)));
  const made: CheckedPackage = { kind, files: own, controlDocuments, zip: zipPackage(own) };
  // What is filled in has room, however heavy the content is: of that the build has told.
  const isLight = new TextEncoder().encode(settingsJson(settings)).length <= limits.settingsBytes;
  const faults = (await packageFaults(made)).filter((fault) => !(isLight && isOfSize(fault)));
  if (faults.length > 0) throw new PackageError(kind.name, faults);
  return made;
}
