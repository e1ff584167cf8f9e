/** All checks of a package that the build has made. */
import { schemaFaults } from './check-schema.ts';
import { checkScript } from './check-script.ts';
import { PackageError } from './package-error.ts';
import { packageFaults, type CheckedPackage } from './package-faults.ts';

/** @throws PackageError with all faults */
export async function checkPackage(made: CheckedPackage): Promise<void> {
  const faults = await packageFaults(made, { schema: schemaFaults, script: checkScript });
  if (faults.length > 0) throw new PackageError(made.kind.name, faults);
}
