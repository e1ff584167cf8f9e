import type { AnswerChanges, FieldId } from '../../course/answers.ts';
import { position, type ListItem } from '../../course/list-items.ts';

/**
 * The changes that move an item one place up or down among its siblings; none where it is at the end already. The two change
 * places, so that orders never grow longer; where two computers gave the same order, all siblings are numbered anew.
 */
export function moveChanges(list: FieldId, siblings: readonly ListItem[], item: string, by: 1 | -1): AnswerChanges {
  const from = siblings.findIndex(({ id }) => id === item);
  const moved = siblings[from];
  const other = siblings[from + by];
  if (!moved || !other) return {};
  if (moved.order !== other.order) {
    return {
      [`${list}.${moved.id}`]: position(other.order, moved.parent),
      [`${list}.${other.id}`]: position(moved.order, other.parent),
    };
  }
  const order = siblings.map(({ id }) => id);
  order.splice(from, 1);
  order.splice(from + by, 0, moved.id);
  return Object.fromEntries(order.map((id, index) => [`${list}.${id}`, position(index + 1, moved.parent)]));
}
