/** All checks of a package that the build has made. */
import { schemaFaults } from './check-schema.ts';
import { checkScript } from './check-script.ts';
import { limits } from './package-and-launch-limits.ts';
import { PackageError, type PackageFault } from './package-error.ts';
import { launchCost, packageFaults, type CheckedPackage } from './package-faults.ts';
import { grouped, say } from './say.ts';

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

/** What an author can mend is told in her language. */
function inAuthorsWords(fault: PackageFault, { files, kind, zip }: CheckedPackage): PackageFault {
  if (fault.code === 'launch-size') {
    const cost = grouped(launchCost(files).bytes);
    const allowed = grouped(limits.launchBytes[kind.standard]);
    return {
      ...fault,
      message: say`Kurssin avaaminen siirtää ${cost} tavua, ja sallittu on ${allowed}. Pienennä kuvia sisältökansiossa tai lyhennä tekstejä.`,
    };
  }
  if (fault.code === 'zip-size') {
    const size = grouped(zip.byteLength);
    const allowed = grouped(limits.zipBytes);
    return {
      ...fault,
      message: say`Paketissa on ${size} tavua, ja sallittu on ${allowed}. Pienennä kuvia sisältökansiossa tai lyhennä tekstejä.`,
    };
  }
  return fault;
}
