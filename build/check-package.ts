/** All checks of a package that the build has made. */
import { schemaFaults } from './check-schema.ts';
import { checkScript } from './check-script.ts';
import { isOfSize, PackageError, type PackageFault } from './package-error.ts';
import { inAuthorsWords } from './package-fault-words.ts';
import { packageFaults, type CheckedPackage } from './package-faults.ts';

/**
 * Packages share scripts, and each is looked through once.
 * @param isStrict whether one may not be heavier than it should. @returns by package, what is said of that otherwise
 * @throws PackageError with all faults of one of them
 */
export async function checkPackages(packages: readonly CheckedPackage[], isStrict: boolean): Promise<readonly (readonly string[])[]> {
  const found = new Map<string, PackageFault[]>();
  const script: typeof checkScript = (file, code) => {
    const key = `${file}\n${code}`;
    const faults = found.get(key) ?? checkScript(file, code);
    found.set(key, faults);
    return faults;
  };
  return Promise.all(packages.map((made) => checkPackage(made, script, isStrict)));
}

/** As `checkPackages`. @throws PackageError with all faults */
export async function checkPackage(made: CheckedPackage, script = checkScript, isStrict = true): Promise<readonly string[]> {
  const found = await packageFaults(made, { schema: schemaFaults, script });
  const faults = found.map((fault) => inAuthorsWords(fault, made));
  if (faults.some((fault) => isStrict || !isOfSize(fault))) throw new PackageError(made.kind.name, faults);
  return faults.map(({ message }) => message);
}
