import { signal } from '@preact/signals';
import { Problem, unreachable } from '../../api/problem';
import { body, intake } from '../../api/services';
import type { CountedOriginal, Dossier, Original } from '../../api/shapes';
import type { OriginalForm } from './originals';

/** A scan that was not taken yet, and why; the file stays here until it is sent or given up. */
export interface Unsent {
  number: number;
  file: File;
  keepsPages: boolean;
  problem: Problem;
}

/** How far the scans of the dossier just opened are on their way; null where none are. */
export const sending = signal<{ at: number; all: number } | null>(null);

// In memory for as long as the page lives: a file that did not come through is not asked for again.
const unsent = signal<ReadonlyMap<string, readonly Unsent[]>>(new Map());

export const unsentOf = (dossierId: string): readonly Unsent[] => unsent.value.get(dossierId) ?? [];

/** Whether a scan would be lost with the page. */
export const holdsScans = (): boolean => [...unsent.peek().values()].some((each) => each.length > 0);

function keepUnsent(dossierId: string, change: (before: readonly Unsent[]) => readonly Unsent[]): void {
  unsent.value = new Map(unsent.peek()).set(dossierId, change(unsent.peek().get(dossierId) ?? []));
}

export const giveUp = (dossierId: string, number: number): void => keepUnsent(dossierId, (all) => all.filter((each) => each.number !== number));

/** Sends the scan of one original; its pages become those of the scan, or stay as they were counted. */
export async function sendScan(dossierId: string, original: Pick<Original, 'number' | 'etag'>, file: File, keepsPages: boolean): Promise<CountedOriginal> {
  const answer = await body(
    intake.PUT('/api/intake/dossiers/{id}/originals/{number}/content', {
      params: { path: { id: dossierId, number: original.number }, query: { name: file.name, keepsPages } },
      headers: { 'If-Match': original.etag, 'Content-Type': file.type || 'application/octet-stream' },
      body: file as never,
      bodySerializer: (bytes: unknown) => bytes as Blob,
    }),
  );
  giveUp(dossierId, original.number);
  return answer;
}

/**
 * Sends the scans that were chosen while the dossier was opened, one after the other. One that is refused does not hold up the others.
 *
 * @param rows in the order in which the originals were opened
 * @returns how many were not taken; they are kept to be sent again
 */
export async function sendScans({ id, originals }: Pick<Dossier, 'id' | 'originals'>, rows: readonly OriginalForm[]): Promise<number> {
  const chosen = rows.flatMap((row, at) => {
    const original = originals[at];
    return row.file && original ? [{ original, file: row.file, keepsPages: row.typed === true }] : [];
  });
  let failed = 0;
  try {
    for (const [at, each] of chosen.entries()) {
      sending.value = { at: at + 1, all: chosen.length };
      try {
        await sendScan(id, each.original, each.file, each.keepsPages);
      } catch (error) {
        failed++;
        const problem = error instanceof Problem ? error : unreachable();
        keepUnsent(id, (all) => [...all, { number: each.original.number, file: each.file, keepsPages: each.keepsPages, problem }]);
      }
    }
  } finally {
    sending.value = null;
  }
  return failed;
}

/**
 * Lays files on the originals, one each: the first on the one it was dropped on, the others on those without a scan, then on new ones.
 *
 * @param most originals that may be counted at once; files beyond are left out
 */
export function laidOn(rows: readonly OriginalForm[], at: number, files: readonly File[], added: () => OriginalForm, most: number): OriginalForm[] {
  const laid = [...rows];
  files.forEach((file, n) => {
    const free = n === 0 ? at : laid.findIndex((row) => !row.file && !row.scanned);
    if (free >= 0) laid[free] = scannedBy(laid[free] ?? added(), file);
    else if (laid.length < most) laid.push(scannedBy(added(), file));
  });
  return laid;
}

/** A picture is one page; of others the pages are counted when they come in. Pages that were typed stay. */
function scannedBy(row: OriginalForm, file: File): OriginalForm {
  const picture = file.type === 'image/jpeg' || file.type === 'image/png';
  return { ...row, file, pages: row.typed ? row.pages : picture ? '1' : '' };
}

/** Without its file, and with a page to begin with. */
export const withoutFile = (row: OriginalForm): OriginalForm => ({ ...row, file: null, pages: row.pages === '' ? '1' : row.pages });
