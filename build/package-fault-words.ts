/** What an author can mend in a package is told in her language. The administrator's page has words of its own (`src/own-package/text`). */
import { limits } from './package-and-launch-limits.ts';
import type { PackageFault } from './package-error.ts';
import { launchCost, type CheckedPackage } from './package-faults.ts';
import { grouped, say } from './say.ts';

export function inAuthorsWords(fault: PackageFault, { files, kind, zip }: CheckedPackage): PackageFault {
  if (fault.code === 'launch-size') {
    const cost = grouped(launchCost(files).bytes);
    const allowed = grouped(limits.launchBytes[kind.standard]);
    return {
      ...fault,
      message: say`Kurssin avaaminen siirtää ${cost} tavua, kun tavoite on enintään ${allowed}. Hitaalla yhteydellä kurssi avautuu hitaammin. Pienennä kuvia sisältökansiossa tai lyhennä tekstejä.`,
    };
  }
  if (fault.code === 'zip-size') {
    const size = grouped(zip.byteLength);
    const allowed = grouped(limits.zipBytes);
    return {
      ...fault,
      message: say`Paketissa on ${size} tavua, kun tavoite on enintään ${allowed}. Pienennä kuvia sisältökansiossa tai lyhennä tekstejä.`,
    };
  }
  return fault;
}
