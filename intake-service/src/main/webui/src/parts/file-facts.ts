import type { Paper } from '../api/shapes';
import { words } from '../words/words';

/** The largest file that is taken. */
export const MOST_BYTES = 25 * 1024 * 1024;

/** What may be scanned: the pages of these can be counted. */
export const SCANS = 'application/pdf,image/jpeg,image/png,image/tiff';

/** Name, pages and size of a file. */
export function fileFacts(held: NonNullable<Paper['file']>): string {
  const size = held.size < 1024 * 1024 ? `${Math.max(1, Math.round(held.size / 1024))} KB` : `${(held.size / 1024 / 1024).toFixed(1)} MB`;
  return [held.name, held.pages ? words('papers.pages', { pages: held.pages }) : null, size].filter(Boolean).join(' · ');
}
