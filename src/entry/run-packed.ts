/** @param script as `build/pack-script.ts` has packed it; it runs before this returns */
export function run(script: string): HTMLScriptElement {
  const element = document.createElement('script');
  element.textContent = script;
  document.head.append(element);
  return element;
}
