/**
 * Long texts of a bundle, such as style sheets, deflated all together by the build (`build/pack-texts.ts`), which puts numbers in the place
 * of the texts and the packed whole in the place of the mark below.
 */
import { unpack } from './unpack.ts';

const texts = unpack('@packed-texts@') as readonly string[];

export function packedText(index: number): string {
  return texts[index] ?? '';
}

/** A text as the only part of a template without values, for a template's tag. */
export function packedTemplate(index: number): readonly [string] {
  return [packedText(index)];
}
