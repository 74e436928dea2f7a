import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../api/problem';
import type { Dossier, OpenRequest, Procedure } from '../../api/shapes';
import { MOST_BYTES, SCANS } from '../../parts/file-facts';
import { dong } from '../../time/legal';
import { words } from '../../words/words';
import { laidOn, withoutFile } from './scans';

/** More originals than this at once are two dossiers. */
const MOST = 50;

/** One original as it is typed. */
export interface OriginalForm {
  kind: string;
  /** Empty where the scan will tell. */
  pages: string;
  copies: string;
  /** What it is called by in its dossier, where it is counted already. */
  number?: number;
  /** Whether it has its scan already, so that it is not left out. */
  scanned?: boolean;
  /** The scan to be sent with the opening. */
  file?: File | null;
  /** Whether the officer counted the pages, so that they stay whatever the scan says. */
  typed?: boolean;
}

export const anOriginal = (pages = '1', copies = '1'): OriginalForm => ({ kind: '', pages, copies });

const whole = (text: string): number => Math.max(0, Math.trunc(Number(text) || 0));

/** Whether a fee of the procedure counts pages or copies. */
export const counted = (found: Procedure): boolean =>
  found.fees.some((fee) => fee.rule === 'TIERED_PER_PAGE' || fee.per === 'copy' || fee.per === 'page');

/** Whether it is about originals alone, as intake asks of it: its one paper is what is copied, and the fee goes by its pages. */
export const countsOriginals = (found: Procedure): boolean =>
  found.components.length === 1 && found.fees.some((fee) => fee.rule === 'TIERED_PER_PAGE');

/** The published fees that hold for a way of filing: its own rows, where it has any, win over those for all. */
export function feesOf(fees: Procedure['fees'], channel: string): Procedure['fees'] {
  const own = fees.filter((fee) => fee.channel === channel);
  return own.length > 0 ? own : fees.filter((fee) => !fee.channel);
}

/** One original without a name is pages and copies; otherwise each is named. Pages that the scan will tell are 1 until then. */
export function quantitiesOf(rows: readonly OriginalForm[]): NonNullable<OpenRequest['quantities']> {
  const named = rows.map((row) => ({
    ...(row.number ? { number: row.number } : {}),
    kind: row.kind.trim(),
    pages: row.file && row.pages === '' ? 1 : whole(row.pages),
    copies: whole(row.copies),
  }));
  const [first] = named;
  return named.length === 1 && first && first.kind === ''
    ? { pages: first.pages, copies: first.copies }
    : { pages: 0, copies: 0, originals: named };
}

/** The originals of a dossier as they are corrected; none where nothing is counted. */
export function originalsOf({ originals, quantities }: Pick<Dossier, 'originals' | 'quantities'>): OriginalForm[] {
  if (originals.length > 0) {
    return originals.map((each) => ({
      kind: each.kind ?? '',
      pages: String(each.pages),
      copies: String(each.copies),
      number: each.number,
      scanned: each.file !== null,
    }));
  }
  return quantities.pages > 0 || quantities.copies > 0 ? [anOriginal(String(quantities.pages), String(quantities.copies))] : [];
}

/** What one original costs by the published tiers and cap, in đồng; null where that is not a matter of pages, or its scan will tell them. */
export function costOf(fees: Procedure['fees'], row: OriginalForm): number | null {
  const tiers = fees.filter((fee) => fee.rule === 'TIERED_PER_PAGE');
  if (tiers.length === 0 || row.pages === '') return null;
  const groups = new Map<string, Procedure['fees']>();
  for (const tier of tiers) {
    const group = `${tier.kind}/${tier.per}/${tier.dueAt}`;
    groups.set(group, [...(groups.get(group) ?? []), tier]);
  }
  const each = [...groups.values()];
  return each.reduce((sum, group) => sum + tiered(group, whole(row.pages)) * (group[0]?.per === 'copy' ? whole(row.copies) : 1), 0);
}

/** The tiers of one fee for so many pages, up to its cap. */
function tiered(tiers: Procedure['fees'], pages: number): number {
  let sum = 0;
  let cap = Infinity;
  for (const tier of tiers) {
    const from = tier.fromUnit ?? 1;
    const to = tier.toUnit ? Math.min(tier.toUnit, pages) : pages;
    sum += tier.amountVnd * Math.max(0, to - from + 1);
    cap = tier.capVnd ?? cap;
  }
  return Math.min(sum, cap);
}

/** Papers that are brought most often, as suggestions only. */
const USUAL = ['cccd', 'birth', 'degree', 'school', 'household', 'land', 'business', 'insurance', 'driving'] as const;

interface OriginalsProps {
  /** Those of the way of filing. */
  fees: Procedure['fees'];
  rows: OriginalForm[];
  /** Whether each is named, and there may be several; else pages and copies alone are asked. */
  several: boolean;
  /** Whether scans are chosen with them. */
  scans?: boolean;
  problem: Problem | null;
  onChange: (rows: OriginalForm[]) => void;
}

/** The originals of one visitor, a line each: what it is, its pages, how many copies, what that costs. */
export function Originals({ fees, rows, several, scans, problem, onChange }: OriginalsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const set = (at: number, more: Partial<OriginalForm>) => onChange(rows.map((row, n) => (n === at ? { ...row, ...more } : row)));
  const costs = rows.map((row) => costOf(fees, row));
  const total = costs.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const [tooLarge, setTooLarge] = useState(false);
  function lay(at: number, files: File[]): void {
    const fit = files.filter((file) => file.size <= MOST_BYTES);
    setTooLarge(fit.length < files.length);
    if (fit.length > 0) onChange(laidOn(rows, at, fit, anOriginal, several ? MOST : 1));
  }
  function add(): void {
    onChange([...rows, anOriginal()]);
    requestAnimationFrame(() => body.current?.querySelector<HTMLInputElement>('tr:last-child input')?.focus());
  }
  const wrong = rows.map(
    (_, at) => ['kind', 'pages', 'copies'].map((member) => problem?.at(`/quantities/originals/${at}/${member}`) ?? null).find(Boolean) ?? null,
  );
  return (
    <fieldset>
      <legend>
        {words('originals.title')} <span class="count">({rows.length})</span>
      </legend>
      <table class="originals">
        <thead>
          <tr>
            {several ? <th scope="col">{words('originals.kind')}</th> : null}
            <th scope="col">{words('originals.pages')}</th>
            <th scope="col">{words('originals.copies')}</th>
            <th scope="col">{words('originals.cost')}</th>
            {scans ? <th scope="col">{words('originals.scan')}</th> : null}
            <th scope="col">
              <span class="hidden">{words('originals.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, at) => (
            <tr
              key={at}
              onDragOver={(event) => {
                if (scans) event.preventDefault();
              }}
              onDrop={(event) => {
                if (!scans) return;
                event.preventDefault();
                lay(at, [...(event.dataTransfer?.files ?? [])]);
              }}
            >
              {several ? (
                <td class="kind">
                  <input
                    list="originals-usual"
                    maxLength={200}
                    autocomplete="off"
                    aria-label={words('originals.kind.of', { n: at + 1 })}
                    aria-invalid={wrong[at] ? 'true' : undefined}
                    value={row.kind}
                    onInput={(event) => set(at, { kind: event.currentTarget.value })}
                  />
                  {wrong[at] ? <p class="field-problem">{wrong[at]}</p> : null}
                </td>
              ) : null}
              {(['pages', 'copies'] as const).map((member) => (
                <td key={member}>
                  <input
                    type="number"
                    inputMode="numeric"
                    min={1}
                    max={member === 'pages' ? 2000 : 500}
                    aria-label={words(`originals.${member}.of`, { n: at + 1 })}
                    value={row[member]}
                    placeholder={row.file && member === 'pages' ? words('originals.by-scan') : undefined}
                    onInput={(event) => set(at, member === 'pages' ? typedPages(row, event.currentTarget.value) : { copies: event.currentTarget.value })}
                  />
                </td>
              ))}
              <td class="money">{costs[at] === null ? (row.file && row.pages === '' ? words('originals.by-scan') : '') : dong(costs[at] ?? 0)}</td>
              {scans ? (
                <td>
                  <ScanPick n={at + 1} file={row.file ?? null} onFiles={(files) => lay(at, files)} onRemove={() => set(at, withoutFile(row))} />
                </td>
              ) : null}
              <td>
                {rows.length > 1 && !row.scanned ? (
                  <button
                    type="button"
                    class="plain-button"
                    aria-label={words('originals.remove.of', { n: at + 1 })}
                    onClick={() => onChange(rows.filter((_, n) => n !== at))}
                  >
                    ✕
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
        {rows.length > 1 && costs.some((each) => each !== null) ? (
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {words('originals.total')}
              </th>
              <td class="money">
                <strong>{dong(total)}</strong>
                {rows.some((row) => row.pages === '') ? ` + ${words('originals.by-scan')}` : ''}
              </td>
              {scans ? <td /> : null}
              <td />
            </tr>
          </tfoot>
        ) : null}
      </table>
      <datalist id="originals-usual">
        {USUAL.map((kind) => (
          <option key={kind} value={words(`originals.usual.${kind}`)} />
        ))}
      </datalist>
      {problem?.at('/quantities') || problem?.at('/quantities/originals') ? (
        <p class="field-problem">{problem.at('/quantities') ?? problem.at('/quantities/originals')}</p>
      ) : null}
      {tooLarge ? <p class="error">{words('papers.too-large')}</p> : null}
      {scans ? <p class="small">{words('originals.scan.hint')}</p> : null}
      {several ? (
        <button type="button" class="quiet" aria-keyshortcuts="Alt+N" accessKey="n" disabled={rows.length >= MOST} onClick={add}>
          {words('originals.add')}
        </button>
      ) : null}
    </fieldset>
  );
}

/** Pages that the officer counts stay; an emptied field is left to the scan again. */
const typedPages = (row: OriginalForm, pages: string): Partial<OriginalForm> => ({ pages, typed: !(row.file && pages === '') });

interface ScanPickProps {
  n: number;
  file: File | null;
  onFiles: (files: File[]) => void;
  onRemove: () => void;
}

/** Chooses the scan of an original, or several for as many originals; a file may be dropped on the row as well. */
function ScanPick({ n, file, onFiles, onRemove }: ScanPickProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div class="scan-pick">
      <button type="button" class="quiet" aria-label={file ? words('originals.scan.chosen', { n, name: file.name }) : words('originals.scan.of', { n })} onClick={() => picker.current?.click()}>
        {file ? file.name : words('originals.scan.choose')}
      </button>
      {file ? (
        <button type="button" class="plain-button" aria-label={words('originals.scan.remove.of', { n })} onClick={onRemove}>
          ✕
        </button>
      ) : null}
      <input
        ref={picker}
        type="file"
        multiple
        class="hidden"
        tabIndex={-1}
        aria-label={words('originals.scan.file.of', { n })}
        accept={SCANS}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
