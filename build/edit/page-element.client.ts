/** Makes elements for the pieces that stand over the author's page. */

type Attributes = Readonly<Record<string, string>>;
type Child = Node | string | undefined;

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

export function button(words: string, pressed: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, words);
  made.addEventListener('click', pressed);
  return made;
}

let groups = 0;

/** Pieces under a heading that names them as a group. */
export function group(heading: string, ...children: readonly Child[]): HTMLElement {
  groups += 1;
  const id = `group-${String(groups)}`;
  return element('section', { role: 'group', 'aria-labelledby': id }, element('h3', { id }, heading), ...children);
}
