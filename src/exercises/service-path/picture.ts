import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { pickedOf, textOf, type Answers } from '../../course/answers.ts';
import type { Text } from '../../text/text.ts';
import type { ServicePath } from './definition.ts';
import { layoutPath, lineHeight, type Block, type Plate, type RoadPiece, type Stop } from './layout.ts';
import { PICTURE_FONT } from '../shared/picture-text.ts';

const SIGN = 'var(--sign, var(--accent))';
const TONES = { ink: 'var(--ink)', soft: 'var(--ink-soft)', sign: SIGN } as const;

/** The outlines of marks in a square of 20, in the order of the content's marks: each has a shape of its own. */
const MARK_SHAPES = [
  'M10 1A9 9 0 1 1 10 19A9 9 0 1 1 10 1Z',
  'M10 1.5L19 18H1Z',
  'M2 2H18V18H2Z',
  'M10 0L20 10L10 20L0 10Z',
  'M5 1.5H15L20 10L15 18.5H5L0 10Z',
] as const;

/** @param mark its place among the content's marks */
export function markShape(mark: number): string {
  return MARK_SHAPES[mark % MARK_SHAPES.length] ?? MARK_SHAPES[0];
}

/**
 * A service path as a picture of a road that is travelled as far as the learner has described it. Colours come from the page's
 * roles, texts are real text, and long answers are shortened: `pathInWords` says all of them.
 *
 * @param width in pixels; narrow pictures have the road at the edge, wide ones in the middle
 */
export function pathPicture(exercise: ServicePath, answers: Answers, text: Text, width: number): TemplateResult {
  const words = text.servicePath;
  const layout = layoutPath(exercise, answers, words, width);
  const { start, end } = layout;
  const marks = exercise.phases
    .flatMap(({ steps }) => steps)
    .reduce((count, step) => count + pickedOf(answers, `${exercise.id}.${step.id}.marks`).length, 0);
  const summary = words.summary(layout.stops.filter(({ answered }) => answered).length, layout.stops.length, marks);
  return html`<svg
    class="path-picture"
    role="img"
    aria-label="${exercise.title}. ${summary}"
    width=${layout.width}
    height=${layout.height}
    viewBox="0 0 ${layout.width} ${layout.height}"
    font-family=${PICTURE_FONT}
  >
    ${layout.road.map(renderRoad)} ${layout.road.map(renderCentreLine)}
    <rect
      x=${start.x + 1}
      y=${start.y}
      width=${start.width - 2}
      height=${start.height}
      rx="8"
      fill="var(--field)"
      stroke=${SIGN}
      stroke-width="2"
    />
    ${start.blocks.map((block) => renderBlock(block, start.x))} ${layout.plates.map(renderPlate)} ${layout.stops.map(renderStop)}
    <circle cx=${end.x} cy=${end.y} r="17" fill="var(--paper)" stroke=${end.reached ? SIGN : 'var(--line)'} stroke-width="6" />
    <circle cx=${end.x} cy=${end.y} r="6" fill=${end.reached ? SIGN : 'var(--line)'} />
  </svg>`;
}

/** All that the picture says, and the whole of every answer. */
export function pathInWords(exercise: ServicePath, answers: Answers, text: Text): TemplateResult {
  const at = (local: string): string => textOf(answers, `${exercise.id}.${local}`).trim();
  const picked = (question: ServicePath['channels'] | ServicePath['contact']): string =>
    question.options
      .filter(({ id }) => pickedOf(answers, `${exercise.id}.${question.id}`).includes(id))
      .map(({ label }) => label)
      .join(', ');
  const said = (answer: string): TemplateResult | string =>
    answer ? html`<span class="said">${answer}</span>` : html`<span class="unsaid">${text.servicePath.empty}</span>`;
  const asked = ({ label }: { readonly label: string }, answer: string): TemplateResult =>
    html`<p><strong>${label.endsWith('?') ? label : `${label}:`}</strong> ${said(answer)}</p>`;
  return html`<div class="path-words">
    ${asked(exercise.group, at('group'))} ${[exercise.channels, exercise.contact].map((question) => asked(question, picked(question)))}
    ${exercise.phases.map(
      (phase) =>
        html`<p class="phase"><strong>${phase.label}</strong></p>
          <ul>
            ${phase.steps.map((step) => {
              const marks = exercise.marks.filter(({ id }) => pickedOf(answers, `${exercise.id}.${step.id}.marks`).includes(id));
              return html`<li>
                ${step.label} ${said(at(step.id))}
                ${
                  marks.length === 0
                    ? nothing
                    : html`<ul>
                        ${marks.map((mark) => {
                          const note = at(`${step.id}.${mark.id}`);
                          return html`<li><strong>${mark.label}</strong>${note ? html`: <span class="said">${note}</span>` : nothing}</li>`;
                        })}
                      </ul>`
                }
              </li>`;
            })}
          </ul>`,
    )}
  </div>`;
}

function renderRoad({ path, travelled }: RoadPiece): SVGTemplateResult {
  return svg`<path d=${path} fill="none" stroke=${travelled ? SIGN : 'var(--line)'} stroke-width="20" stroke-linecap="butt" />`;
}

function renderCentreLine({ path }: RoadPiece): SVGTemplateResult {
  return svg`<path d=${path} fill="none" stroke="var(--paper)" stroke-width="2" stroke-dasharray="9 8" />`;
}

function renderPlate({ x, y, width, label, reached }: Plate): SVGTemplateResult {
  return svg`<rect x=${x + 1} y=${y} width=${width - 2} height="36" rx="6" fill=${reached ? SIGN : 'var(--paper)'}
      stroke=${SIGN} stroke-width="2" />
    <text x=${x + width / 2} y=${y + 23.5} text-anchor="middle" font-size="16" font-weight="700"
      fill=${reached ? 'var(--paper)' : SIGN}>${label}</text>`;
}

function renderStop({ number, x, y, answered, card, side }: Stop): SVGTemplateResult {
  const edge = side === 'right' ? card.x : card.x + card.width;
  return svg`<path d="M${x} ${y}H${edge}" stroke=${answered ? SIGN : 'var(--control)'} stroke-width="2"
      stroke-dasharray=${answered ? 'none' : '4 4'} />
    <rect x=${card.x + 1} y=${card.y} width=${card.width - 2} height=${card.height} rx="6" fill="var(--field)"
      stroke=${answered ? 'var(--line)' : 'var(--control)'} stroke-width=${answered ? 1.5 : 1} stroke-dasharray=${answered ? 'none' : '4 4'} />
    ${card.blocks.map((block) => renderBlock(block, card.x))}
    <circle cx=${x} cy=${y} r="14" fill=${answered ? 'var(--field)' : 'var(--paper)'} stroke=${answered ? SIGN : 'var(--control)'}
      stroke-width=${answered ? 3 : 2} />
    <text x=${x} y=${y + 5} text-anchor="middle" font-size="14" font-weight="700"
      fill=${answered ? SIGN : 'var(--ink-soft)'}>${number}</text>`;
}

function renderBlock({ y, lines, look, tone, mark, indent = 0 }: Block, left: number): SVGTemplateResult {
  const step = lineHeight(look);
  const x = left + 12;
  return svg`${
    mark === undefined ? nothing : svg`<path d=${markShape(mark)} transform="translate(${x} ${y + 1}) scale(0.85)" fill=${SIGN} />`
  }${lines.map(
    (line, index) =>
      svg`<text x=${x + indent} y=${y + index * step + look.size} font-size=${look.size} font-weight=${look.weight}
        fill=${TONES[tone]}>${line}</text>`,
  )}`;
}
