/**
 * The one script of a package: the course's bundle, deflated, and what inflates and runs it. Learning systems send files as they are, so this
 * is less than half of what would go over the line (`docs/decisions/packed-script.md`).
 */
import { fromBase92 } from './base92.ts';
import { run } from './run-packed.ts';
import { inflated } from './unpack.ts';

/** Written by `build/pack-script.ts` into the place of the mark. */
const deflated = fromBase92('@packed-script@');

/** By the browser itself, which takes a fraction of the time. @throws TypeError where it cannot */
async function inflatedByBrowser(): Promise<string> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const [text] = await Promise.all([new Response(readable).text(), writer.write(deflated), writer.close()]);
  return text;
}

/** The page out of a browser's cache lets the script of its own release run only: then it is as if that had not come (`missing-script.ts`). */
function start(script: string): void {
  run(script).onsecuritypolicyviolation = () => document.getElementById('course-script')?.dispatchEvent(new Event('error'));
}

if (typeof DecompressionStream === 'undefined') start(inflated(deflated));
else
  void inflatedByBrowser()
    .catch(() => inflated(deflated))
    .then(start);
