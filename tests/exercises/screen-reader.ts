/** What a screen reader hears of an element, shadow roots and all. */
import { virtual } from '@guidepup/virtual-screen-reader';

/** Attributes that name other elements by their ids. */
const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'list'];

/**
 * The phrases from the first to the last. The virtual screen reader walks no shadow roots, so it is given the page as the
 * browser composes it, with ids kept apart.
 */
export async function heard(element: Element): Promise<string[]> {
  const container = document.createElement('div');
  container.append(composed(element, ''));
  document.body.append(container);
  try {
    await virtual.start({ container });
    const first = await virtual.lastSpokenPhrase();
    const phrases = [first];
    // After the last phrase it begins anew.
    for (;;) {
      await virtual.next();
      const phrase = await virtual.lastSpokenPhrase();
      if (phrase === first) return phrases;
      phrases.push(phrase);
    }
  } finally {
    await virtual.stop();
    container.remove();
  }
}

let roots = 0;

function composed(node: Element, scope: string): Element {
  const copy = node.cloneNode(false) as Element;
  for (const name of ['id', ...REFERENCES]) {
    const ids = copy.getAttribute(name);
    if (ids !== null)
      copy.setAttribute(
        name,
        ids
          .split(' ')
          .map((id) => `${scope}${id}`)
          .join(' '),
      );
  }
  if (node instanceof HTMLTextAreaElement) copy.textContent = node.value;
  if (node instanceof HTMLInputElement) {
    copy.toggleAttribute('checked', node.checked);
    if (node.type !== 'radio' && node.type !== 'checkbox') copy.setAttribute('value', node.value);
    copy.setAttribute('name', `${scope}${node.name}`);
  }
  const root = node.shadowRoot;
  const inner = root ? `r${++roots}-` : scope;
  // A copy of a custom element would draw itself a second time.
  const target = root ? document.createElement('div') : copy;
  for (const child of (root ?? node).childNodes) {
    if (child instanceof Element && child.localName !== 'style') target.append(composed(child, inner));
    else if (child instanceof Text) target.append(child.data);
  }
  return target;
}
