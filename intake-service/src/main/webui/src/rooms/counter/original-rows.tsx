import { useRef, useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed } from '../../api/live';
import { body, intake } from '../../api/services';
import type { CountedOriginal, Dossier, Original } from '../../api/shapes';
import { fileFacts, MOST_BYTES, SCANS } from '../../parts/file-facts';
import { FileView } from '../../parts/file-view';
import { ProblemNote } from '../../parts/problem-note';
import { Thumb } from '../../parts/thumb';
import { words } from '../../words/words';
import { giveUp, sendScan, unsentOf } from './scans';

const nameOf = (original: Original, at: number): string => original.kind ?? words('originals.unnamed', { n: at + 1 });

/** What is counted of an original, and how its scan differs from that. */
function OriginalFacts({ original, name }: { original: Original; name: string }) {
  const { file } = original;
  const differs = file !== null && file.pages !== null && file.pages !== original.pages;
  return (
    <>
      {words('originals.line', { kind: name, pages: original.pages, copies: original.copies })}
      {file ? (
        <p class="small">
          {fileFacts(file)}
          {file.scan === 'WAITING' ? ` · ${words('papers.scan.waiting')}` : ''}
          {file.scan === 'INFECTED' ? <strong class="error"> · {words('papers.scan.infected')}</strong> : null}
        </p>
      ) : null}
      {differs ? <p class="soon">{words('originals.differs', { scanned: file.pages ?? 0, counted: original.pages })}</p> : null}
    </>
  );
}

/** The originals of a dossier with their scans, for reading only; nothing where none is counted. */
export function OriginalsSeen({ dossier }: { dossier: Dossier }) {
  return dossier.originals.length === 0 ? null : (
    <>
      <h3>{words('originals.title')}</h3>
      <ul class="plain">
        {dossier.originals.map((original, at) => (
          <Seen key={original.number} dossierId={dossier.id} original={original} name={nameOf(original, at)} />
        ))}
      </ul>
    </>
  );
}

function Seen({ dossierId, original, name }: { dossierId: string; original: Original; name: string }) {
  const [viewing, setViewing] = useState(false);
  const path = `/api/intake/dossiers/${dossierId}/originals/${original.number}`;
  return (
    <li class="paper-row">
      <OriginalFacts original={original} name={name} />
      {original.file ? <ViewScan path={path} original={original} name={name} viewing={viewing} onView={setViewing} /> : null}
    </li>
  );
}

interface ViewScanProps {
  path: string;
  original: Original;
  name: string;
  viewing: boolean;
  onView: (viewing: boolean) => void;
}

/** The small picture, the button and the whole scan. */
function ViewScan({ path, original, name, viewing, onView }: ViewScanProps) {
  const label = `${words('papers.view')}: ${name}`;
  return (
    <>
      {original.file?.drawable ? (
        <button type="button" class="thumb-button" aria-label={label} onClick={() => onView(!viewing)}>
          <Thumb path={`${path}/thumbnail`} sha256={original.file.sha256} />
        </button>
      ) : null}
      <p>
        <button type="button" class="quiet" aria-expanded={viewing ? 'true' : 'false'} aria-label={label} onClick={() => onView(!viewing)}>
          {words('papers.view')}
        </button>
      </p>
      {viewing ? <FileView key={original.file?.sha256} path={`${path}/content`} label={name} /> : null}
    </>
  );
}

interface OriginalRowsProps {
  dossier: Dossier;
  /** Reads the dossier again: its revision and its fee moved with the original. */
  onCounted: () => Promise<void>;
}

/** The originals of a dossier at the counter: scanned and counted before receipt, afterwards for reading only. */
export function OriginalRows({ dossier, onCounted }: OriginalRowsProps) {
  const open = dossier.allowedActions.includes('CORRECT') && (dossier.stage === 'PREPARING' || dossier.stage === 'SUBMITTED');
  if (!open) return <OriginalsSeen dossier={dossier} />;
  return dossier.originals.length === 0 ? null : (
    <section class="papers">
      <h2>{words('originals.title')}</h2>
      <ul class="plain">
        {dossier.originals.map((original, at) => (
          <OriginalRow key={original.number} dossier={dossier} original={original} name={nameOf(original, at)} onCounted={onCounted} />
        ))}
      </ul>
    </section>
  );
}

function OriginalRow({ dossier, original, name, onCounted }: OriginalRowsProps & { original: Original; name: string }) {
  const [viewing, setViewing] = useState(false);
  const [counting, setCounting] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const path = { id: dossier.id, number: original.number };
  const headers = { 'If-Match': original.etag };
  const done = () => {
    setCounting(false);
    changed();
    void onCounted();
  };
  const on = [dossier.id, original.number];
  const scan = useAct<{ file: File; keepsPages: boolean }, CountedOriginal>(on, ({ file, keepsPages }) => sendScan(dossier.id, original, file, keepsPages), done);
  const remove = useAct<null, CountedOriginal>(on, () => body(intake.DELETE('/api/intake/dossiers/{id}/originals/{number}/content', { params: { path }, headers })), done);
  const count = useAct<{ pages: number; copies: number }, CountedOriginal>(
    on,
    (counted) => body(intake.PUT('/api/intake/dossiers/{id}/originals/{number}', { params: { path }, headers, body: counted })),
    done,
  );
  const acts = [scan, remove, count];
  const busy = acts.some((each) => each.busy.value);
  const problem = acts.map((each) => each.problem.value).find(Boolean) ?? null;
  const clear = () => acts.forEach((each) => each.clear());
  const waiting = unsentOf(dossier.id).find((each) => each.number === original.number);
  const { file } = original;
  const choose = (chosen: File | undefined) => {
    setTooLarge(chosen !== undefined && chosen.size > MOST_BYTES);
    if (chosen && chosen.size <= MOST_BYTES) void scan.run({ file: chosen, keepsPages: false });
  };
  return (
    <li
      class="paper-row"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        choose(event.dataTransfer?.files[0]);
      }}
    >
      <OriginalFacts original={original} name={name} />
      {waiting ? (
        <div class="error" role="alert">
          <p>{words('originals.unsent.one', { name: waiting.file.name, why: waiting.problem.title || words('problem.unreachable') })}</p>
          {waiting.problem.detail ? <p>{waiting.problem.detail}</p> : null}
          <p class="row">
            <button type="button" aria-label={`${words('originals.resend')}: ${name}`} onClick={() => void scan.run({ file: waiting.file, keepsPages: waiting.keepsPages })}>
              {scan.busy.value ? words('papers.saving') : words('originals.resend')}
            </button>
            <button type="button" class="quiet" aria-label={`${words('originals.give-up')}: ${name}`} onClick={() => giveUp(dossier.id, original.number)}>
              {words('originals.give-up')}
            </button>
          </p>
        </div>
      ) : null}
      {counting ? (
        <CountForm original={original} busy={count.busy.value} onCount={(counted) => void count.run(counted)} onCancel={() => setCounting(false)} />
      ) : (
        <p class="row">
          <button type="button" class="quiet" aria-label={`${file ? words('papers.rescan') : words('papers.scan')}: ${name}`} onClick={() => picker.current?.click()}>
            {busy ? words('papers.saving') : file ? words('papers.rescan') : words('papers.scan')}
          </button>
          {file ? (
            <button type="button" class="quiet" aria-label={`${words('originals.unscan')}: ${name}`} onClick={() => void remove.run(null)}>
              {words('originals.unscan')}
            </button>
          ) : null}
          <button type="button" class="quiet" aria-label={`${words('originals.count')}: ${name}`} onClick={() => setCounting(true)}>
            {words('originals.count')}
          </button>
          {file?.pages && file.pages !== original.pages ? (
            <button
              type="button"
              class="quiet"
              aria-label={`${words('originals.count.by-scan')}: ${name}`}
              onClick={() => void count.run({ pages: file.pages ?? original.pages, copies: original.copies })}
            >
              {words('originals.count.by-scan')}
            </button>
          ) : null}
        </p>
      )}
      <input
        ref={picker}
        type="file"
        class="hidden"
        tabIndex={-1}
        aria-label={`${words('papers.scan')}: ${name}`}
        accept={SCANS}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          choose(chosen);
        }}
      />
      {tooLarge ? <p class="error">{words('papers.too-large')}</p> : null}
      <ProblemNote problem={problem} reload={() => void onCounted().then(clear)} close={clear} />
      {file ? <ViewScan path={`/api/intake/dossiers/${dossier.id}/originals/${original.number}`} original={original} name={name} viewing={viewing} onView={setViewing} /> : null}
    </li>
  );
}

interface CountFormProps {
  original: Original;
  busy: boolean;
  onCount: (counted: { pages: number; copies: number }) => void;
  onCancel: () => void;
}

/** Pages and copies as the officer counts them. */
function CountForm({ original, busy, onCount, onCancel }: CountFormProps) {
  const [pages, setPages] = useState(String(original.pages));
  const [copies, setCopies] = useState(String(original.copies));
  return (
    <form
      class="paper-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onCount({ pages: Number(pages), copies: Number(copies) });
      }}
    >
      <p class="pair">
        <label>
          {words('originals.pages')}
          <input type="number" required min={1} max={2000} value={pages} onInput={(event) => setPages(event.currentTarget.value)} />
        </label>
        <label>
          {words('originals.copies')}
          <input type="number" required min={1} max={500} value={copies} onInput={(event) => setCopies(event.currentTarget.value)} />
        </label>
      </p>
      <p class="row">
        <button type="submit" aria-disabled={busy ? 'true' : undefined}>
          {busy ? words('papers.saving') : words('papers.save')}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {words('papers.cancel')}
        </button>
      </p>
    </form>
  );
}
