import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { useLive } from '../../api/live';
import { body, intake } from '../../api/services';
import type { Dossier, EarlierPaper, EnteredPaper, Paper } from '../../api/shapes';
import { Tick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { plainDay } from '../../time/legal';
import { words } from '../../words/words';

interface EarlierProps {
  dossier: Dossier;
  paper: Paper;
  onEntered: () => void;
}

/** Papers of earlier dossiers of the same person, to be used again once the person agrees. */
export function Earlier({ dossier, paper, onEntered }: EarlierProps) {
  const [agreed, setAgreed] = useState(false);
  const path = { id: dossier.id, component: paper.component };
  const live = useLive(`earlier ${dossier.id} ${paper.component}`, () =>
    body(intake.GET('/api/intake/dossiers/{id}/papers/{component}/earlier', { params: { path } })),
  );
  const reuse = useAct<EarlierPaper, EnteredPaper>(
    [dossier.id, paper.component],
    (from) =>
      body(
        intake.PUT('/api/intake/dossiers/{id}/papers/{component}/reused', {
          params: { path },
          headers: { 'If-Match': paper.etag },
          body: { dossierId: from.dossierId, component: from.component, consent: true },
        }),
      ),
    onEntered,
  );
  const found = live.data.value;
  if (!found) return live.problem.value ? <ProblemNote problem={live.problem.value} retry={() => void live.refresh()} /> : <p class="waiting">{words('file.loading')}</p>;
  if (found.items.length === 0) return <p class="empty">{words('papers.earlier.none')}</p>;
  return (
    <div class="paper-editor">
      <Tick checked={agreed} onTick={setAgreed}>
        {words('papers.earlier.consent')}
      </Tick>
      <ul class="plain">
        {found.items.map((each) => (
          <li key={`${each.dossierId} ${each.component}`} class="row">
            <span class="grow">
              {each.name ?? each.component}
              <span class="small">
                {' '}
                · {each.code ?? each.reference} · {plainDay(each.on)}
                {each.pages ? ` · ${words('papers.pages', { pages: each.pages })}` : ''}
                {each.validUntil ? ` · ${words('papers.valid-until', { day: plainDay(each.validUntil) })}` : ''}
                {each.expired ? ` · ${words('papers.earlier.expired')}` : ''}
              </span>
            </span>
            <button
              type="button"
              aria-disabled={!agreed || each.expired || reuse.busy.value ? 'true' : undefined}
              onClick={() => {
                if (agreed && !each.expired) void reuse.run(each);
              }}
            >
              {reuse.busy.value ? words('papers.saving') : words('papers.earlier.use')}
            </button>
          </li>
        ))}
      </ul>
      <ProblemNote problem={reuse.problem.value} reload={onEntered} close={reuse.clear} />
    </div>
  );
}
