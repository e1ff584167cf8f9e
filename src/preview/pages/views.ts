/** How the player shows the course: in a frame of Moodle's size, as wide as the page, or in a window of its own. */
export const views = ['frame', 'full', 'window'] as const;
export type View = (typeof views)[number];

export function isView(name: unknown): name is View {
  return views.some((view) => view === name);
}
