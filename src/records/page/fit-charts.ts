/**
 * Runs in the page: gives the texts of charts the room that they take in this machine's font. How wide a font is cannot be known when the page
 * is made.
 */

/** Units of the drawing: a little air beside the outermost text, and between two texts of one line. */
const AIR = 2;
const GAP = 8;
/** Letters are rounded to whole pixels: drawn smaller or larger, a text may be so much wider. */
const ROUNDING = 1.1;

/** Measures all of them once, the one for paper or for another width as well. System fonts are there from the first moment on. */
export function fitCharts(): void {
  for (const chart of document.querySelectorAll('.chart')) {
    chart.classList.add('measured');
    for (const picture of chart.querySelectorAll('svg')) fit(picture);
    chart.classList.remove('measured');
  }
}

function fit(picture: SVGSVGElement): void {
  thinOut([...picture.querySelectorAll<SVGTextElement>('.month')]);
  const { height, width } = picture.viewBox.baseVal;
  let [left, right] = [0, width];
  for (const text of picture.querySelectorAll('text')) {
    const box = text.getBBox();
    left = Math.min(left, box.x - (ROUNDING - 1) * box.width - AIR);
    right = Math.max(right, box.x + ROUNDING * box.width + AIR);
  }
  picture.setAttribute('viewBox', `${left} 0 ${right - left} ${height}`);
}

/** Leaves out each text of a line that would touch the one before it. */
function thinOut(texts: readonly SVGTextElement[]): void {
  let end = Number.NEGATIVE_INFINITY;
  for (const text of texts) {
    const box = text.getBBox();
    if (box.x < end + GAP) text.remove();
    else end = box.x + box.width;
  }
}
