import { useEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { body, catalog } from '../../api/services';
import type { Draft, DraftPage, NewDraft, ProcedureLine } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Field, Pick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { Loaded } from '../../parts/states';
import { when } from '../../time/legal';
import { words } from '../../words/words';
import { Imports } from './imports';

const STATES = ['DRAFT', 'SUBMITTED', 'SENT_BACK', 'APPROVED', 'PUBLISHED', 'DISCARDED'] as const;
type DraftState = (typeof STATES)[number];

/** The catalogue's work: drafts and imports on the way, and every procedure to begin a draft from. */
export function Catalogue() {
  const [state, setState] = useState<DraftState | ''>('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const live = useLive<DraftPage>(
    `drafts ${state}`,
    (signal) => body(catalog.GET('/api/catalog/drafts', { params: { query: { limit: 50, ...(state ? { state } : {}) } }, signal })),
    20,
  );
  return (
    <section class="catalogue">
      <h1 ref={heading} tabIndex={-1}>
        {words('room.catalogue')}
      </h1>
      <div class="split open">
        <section>
          <h2>{words('draft.list')}</h2>
          <Pick
            label={words('draft.list.state')}
            value={state}
            empty={words('draft.list.all')}
            options={STATES.map((value) => ({ value, label: words(`draft.state.${value}`) }))}
            onPick={setState}
          />
          <Loaded live={live} loading={words('list.loading')}>
            {(page) =>
              page.items.length === 0 ? (
                <p class="empty">{words('draft.list.none')}</p>
              ) : (
                <ul class="plain rows">
                  {page.items.map((each) => (
                    <li key={each.id}>
                      <Link href={`/catalogue/draft/${each.id}`} class="row-link">
                        <strong>{each.name}</strong>
                        <span class="small">
                          {each.code} · {words(`draft.state.${each.state}`)} · {each.author?.name ?? ''} · {when(each.changedAt)}
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              )
            }
          </Loaded>
        </section>
        <aside class="act-side">
          <Procedures />
          {live.data.value?.allowedActions.includes('BEGIN') ? <BeginNew /> : null}
          <Imports takes={live.data.value?.allowedActions.includes('BEGIN') ?? false} />
        </aside>
      </div>
    </section>
  );
}

function Procedures() {
  const [q, setQ] = useState('');
  const live = useLive<{ items: ProcedureLine[] }>(
    `catalogue ${q}`,
    (signal) => body(catalog.GET('/api/catalog/procedures', { params: { query: { limit: 12, ...(q.trim() ? { q } : {}) } }, signal })),
    600,
  );
  return (
    <section>
      <h2>{words('catalogue.procedures')}</h2>
      <Field label={words('catalogue.find')} value={q} maxLength={200} onInput={setQ} />
      <Loaded live={live}>
        {(page) =>
          page.items.length === 0 ? (
            <p class="empty">{words('catalogue.none')}</p>
          ) : (
            <ul class="plain rows">
              {page.items.map((line) => (
                <li key={line.code}>
                  <Link href={`/catalogue/procedure/${line.code}`} class="row-link">
                    <span class="row-name">{line.name.vi}</span>
                    <span class="small">{line.code}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

/** A procedure that the national lists do not hold yet: its code, its name, its field; all else is written in the draft. */
function BeginNew() {
  const [, navigate] = useLocation();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [field, setField] = useState('');
  const [reason, setReason] = useState('');
  const act = useAct<NewDraft, Draft>(
    [],
    (asked, key) => body(catalog.POST('/api/catalog/drafts', { params: { header: { 'Idempotency-Key': key } }, body: asked })),
    (draft) => {
      changed();
      navigate(`/catalogue/draft/${draft.id}`);
    },
  );
  const problem = act.problem.value;
  const content = { name: { vi: name }, field } as unknown as NonNullable<NewDraft['content']>;
  return (
    <details>
      <summary>{words('draft.begin.new')}</summary>
      <ProblemNote problem={problem} retry={act.again} close={act.clear} />
      <Field label={words('edit.code')} hint={words('edit.code.hint')} required value={code} onInput={setCode} problem={problem?.at('/code') ?? null} />
      <Field label={words('edit.name')} required value={name} onInput={setName} problem={problem?.at('/content/name/vi') ?? null} />
      <Field label={words('edit.field')} required value={field} onInput={setField} problem={problem?.at('/content/field') ?? null} />
      <Field label={words('draft.why')} rows={2} required maxLength={2000} value={reason} onInput={setReason} problem={problem?.at('/reason') ?? null} />
      <KeyButton
        busy={act.busy.value || [code, name, field, reason].some((each) => !each.trim())}
        onPress={() => void act.run({ code: code.trim(), content, reason: reason.trim() })}
      >
        {words('draft.begin.new')}
      </KeyButton>
    </details>
  );
}
