/** Kinds of pictures that every browser shows (HTML, 4.8.4.3). */
export const LOGO_TYPES: readonly string[] = ['image/svg+xml', 'image/png', 'image/jpeg', 'image/webp'];

/** Of its `data:` address: it stands in the page, which every launch loads. */
export const MOST_LOGO_LETTERS = 40_000;
