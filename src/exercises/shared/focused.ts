/** What has the focus below a root, through all shadow roots. */
export function focusedIn(root: DocumentOrShadowRoot | null): Element | null | undefined {
  let found = root?.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}
