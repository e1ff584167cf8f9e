/** @param unpacked what `build/pack-script.ts` has packed: a script, which runs before this returns */
export function run(unpacked: unknown): void {
  const element = document.createElement('script');
  element.textContent = (unpacked as { readonly script: string }).script;
  document.head.append(element);
}
