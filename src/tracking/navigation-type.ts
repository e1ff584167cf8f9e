/** How the LMS's own page was reached; undefined where another origin hides it. */
export function navigationType(page: Window): NavigationTimingType | undefined {
  try {
    const [navigation] = (page.top ?? page).performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation?.type;
  } catch {
    return undefined;
  }
}
