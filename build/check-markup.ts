import type { PackageFault } from './package-error.ts';

/** Markup or style in a text: what it would load. Links are not loaded. */
export function checkMarkup(file: string, text: string): PackageFault[] {
  const address = String.raw`\s*["']?\s*((?:https?:)?//[^"'\s)>]+)`;
  const tag = '<(?:img|script|link|iframe|frame|source|video|audio|track|object|embed|use|image|input|feImage)\\b[^>]*?';
  const patterns = [
    new RegExp(`${tag}\\s(?:src|href|xlink:href|srcset|data|poster)\\s*=${address}`, 'gi'),
    new RegExp(`\\burl\\(${address}`, 'gi'),
    new RegExp(`@import\\s${address}`, 'gi'),
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, found]) => ({
      code: 'foreign-host' as const,
      file,
      message: `loads ${found}: everything has to come with the package.`,
    })),
  );
}
