import { Link } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { useLive } from '../../api/live';
import type { Escalation } from '../../api/shapes';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import { acknowledge, readEscalations } from './beside';

/** What the watch raised to the officer and is not over; nothing where all is well. */
export function Raised({ unit }: { unit: string }) {
  const live = useLive<Escalation[]>(`raised ${unit}`, (signal) => readEscalations(unit, signal), 60);
  const act = useAct<{ one: Escalation }, Escalation>(
    [unit],
    ({ one }, key) => acknowledge(one, key),
    () => {
      say(words('raised.said'));
      void live.refresh();
    },
  );
  const all = live.data.value ?? [];
  if (all.length === 0) return null;
  return (
    <section class="raised">
      <h2>{words('raised.title', { n: all.length })}</h2>
      <ProblemNote problem={act.problem.value} retry={act.again} reload={() => void act.renew(live.refresh)} close={act.clear} />
      <ul class="plain">
        {all.map((one) => (
          <li key={one.id} class={one.acknowledgedAt ? 'paper-row' : 'paper-row open'}>
            <span aria-hidden="true">▲</span> <strong>{named('raised.kind', one.kind)}</strong> ·{' '}
            <Link href={`/queue/${one.caseId}`}>
              <span class="code">{one.code}</span>
            </Link>{' '}
            · {named('department', one.department)} · {words('raised.since', { at: when(one.since) })}
            <span class="small"> · {named('raised.level', one.level)}</span>{' '}
            {one.acknowledgedAt ? (
              <span class="small">{words('raised.known', { who: one.acknowledgedBy ?? '', at: when(one.acknowledgedAt) })}</span>
            ) : (
              <button type="button" class="quiet" disabled={act.busy.value} aria-label={`${words('raised.know')}: ${one.code}`} onClick={() => void act.run({ one })}>
                {words('raised.know')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
