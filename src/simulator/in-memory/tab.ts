/** What a browser's tab keeps while its page is loaded anew. */
import type { LmsWindow } from './lms-window.ts';

export type Tab = Pick<Storage, 'getItem' | 'setItem'>;

export function newTab(): Tab {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

/** @param type how the page was reached */
export function inTab(window: LmsWindow, sessionStorage: Tab, type: NavigationTimingType): void {
  const { performance } = window;
  const entriesOf = performance.getEntriesByType;
  const getEntriesByType = (asked: string): readonly unknown[] => (asked === 'navigation' ? [{ type }] : entriesOf(asked));
  Object.assign(window, { sessionStorage, performance: { ...performance, getEntriesByType } });
}
