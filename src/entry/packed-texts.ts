/**
 * Long texts of a bundle, such as style sheets, deflated all together by the build (`build/pack-texts.ts`), which puts numbers in the place
 * of the texts and the packed whole in the place of the mark below.
 */
import { unpack } from './unpack.ts';

const texts = unpack('@packed-texts@') as readonly string[];

/** One text, as the only part of a template without values, so that it can be given to a template's tag. */
export function packedText(index: number): readonly [string] {
  return [texts[index] ?? ''];
}
