/**
 * What stands on a printed sheet fits one A4 page, however much was written: sets `--shrink` on a sheet to the largest scale in which its content fits a page.
 * @param flow is laid out in the page's width divided by `--shrink`
 * @param room the page's height between its margins, in pixels
 */
export function shrinkToRoom(sheet: HTMLElement, flow: HTMLElement, room: number): void {
  for (let shrink = 1; shrink > 0.1; shrink -= 0.02) {
    sheet.style.setProperty('--shrink', String(shrink));
    if (flow.offsetHeight * shrink <= room + 0.5) return;
  }
}

/** A length on paper in the screen's pixels. */
export const pixels = (millimetres: number): number => (millimetres / 25.4) * 96;
