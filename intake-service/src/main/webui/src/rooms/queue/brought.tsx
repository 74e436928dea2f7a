import { useState } from 'preact/hooks';
import type { Dossier } from '../../api/shapes';
import { FileView } from '../../parts/file-view';
import { named, words } from '../../words/words';
import { OriginalsSeen } from '../counter/original-rows';
import { PersonLine } from '../counter/people';

/** What the person brought, for reading only. */
export function Brought({ dossier }: { dossier: Dossier }) {
  const [viewing, setViewing] = useState<string | null>(null);
  return (
    <>
      <dl class="facts people">
        <PersonLine part="owner" person={dossier.people.owner} />
        <PersonLine part="submitter" person={dossier.people.submitter} />
      </dl>
      {dossier.caseName ? <p class="small">{words('papers.group', { name: dossier.caseName })}</p> : null}
      <ul class="plain">
        {dossier.papers.map((paper) => (
          <li key={paper.component} class={paper.open ? 'paper-row open' : 'paper-row'}>
            <div class="paper-line">
              <span class="paper-mark" aria-hidden="true">
                {paper.open ? '☐' : '✓'}
              </span>
              <div class="paper-name">
                {paper.name ?? paper.component}
                <span class="small">
                  {' '}
                  · {named('paper-state', paper.state)}
                  {paper.state === 'PRESENTED' && paper.presentedAs ? `, ${named('presented', paper.presentedAs)} × ${paper.quantity}` : ''}
                  {paper.reason ? ` · ${paper.reason}` : ''}
                </span>
              </div>
              {paper.file ? (
                <button
                  type="button"
                  class="quiet"
                  aria-expanded={viewing === paper.component ? 'true' : 'false'}
                  aria-label={`${words('papers.view')}: ${paper.name ?? paper.component}`}
                  onClick={() => setViewing(viewing === paper.component ? null : paper.component)}
                >
                  {words('papers.view')}
                </button>
              ) : null}
            </div>
            {viewing === paper.component ? (
              <FileView path={`/api/intake/dossiers/${dossier.id}/papers/${paper.component}/content`} label={paper.name ?? paper.component} />
            ) : null}
          </li>
        ))}
      </ul>
      <OriginalsSeen dossier={dossier} />
    </>
  );
}
