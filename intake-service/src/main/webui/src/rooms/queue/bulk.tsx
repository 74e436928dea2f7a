import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import type { BulkAct, BulkResults, Case, DepartmentOfficer } from '../../api/shapes';
import { Confirm } from '../../parts/confirm';
import { Pick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { named, words } from '../../words/words';
import { actOnMany, readOfficers } from './cases';

interface BulkProps {
  unit: string;
  department: string;
  chosen: Case[];
  /** After the act: what was done is no longer chosen. */
  onDone: (results: BulkResults) => void;
}

/** What the director does with the chosen cases at once, with a result for each. */
export function Bulk({ unit, department, chosen, onDone }: BulkProps) {
  const officers = useLive<DepartmentOfficer[]>(`officers ${unit} ${department}`, (signal) => readOfficers(unit, department, signal), 60);
  const [to, setTo] = useState('');
  const [asks, setAsks] = useState<BulkAct | null>(null);
  const [outcome, setOutcome] = useState<{ results: BulkResults; codes: Record<string, string> } | null>(null);
  const act = useAct<{ act: BulkAct; seen: Case[] }, BulkResults>(
    [department],
    ({ act: meant, seen }, key) => actOnMany(seen, meant, key),
    (results, { seen }) => {
      setAsks(null);
      setOutcome({ results, codes: Object.fromEntries(seen.map((one) => [one.id, one.code ?? one.reference])) });
      changed();
      onDone(results);
      say(words('bulk.done', { done: results.done, refused: results.refused }));
    },
  );
  const assignee = officers.data.value?.find((each) => each.subject === to);
  const release = chosen.filter((one) => one.state === 'CLAIMED');
  return (
    <section class="bulk" aria-label={words('bulk.title')}>
      {chosen.length > 0 ? (
        <>
          <p>
            <strong>{words('bulk.chosen', { n: chosen.length })}</strong>
          </p>
          <div class="filters">
            <Pick
              label={words('case.reassign.to')}
              value={to}
              empty={words('field.choose')}
              options={(officers.data.value ?? []).map((each) => ({ value: each.subject, label: each.name ?? each.subject }))}
              onPick={setTo}
            />
            <p class="row">
              <button
                type="button"
                class="quiet"
                aria-disabled={assignee ? undefined : 'true'}
                onClick={() => assignee && setAsks({ action: 'REASSIGN', assignee: assignee.subject, assigneeName: assignee.name ?? assignee.subject })}
              >
                {words('bulk.reassign')}
              </button>
              <button type="button" class="quiet" aria-disabled={release.length > 0 ? undefined : 'true'} onClick={() => release.length > 0 && setAsks({ action: 'RELEASE' })}>
                {words('bulk.release')}
              </button>
            </p>
          </div>
        </>
      ) : null}
      {outcome && outcome.results.refused > 0 ? (
        <ul class="outcomes plain-lines" aria-label={words('bulk.outcomes')}>
          {outcome.results.results
            .filter((each) => each.status !== 200)
            .map((each) => (
              <li key={each.id}>
                <span class="code">{outcome.codes[each.id] ?? each.id}</span>: <span class="late">{titleOf(each.problem)}</span>
              </li>
            ))}
        </ul>
      ) : null}
      <ProblemNote problem={asks ? null : act.problem.value} retry={act.again} close={act.clear} />
      {asks ? (
        <Confirm
          sentence={
            asks.action === 'REASSIGN'
              ? words('bulk.confirm.reassign', { n: chosen.length, who: asks.assigneeName ?? '' })
              : words('bulk.confirm.release', { n: release.length })
          }
          act={named('action', asks.action)}
          busy={act.busy.value}
          problem={act.problem.value}
          onConfirm={() => void act.run({ act: asks, seen: asks.action === 'RELEASE' ? release : chosen })}
          onCancel={() => setAsks(null)}
        />
      ) : null}
    </section>
  );
}

const titleOf = (problem: unknown): string =>
  typeof problem === 'object' && problem !== null && 'title' in problem && typeof problem.title === 'string' ? problem.title : words('problem.unknown');
