import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Text } from '../../text/text.ts';
import { drawSign } from './class-sign.ts';
import type { ClassStanding, LicenceStanding } from './licence-standing.ts';
import { ruleWords } from './rule-words.ts';
import { CARD } from '../../theme/licence-card-colours.ts';
import { light, type SignColour } from '../../theme/palette.ts';

/** A real card's proportions, 85.6 × 54 mm, in tenths of a millimetre. */
export const CARD_WIDTH = 856;
export const CARD_HEIGHT = 540;

const MARGIN = 44;
const ROAD_TOP = 420;
const ROAD_HEIGHT = 62;
const SIGN = 96;
const LONGEST_NAME = 48;
/** The plate below a sign, with the day and the year in two lines. */
const PLATE_WIDTH = 120;
/** Small letters are 12 pixels high on a telephone, where the card is 328 wide. */
const SMALL = 31.5;

/**
 * The licence card as a whole SVG document of its own: signs grey until their classes are earned, then in colour with the date; the road's
 * centre-line filled as far as the classes go. Title and description say the same in words.
 *
 * @param ids prefix of the ids of title and description, where several cards stand on a page
 */
export function drawLicenceCard(standing: LicenceStanding, text: Pick<Text, 'licence' | 'rules'>, ids = 'card'): TemplateResult {
  const { licence } = text;
  const { holder, classes, issuedAt } = standing;
  const name = holder ?? licence.card.noHolder;
  const { ink } = light;
  const soft = light['ink-soft'];
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}"
    width=${CARD_WIDTH}
    height=${CARD_HEIGHT}
    role="img"
    aria-labelledby="${ids}-title ${ids}-words"
    font-family="'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, sans-serif"
  >
    <title id="${ids}-title">${standing.title}, ${name}</title>
    <desc id="${ids}-words">${licenceInWords(standing, text)}</desc>
    <rect x="1.5" y="1.5" width=${CARD_WIDTH - 3} height=${CARD_HEIGHT - 3} rx="30" fill=${CARD.ground} stroke=${soft} stroke-width="3" />
    ${drawEmblem()}
    <text x="268" y="98" font-size="60" font-weight="700" letter-spacing="3" fill=${ink}>${licence.card.name}</text>
    <text x="268" y="136" font-size=${sizeOf(standing.subject, SMALL)} fill=${soft}>${shorten(standing.subject)}</text>
    <text x="268" y="182" font-size=${SMALL} fill=${soft}>${licence.card.holder}</text>
    <text x="268" y="220" font-size=${sizeOf(name, 36)} font-weight="700" fill=${ink}>${shorten(name)}</text>
    <text x=${MARGIN} y="520" font-size=${SMALL} fill=${soft}>${standing.publisher}</text>
    ${drawIssue(issuedAt, licence)} ${drawRoad(classes)}
    ${classes.map((standing, index) => drawClass(standing, licence, placeOf(index, classes.length)))}
  </svg>`;
}

/** The card in sentences. */
function licenceInWords({ classes, issuedAt, missing }: LicenceStanding, text: Pick<Text, 'licence' | 'rules'>): string {
  const { licence, rules } = text;
  return [
    ...(issuedAt === undefined ? [] : [licence.issued(issuedAt)]),
    ...(missing === undefined ? [] : [rules.lacks(ruleWords(missing, text))]),
    ...classes.map(({ id, earnedAt }) => (earnedAt === undefined ? licence.notEarned(id) : licence.earned(id, earnedAt))),
  ].join(' ');
}

/** An open book out of which the road leads, where other cards have a photograph. */
function drawEmblem(): SVGTemplateResult {
  const lines = (x: number, direction: 1 | -1): string =>
    [62, 84, 106].map((y, line) => `M${x} ${y}q${16 * direction} -6 ${(34 - line * 7) * direction} 4`).join('');
  return svg`<g transform="translate(${MARGIN} 44)">
    <rect width="190" height="176" rx="12" fill=${CARD.band} />
    <path d="M84 44Q56 24 18 32V138Q44 133 60 141Z" fill=${light['class-a']} />
    <path d="M106 44Q134 24 172 32V138Q146 133 130 141Z" fill=${light['class-a']} />
    <path d=${lines(30, 1) + lines(160, -1)} fill="none" stroke=${CARD.ground} stroke-width="5" stroke-linecap="round" />
    <path d="M90 40H100L128 152H62Z" fill=${CARD.road} />
    <path d="M95 50v10M95 70v14M95 96v18M95 126v22" stroke=${CARD.paint} stroke-width="5" />
  </g>`;
}

function drawIssue(issuedAt: number | undefined, { card }: Text['licence']): SVGTemplateResult {
  const issued = issuedAt !== undefined;
  const words = issued ? card.issued(issuedAt) : card.notIssued;
  return svg`<text x=${CARD_WIDTH - MARGIN} y="520" font-size=${SMALL} font-weight=${issued ? 700 : 400} fill=${light.ink} text-anchor="end">${words}</text>`;
}

function drawRoad(classes: readonly ClassStanding[]): SVGTemplateResult {
  const middle = ROAD_TOP + ROAD_HEIGHT / 2;
  return svg`<path d="M3 ${ROAD_TOP}H${CARD_WIDTH - 3}V${ROAD_TOP + ROAD_HEIGHT}H3Z" fill=${CARD.road} />
    <path d="M12 ${middle}H${CARD_WIDTH - 12}" stroke=${CARD.paint} stroke-width="4" stroke-dasharray="20 18" opacity=".55" />
    ${classes.map((standing, index) => {
      if (!standing.earned) return svg``;
      const { x, width } = placeOf(index, classes.length);
      return svg`<path d="M${x - width / 2 + 5} ${middle}H${x + width / 2 - 5}" stroke=${CARD.sign} stroke-width="8" />`;
    })}`;
}

function drawClass({ id, earned, earnedAt }: ClassStanding, licence: Text['licence'], { x }: { x: number }): SVGTemplateResult {
  const letter = id.charAt(0).toLowerCase() as SignColour;
  const colour = earned ? (light[`class-${letter}`] ?? light.accent) : CARD.unearned;
  const top = 236;
  return svg`<g>
    <path d="M${x} ${top + SIGN - 8}V${ROAD_TOP}" stroke=${CARD.unearned} stroke-width="6" />
    <g transform="translate(${x - SIGN / 2} ${top}) scale(${SIGN / 100})">${drawSign(id, { colour, ground: CARD.sign, filled: earned })}</g>
    ${earnedAt === undefined ? svg`` : drawDay(licence.day(earnedAt), x)}
  </g>`;
}

/** @param day with its year at the end, as each language writes it; one that has it elsewhere stands in one line */
function drawDay(day: string, x: number): SVGTemplateResult {
  const lines = /^(.*\S)\s*(\d{4})$/.exec(day)?.slice(1) ?? [day];
  return svg`<rect x=${x - PLATE_WIDTH / 2} y="340" width=${PLATE_WIDTH} height="72" rx="4" fill=${CARD.sign} stroke=${CARD.unearned} stroke-width="2" />
    ${lines.map((line, index) => svg`<text x=${x} y=${370 + index * 32} font-size=${SMALL} font-weight="700" fill=${light.ink} text-anchor="middle">${line}</text>`)}`;
}

function placeOf(index: number, count: number): { x: number; width: number } {
  const width = (CARD_WIDTH - 2 * MARGIN) / Math.max(count, 1);
  return { x: MARGIN + width * (index + 0.5), width };
}

/** What is long is written smaller, so that it stays on the card in every font. */
function sizeOf(words: string, most: number): number {
  return Math.max(18, Math.min(most, Math.floor(544 / (0.62 * [...words].length))));
}

function shorten(name: string): string {
  const characters = [...name];
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : name;
}
