/** The signs of the classes as SVG: a letter in a shape of its own, so that nobody needs to see its colour. */

const shapes: Readonly<Record<string, string>> = {
  A: '<circle cx="20" cy="20" r="17"/>',
  B: '<rect x="4" y="4" width="32" height="32" rx="3"/>',
  C: '<path d="M20 3 38 36H2Z" stroke-linejoin="round"/>',
  D: '<path d="M20 1.5 38.5 20 20 38.5 1.5 20Z" stroke-linejoin="round"/>',
  E: '<path d="M11 4.5h18l9 15.5-9 15.5H11L2 20Z" stroke-linejoin="round"/>',
};

/** Drawn once in the page; `sign` refers to it. */
export function signSymbols(classes: readonly string[]): string {
  const symbols = classes.map((id) => {
    const letter = id.charAt(0);
    const base = letter === 'C' ? 32 : 26;
    const size = id.length > 1 ? 15 : 17;
    return `<symbol id="sign-${id}" viewBox="0 0 40 40">${shapes[letter] ?? shapes['A']}<text x="20" y="${base}" text-anchor="middle" font-size="${size}">${id}</text></symbol>`;
  });
  return `<svg class="symbols" width="0" height="0" aria-hidden="true">${symbols.join('')}</svg>`;
}

/** A small picture; the words beside it say what it means. */
export function sign(id: string): string {
  return `<svg class="sign sign-${id.charAt(0).toLowerCase()}" viewBox="0 0 40 40" aria-hidden="true"><use href="#sign-${id}"/></svg>`;
}
