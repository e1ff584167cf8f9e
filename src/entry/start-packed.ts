/**
 * The one script of a package: the course's bundle, deflated, and what inflates and runs it. Learning systems send files as they are, so this
 * is less than half of what would go over the line (`docs/decisions/packed-script.md`).
 */
import { unpack } from './unpack.ts';

/** Written by `build/pack-script.ts` into the place of the mark. */
const { script } = unpack('@packed-script@') as { readonly script: string };
const element = document.createElement('script');
element.textContent = script;
document.head.append(element);
