/**
 * The second press of a double click means nothing where the page has gone on in between: on something else than the first has met it would pick an answer
 * that she has not read, or remove a row; and a link may be the same and lead one place further.
 */
export function ignoreSecondPress(element: HTMLElement): void {
  let pressed: Element | undefined;
  let isStray = false;
  const press = (event: MouseEvent): void => {
    if (event.type === 'mousedown') {
      const target = event.composedPath()[0] as Element;
      isStray = event.detail > 1 && (target !== pressed || target.closest('a') !== null);
      pressed = target;
      // A key's has no number.
    } else if (isStray && event.detail > 1) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  element.addEventListener('mousedown', press, true);
  element.addEventListener('click', press, true);
}
