/**
 * Waits until nothing on the page is in the middle of a transition: a colour there is one that nobody reads by. It needs nothing from outside itself,
 * so that it can be handed to a page in another process as well.
 */
export async function untilStill(): Promise<void> {
  const roots: (Document | ShadowRoot)[] = [document];
  // The list grows while it is gone through: shadow roots have others in them, and a document's list of animations has none of theirs.
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  }
  // One that is taken away before its end is over too.
  await Promise.allSettled(roots.flatMap((root) => root.getAnimations()).map(({ finished }) => finished));
}
