import { useRef, useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { procedure as readProcedure } from '../../api/names';
import { useLive } from '../../api/live';
import { body, intake } from '../../api/services';
import type { Dossier, EnteredPaper, Paper, PaperEntry as Entry } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { fileFacts, MOST_BYTES, SCANS } from '../../parts/file-facts';
import { FileView } from '../../parts/file-view';
import { ProblemNote } from '../../parts/problem-note';
import { Thumb } from '../../parts/thumb';
import { plainDay } from '../../time/legal';
import { named, words } from '../../words/words';
import { Earlier } from './earlier';
import { PaperEditor } from './paper-editor';

interface PapersProps {
  dossier: Dossier;
  /** Reads the dossier again: its revision moved with the paper. */
  onEntered: () => Promise<void>;
}

/** The checklist: what the published list asks for, and what lies on the desk. */
export function Papers({ dossier, onEntered }: PapersProps) {
  const { papers } = dossier;
  const open = papers.filter((paper) => paper.open);
  const takes = (paper: Paper) =>
    dossier.allowedActions.includes('CORRECT') &&
    (dossier.stage === 'PREPARING' || dossier.stage === 'SUBMITTED' || (paper.asked?.open ?? false));
  const usual = useUsual(dossier);
  const all = useAct<{ papers: Paper[] }, void>(
    [dossier.id],
    async ({ papers: missing }) => {
      for (const paper of missing) {
        await put(dossier.id, paper, usual(paper));
      }
    },
    () => void onEntered(),
  );
  const takeable = open.filter(takes);
  return (
    <section class="papers">
      <h2>
        {words('papers.title')}{' '}
        <span class={open.length === 0 ? 'count ok' : 'count'}>
          {words('papers.count', { done: papers.length - open.length, all: papers.length })}
          {open.length === 0 ? ` ✓ ${words('papers.complete')}` : ''}
        </span>
      </h2>
      {papers.length === 0 ? <p class="empty">{words('papers.none')}</p> : null}
      <ul class="plain">
        {papers.map((paper) => (
          <PaperRow
            key={paper.component}
            dossier={dossier}
            paper={paper}
            usual={usual(paper)}
            takes={takes(paper)}
            onEntered={onEntered}
          />
        ))}
      </ul>
      {dossier.sentAlong.length > 0 ? (
        <>
          <h3>{words('papers.along')}</h3>
          <ul class="plain">
            {dossier.sentAlong.map((paper) => (
              <li key={paper.id}>
                {paper.name}
                <span class="small">
                  {' '}
                  · {named('presented', paper.as)} × {paper.pieces}
                  {paper.held ? ` · ${words('dossier.originals')}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {takeable.length > 0 ? (
        <p>
          <KeyButton shortcut="F6" busy={all.busy.value} onPress={() => void all.run({ papers: takeable })}>
            {all.busy.value ? words('papers.saving') : words('papers.all')}
          </KeyButton>
        </p>
      ) : null}
      <ProblemNote
        problem={all.problem.value}
        retry={() => void all.run({ papers: takeable })}
        reload={() => void onEntered().then(all.clear)}
        close={all.clear}
      />
    </section>
  );
}

/** How a paper usually comes, by what the published list asks for. */
function useUsual(dossier: Dossier): (paper: Paper) => Entry {
  const live = useLive(`components ${dossier.procedureCode}`, async () => {
    const found = await readProcedure(dossier.procedureCode);
    return Object.fromEntries((found?.components ?? []).map((each) => [each.id, each]));
  }, 3600);
  return (paper) => {
    const component = live.data.value?.[paper.component];
    const original = component === undefined || component.originals > 0 || component.copies === 0;
    return {
      state: 'PRESENTED',
      presentedAs: original ? 'ORIGINAL' : 'COPY',
      quantity: Math.max(1, (original ? component?.originals : component?.copies) ?? 1),
      held: original && paper.held,
    };
  };
}

const put = (id: string, paper: Paper, entry: Entry): Promise<EnteredPaper> =>
  body(
    intake.PUT('/api/intake/dossiers/{id}/papers/{component}', {
      params: { path: { id, component: paper.component } },
      headers: { 'If-Match': paper.etag },
      body: entry,
    }),
  );

interface PaperRowProps {
  dossier: Dossier;
  paper: Paper;
  usual: Entry;
  takes: boolean;
  onEntered: () => Promise<void>;
}

function PaperRow({ dossier, paper, usual, takes, onEntered }: PaperRowProps) {
  const [editing, setEditing] = useState(false);
  const [viewing, setViewing] = useState(false);
  const [looking, setLooking] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const done = () => {
    setEditing(false);
    setLooking(false);
    void onEntered();
  };
  const enter = useAct<Entry, EnteredPaper>([dossier.id, paper.component], (entry) => put(dossier.id, paper, entry), done);
  const attach = useAct<File, EnteredPaper>(
    [dossier.id, paper.component],
    (scan) =>
      body(
        intake.PUT('/api/intake/dossiers/{id}/papers/{component}/content', {
          params: { path: { id: dossier.id, component: paper.component }, query: { name: scan.name } },
          headers: { 'If-Match': paper.etag, 'Content-Type': scan.type || 'application/octet-stream' },
          body: scan as never,
          bodySerializer: (bytes: unknown) => bytes as Blob,
        }),
      ),
    done,
  );
  const problem = enter.problem.value ?? attach.problem.value;
  const path = `/api/intake/dossiers/${dossier.id}/papers/${paper.component}/content`;
  const name = paper.name ?? paper.component;
  return (
    <li class={paper.open ? 'paper-row open' : 'paper-row'}>
      <div class="paper-line">
        <span class="paper-mark" aria-hidden="true">
          {paper.open ? '☐' : '✓'}
        </span>
        <div class="paper-name">
          {name}
          <span class="small">
            {' '}
            · {paper.origin?.dossierId ? words('papers.reused-from') : named('paper-state', paper.state)}
            {paper.presentedAs && (paper.state === 'PRESENTED' || (paper.state === 'MISSING' && paper.quantity > 0)) ? `, ${named('presented', paper.presentedAs)} × ${paper.quantity}` : ''}
            {paper.held ? ` · ${words('dossier.originals')}` : ''}
            {paper.origin?.dataSource ? ` · ${paper.origin.dataSource}` : ''}
            {paper.validUntil ? ` · ${words('papers.valid-until', { day: plainDay(paper.validUntil) })}` : ''}
            {paper.reason ? ` · ${paper.reason}` : ''}
          </span>
          {paper.file ? (
            <p class="small">
              {fileFacts(paper.file)}
              {paper.file.scan === 'WAITING' ? ` · ${words('papers.scan.waiting')}` : ''}
              {paper.file.scan === 'INFECTED' ? <strong class="error"> · {words('papers.scan.infected')}</strong> : null}
            </p>
          ) : null}
          {paper.file?.drawable ? (
            <button type="button" class="thumb-button" aria-label={`${words('papers.view')}: ${name}`} onClick={() => setViewing(!viewing)}>
              <Thumb path={path.replace(/content$/, 'thumbnail')} sha256={paper.file.sha256} />
            </button>
          ) : null}
          {paper.asked?.open ? (
            <p class="soon">
              {words('papers.asked', { reason: named('reason', paper.asked.reasonCode) })}
              {paper.asked.note ? ` · ${paper.asked.note}` : ''}
            </p>
          ) : null}
        </div>
        <div class="row paper-buttons">
          {takes && paper.open ? (
            <button type="button" aria-label={`${words('papers.presented')}: ${name}`} onClick={() => void enter.run(usual)}>
              {enter.busy.value ? words('papers.saving') : words('papers.presented')}
            </button>
          ) : null}
          {takes && paper.open ? (
            <button
              type="button"
              class="quiet"
              aria-label={`${words('papers.na')}: ${name}`}
              onClick={() => void enter.run({ state: 'NOT_APPLICABLE', reason: words('papers.na.usual') })}
            >
              {words('papers.na')}
            </button>
          ) : null}
          {takes && dossier.stage === 'PREPARING' && paper.state !== 'MISSING' ? (
            <button type="button" class="quiet" aria-label={`${words('papers.missing')}: ${name}`} onClick={() => void enter.run({ state: 'MISSING' })}>
              {words('papers.missing')}
            </button>
          ) : null}
          {takes ? (
            <button type="button" class="quiet" aria-expanded={editing ? 'true' : 'false'} aria-label={`${words('papers.more')}: ${name}`} onClick={() => setEditing(!editing)}>
              {words('papers.more')}
            </button>
          ) : null}
          {takes && paper.open ? (
            <button type="button" class="quiet" aria-expanded={looking ? 'true' : 'false'} aria-label={`${words('papers.earlier')}: ${name}`} onClick={() => setLooking(!looking)}>
              {words('papers.earlier')}
            </button>
          ) : null}
          {takes ? (
            <button type="button" class="quiet" aria-label={`${paper.file ? words('papers.rescan') : words('papers.scan')}: ${name}`} onClick={() => picker.current?.click()}>
              {attach.busy.value ? words('papers.saving') : paper.file ? words('papers.rescan') : words('papers.scan')}
            </button>
          ) : null}
          {paper.file ? (
            <button type="button" class="quiet" aria-expanded={viewing ? 'true' : 'false'} aria-label={`${words('papers.view')}: ${name}`} onClick={() => setViewing(!viewing)}>
              {words('papers.view')}
            </button>
          ) : null}
        </div>
        <input
          ref={picker}
          type="file"
          class="hidden"
          tabIndex={-1}
          aria-label={`${words('papers.scan')}: ${name}`}
          accept={`${SCANS},.docx,.xlsx,.odt,.ods,.doc,.xls`}
          onChange={(event) => {
            const scan = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            setTooLarge(scan !== undefined && scan.size > MOST_BYTES);
            if (scan && scan.size <= MOST_BYTES) void attach.run(scan);
          }}
        />
      </div>
      {tooLarge ? <p class="error">{words('papers.too-large')}</p> : null}
      <ProblemNote
        problem={problem}
        reload={() => void onEntered().then(() => [enter, attach].forEach((each) => each.clear()))}
        close={() => [enter, attach].forEach((each) => each.clear())}
      />
      {editing ? <PaperEditor paper={paper} usual={usual} busy={enter.busy.value} onSave={(entry) => void enter.run(entry)} onCancel={() => setEditing(false)} /> : null}
      {looking ? <Earlier dossier={dossier} paper={paper} onEntered={done} /> : null}
      {viewing && paper.file ? <FileView path={path} label={name} /> : null}
    </li>
  );
}
