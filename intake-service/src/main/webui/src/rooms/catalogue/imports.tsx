import { useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { body, catalog } from '../../api/services';
import type { ImportPage, ImportRun } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Field, Tick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { Loaded } from '../../parts/states';
import { when } from '../../time/legal';
import { words } from '../../words/words';

/** Where an import stands, in words: while it runs how far it is, then what was decided. */
export function importState(run: ImportRun): string {
  if (run.phase !== 'DONE') return words(`import.phase.${run.phase}`);
  if (run.dryRun) return words('import.trial');
  return run.proposal ? words(`import.state.${run.proposal.state}`) : words('import.nothing');
}

/** The last imports of national lists, and for an editor the way to the next one. */
export function Imports({ takes }: { takes: boolean }) {
  const live = useLive<ImportPage>('imports', (signal) => body(catalog.GET('/api/catalog/imports', { params: { query: { limit: 30 } }, signal })), 20);
  return (
    <section>
      <h2>{words('import.list')}</h2>
      <Loaded live={live}>
        {(page) =>
          page.items.length === 0 ? (
            <p class="empty">{words('import.none')}</p>
          ) : (
            <ul class="plain rows">
              {page.items.map((run) => (
                <li key={run.id}>
                  <Link href={`/catalogue/import/${run.id}`} class="row-link">
                    <strong>{importState(run)}</strong>
                    <span class="small">
                      {run.askedBy.name ?? ''} · {when(run.askedAt)}
                      {run.counts ? ` · ${words('import.counts', run.counts)}` : ''}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {takes ? <TakeLists /> : null}
    </section>
  );
}

interface Wanted {
  lists: File[];
  /** Tells other files from these, for the Idempotency-Key. */
  which: string;
  from: string;
  dryRun: boolean;
}

interface Answer {
  data?: ImportRun;
  error?: unknown;
  response: Response;
}

/** One ZIP; anything else is sent as files apart. */
const isPackage = (lists: readonly File[]): boolean => lists.length === 1 && /\.zip$/i.test(lists[0]?.name ?? '');

const which = (lists: readonly File[]): string => lists.map((file) => `${file.name} ${file.size} ${file.lastModified}`).join('; ');

/** A form written by hand: a browser's own has another boundary each time, and what is tried again must be the same to be done once. */
const BOUNDARY = 'motcua-lists-5f0c2d4b7e1a';

export function apart(lists: readonly File[]): Blob {
  const head = (file: File) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="lists"; filename="${file.name.replace(/["\r\n]/g, '_')}"\r\nContent-Type: text/csv\r\n\r\n`;
  return new Blob([...lists.flatMap((file) => [head(file), file, '\r\n']), `--${BOUNDARY}--\r\n`]);
}

function TakeLists() {
  const [, navigate] = useLocation();
  const [from, setFrom] = useState('');
  const [dryRun, setDryRun] = useState(false);
  const [lists, setLists] = useState<File[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const act = useAct<Wanted, ImportRun>(
    [],
    ({ lists, from, dryRun }, key) =>
      body(
        catalog.POST('/api/catalog/imports', {
          params: { query: { dryRun, ...(from ? { effectiveFrom: from } : {}) }, header: { 'Idempotency-Key': key, Prefer: 'respond-async' } },
          headers: { 'Content-Type': isPackage(lists) ? 'application/zip' : `multipart/form-data; boundary=${BOUNDARY}` },
          body: (isPackage(lists) ? lists[0] : apart(lists)) as never,
          bodySerializer: (bytes: unknown) => bytes as Blob,
        }) as unknown as Promise<Answer>,
      ),
    (run) => {
      changed();
      navigate(`/catalogue/import/${run.id}`);
    },
  );
  return (
    <details>
      <summary>{words('import.take')}</summary>
      <p class="small">{words('import.take.hint')}</p>
      <ProblemNote problem={act.problem.value} retry={act.again} close={act.clear} />
      <input
        ref={picker}
        type="file"
        class="hidden"
        tabIndex={-1}
        aria-label={words('import.file')}
        accept=".zip,.csv,application/zip,text/csv"
        multiple
        onChange={(event) => setLists([...(event.currentTarget.files ?? [])])}
      />
      <p class="row">
        <button type="button" class="quiet" onClick={() => picker.current?.click()}>
          {words('import.file')}
        </button>
        <span>{lists.map((file) => file.name).join(', ')}</span>
      </p>
      <Field label={words('import.from')} type="date" value={from} onInput={setFrom} problem={act.problem.value?.at('/effectiveFrom') ?? null} />
      <Tick checked={dryRun} onTick={setDryRun}>
        {words('import.dry')}
      </Tick>
      <KeyButton busy={act.busy.value || lists.length === 0} onPress={() => void act.run({ lists, which: which(lists), from, dryRun })}>
        {words('import.start')}
      </KeyButton>
    </details>
  );
}
