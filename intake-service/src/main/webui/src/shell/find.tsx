import { signal } from '@preact/signals';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { nameOf } from '../api/names';
import { body, catalog, intake } from '../api/services';
import type { ProcedureLine, Row } from '../api/shapes';
import { takeScans, useKey } from '../keys/keys';
import { ContinueDraft } from '../rooms/counter/continue';
import { since } from '../rooms/counter/lists';
import { asked, type Asked, type Identity } from '../scan/code';
import { Camera, canScan } from '../scan/camera';
import { has } from '../session/session';
import { words } from '../words/words';
import { procedureName } from '../api/names';

/** An identity card that was scanned before a dossier was opened: the next form takes it over. */
export const scannedIdentity = signal<Identity | null>(null);

interface Found {
  rows: Row[];
  procedures: ProcedureLine[];
  /** What a scanned checklist answered, as a query. */
  answers?: string;
  /** A reference that was looked for: where nothing is seen of it, it may be a draft. */
  reference?: string;
}
type Hit = { kind: 'dossier'; row: Row } | { kind: 'procedure'; line: ProcedureLine; answers: string };

const NOTHING: Found = { rows: [], procedures: [] };

async function search(what: Asked, mayOpen: boolean, signal: AbortSignal): Promise<Found> {
  switch (what.kind) {
    case 'code':
      return { rows: await byCode(what.code, signal), procedures: [] };
    case 'reference':
      return { rows: await byCode(what.reference, signal), procedures: [], reference: what.reference };
    case 'procedure':
      return { rows: [], procedures: mayOpen ? await procedures(what.code, signal) : [], answers: what.answers };
    case 'identity':
      return { rows: await byPerson({ identifier: what.identity.number }, signal), procedures: [] };
    case 'words':
      return byWords(what.words, mayOpen, signal);
  }
}

async function byWords(text: string, mayOpen: boolean, signal: AbortSignal): Promise<Found> {
  const digits = text.replace(/[\s.\-()]/g, '');
  const terms = /^\+?\d{8,12}$/.test(digits)
    ? [{ identifier: text }, { phone: text }]
    : /\d/.test(text) && !/\s/.test(text)
      ? [{ identifier: text }]
      : [{ name: text }];
  const [people, lines] = await Promise.all([
    Promise.all(terms.map((each) => byPerson(each, signal))),
    mayOpen ? procedures(text, signal) : [],
  ]);
  const rows = [...new Map(people.flat().map((row) => [row.id, row])).values()];
  return { rows, procedures: lines };
}

const byCode = async (code: string, signal: AbortSignal): Promise<Row[]> =>
  (await body(intake.GET('/api/intake/dossiers', { params: { query: { code, limit: 5 } }, signal }))).items;

const byPerson = async (
  terms: { name?: string; identifier?: string; phone?: string },
  signal: AbortSignal,
): Promise<Row[]> =>
  (await body(intake.POST('/api/intake/dossiers/search', { body: { ...terms, limit: 8 }, signal }))).items;

const procedures = async (q: string, signal: AbortSignal): Promise<ProcedureLine[]> =>
  (await body(catalog.GET('/api/catalog/procedures', { params: { query: { q, limit: 8 } }, signal }))).items;

/** One field for all: a scanned slip, a code, a person's terms, a procedure. */
export function Find() {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [busy, setBusy] = useState(false);
  const [at, setAt] = useState(0);
  const [camera, setCamera] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const abort = useRef<AbortController | null>(null);
  const id = useId();
  const mayOpen = has('reception');

  useKey('F2', () => {
    field.current?.focus();
    field.current?.select();
  });

  const hits: Hit[] = [
    ...(found?.rows ?? []).map((row) => ({ kind: 'dossier' as const, row })),
    ...(found?.procedures ?? []).map((line) => ({ kind: 'procedure' as const, line, answers: found?.answers ?? '' })),
  ];

  useEffect(() => document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' }), [at]);

  function leave(): void {
    abort.current?.abort();
    setText('');
    setFound(null);
    setBusy(false);
    setAt(0);
    field.current?.blur();
  }

  function go(hit: Hit): void {
    leave();
    if (hit.kind === 'dossier') navigate(`/counter/${hit.row.id}`);
    else navigate(`/counter/new/${hit.line.code}${hit.answers}`);
  }

  async function look(typed: string, atOnce: boolean): Promise<void> {
    abort.current?.abort();
    const what = asked(typed);
    if (what.kind === 'words' && what.words.length < 3) {
      setFound(null);
      setBusy(false);
      return;
    }
    const mine = new AbortController();
    abort.current = mine;
    setBusy(true);
    try {
      if (!atOnce) await new Promise((resolve) => setTimeout(resolve, 250));
      if (mine.signal.aborted) return;
      const result = await search(what, mayOpen, mine.signal);
      if (mine.signal.aborted) return;
      if (what.kind === 'identity') scannedIdentity.value = what.identity;
      setFound(result);
      setAt(0);
      const exact = what.kind === 'code' || what.kind === 'reference' || what.kind === 'procedure';
      const first = result.rows[0];
      const only = result.procedures[0];
      if (atOnce && exact && first) go({ kind: 'dossier', row: first });
      else if (atOnce && exact && only) go({ kind: 'procedure', line: only, answers: result.answers ?? '' });
    } catch {
      if (!mine.signal.aborted) setFound(NOTHING);
    } finally {
      if (!mine.signal.aborted) setBusy(false);
    }
  }

  function scanned(read: string): void {
    setCamera(false);
    setText(read);
    field.current?.focus();
    void look(read, true);
  }

  useEffect(() => {
    takeScans(scanned);
  });

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (hits.length > 0) setAt((at + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const hit = hits[at];
      if (hit && !busy) go(hit);
      else void look(text, true);
    } else if (event.key === 'Escape') {
      leave();
    }
  }

  const open = found !== null || busy || (text.length > 0 && text.trim().length < 3);
  return (
    <div class="find" role="search">
      <label for={`${id}-field`}>
        <kbd>F2</kbd> {words('find.label')}
      </label>
      <div class="find-line">
        <input
          id={`${id}-field`}
          ref={field}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          placeholder={words('find.hint')}
          value={text}
          aria-expanded={open ? 'true' : 'false'}
          aria-controls={`${id}-list`}
          aria-activedescendant={hits[at] ? `${id}-${at}` : undefined}
          aria-keyshortcuts="F2"
          onInput={(event) => {
            setText(event.currentTarget.value);
            void look(event.currentTarget.value, false);
          }}
          onKeyDown={onKey}
        />
        {canScan ? (
          <button type="button" class="quiet" onClick={() => setCamera(true)}>
            {words('find.camera')}
          </button>
        ) : null}
      </div>
      {camera ? <Camera onRead={scanned} onClose={() => setCamera(false)} /> : null}
      <div class={open ? 'found' : 'found closed'} tabIndex={0}>
        <p class="small" role="status">
          {busy
            ? words('find.searching')
            : found === null
              ? words('find.short')
              : hits.length === 0
                ? words('find.none')
                : words('find.results', { n: hits.length })}
        </p>
        {mayOpen && found?.reference && hits.length === 0 ? (
          <ContinueDraft
            key={found.reference}
            reference={found.reference}
            onGone={(draft) => {
              leave();
              navigate(`/counter/${draft}`);
            }}
          />
        ) : null}
        <ul id={`${id}-list`} role="listbox" aria-label={words('find.label')}>
          {hits.map((hit, n) => (
            <li
              key={hit.kind === 'dossier' ? hit.row.id : hit.line.code}
              id={`${id}-${n}`}
              role="option"
              aria-selected={n === at ? 'true' : 'false'}
              onClick={() => go(hit)}
            >
              {hit.kind === 'dossier' ? <DossierHit row={hit.row} /> : <ProcedureHit line={hit.line} />}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

const DossierHit = ({ row }: { row: Row }) => (
  <>
    <strong>{row.owner ?? '–'}</strong> · {procedureName(row.procedureCode)}
    <br />
    <span class="small">
      {row.code ?? row.reference} · {since(row)}
    </span>
  </>
);

const ProcedureHit = ({ line }: { line: ProcedureLine }) => (
  <>
    <strong>+ {nameOf(line)}</strong>
    <br />
    <span class="small">
      {words('find.procedures')} · {line.code} · {line.field}
    </span>
  </>
);
