/** All checks of a package that the build has made. */
import { schemaFaults } from './check-schema.ts';
import { checkScript } from './check-script.ts';
import { PackageError, type PackageFault } from './package-error.ts';
import { inAuthorsWords } from './package-fault-words.ts';
import { packageFaults, type CheckedPackage } from './package-faults.ts';

/** Packages share scripts, and each is looked through once. @throws PackageError with all faults of one of them */
export async function checkPackages(packages: readonly CheckedPackage[]): Promise<void> {
  const found = new Map<string, PackageFault[]>();
  const script: typeof checkScript = (file, code) => {
    const key = `${file}\n${code}`;
    const faults = found.get(key) ?? checkScript(file, code);
    found.set(key, faults);
    return faults;
  };
  await Promise.all(packages.map((made) => checkPackage(made, script)));
}

/** @throws PackageError with all faults */
export async function checkPackage(made: CheckedPackage, script = checkScript): Promise<void> {
  const faults = await packageFaults(made, { schema: schemaFaults, script });
  if (faults.length > 0)
    throw new PackageError(
      made.kind.name,
      faults.map((fault) => inAuthorsWords(fault, made)),
    );
}
