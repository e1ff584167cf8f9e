/**
 * Names of files that say what is in them. An update stands at the same address in mod_cmi5, mod_tincanlaunch and on web servers, and browsers
 * keep what they have loaded from there (mod_cmi5 0.0.6: 90 days, `immutable`). Under a name of its own no file is taken for that of another
 * release. A hyphen and not a second dot: some systems look at what stands behind the first one.
 */
import { createHash } from 'node:crypto';

/** How a package calls a file, and how its page does. */
export interface FileName {
  readonly file: string;
  readonly address: string;
}

/** Hexadecimal digits: two different files of one name have the same ones once in 10¹². */
const DIGITS = 10;

/**
 * @param ending with its dot
 * @param isListed a manifest lists the file: there its name stays, and the digest stands in its address. ILIAS takes an update only with the very
 * same imsmanifest.xml (7.10, class.ilObjSCORMLearningModuleGUI.php, newModuleVersionUpload).
 */
export function digestName(name: string, ending: string, content: string | Uint8Array, isListed: boolean): FileName {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, DIGITS);
  const file = isListed ? name + ending : `${name}-${digest}${ending}`;
  return { file, address: isListed ? `${file}?${digest}` : file };
}
