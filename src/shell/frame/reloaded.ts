/** True where the learner loaded the course's own page anew: she was in it a moment ago. */
export function wasReloaded({ performance }: Pick<Window, 'performance'>): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'reload';
}
