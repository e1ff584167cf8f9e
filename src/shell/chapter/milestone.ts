import { html, type TemplateResult } from 'lit';
import { classSign } from '../licence/class-sign.ts';
import { roadStop } from './road-stop.ts';

/**
 * A stop on a chapter's road.
 * @param earned classes that were just earned at it: their signs stand in its place
 */
export function milestone(earned: readonly string[], isDone: boolean): TemplateResult {
  if (earned.length === 0) return roadStop('milestone', isDone);
  return html`<span class="milestone signs">${earned.map((sign) => classSign(sign))}</span>`;
}
