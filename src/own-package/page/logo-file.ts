/** Takes a picture that was chosen as the logo into the settings. */
import { LOGO_TYPES, MOST_LOGO_LETTERS } from '../logo-limits.ts';

/** @returns the picture as a `data:` address, or why it cannot be taken */
export async function readLogo(file: File): Promise<{ readonly src: string } | { readonly problem: 'noPicture' | 'largeLogo' }> {
  if (!LOGO_TYPES.includes(file.type)) return { problem: 'noPicture' };
  const src = file.size <= MOST_LOGO_LETTERS ? await addressOf(file) : undefined;
  return src === undefined || src.length > MOST_LOGO_LETTERS ? { problem: 'largeLogo' } : { src };
}

function addressOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)));
    reader.readAsDataURL(file);
  });
}
