import { useState } from 'preact/hooks';
import { useLive } from '../../api/live';
import { body, intake } from '../../api/services';
import type { Dossier } from '../../api/shapes';
import { StandingMark } from '../../parts/due';
import { Loaded } from '../../parts/states';
import { clockTime, legalDay, onPaper, when } from '../../time/legal';
import { named, words } from '../../words/words';

type Limit = Dossier['clock']['limit'];

export function limitText(limit: Limit | null): string {
  if (!limit) return words('limit.none');
  return limit.unit === 'SAME_DAY'
    ? words('limit.SAME_DAY', { cutOff: (limit.cutOff ?? '15:00').slice(0, 5) })
    : words(`limit.${limit.unit}`, { n: limit.amount });
}

/** The date, how far it is, and why it is that date. */
export function ClockBox({ dossier }: { dossier: Dossier }) {
  const { clock } = dossier;
  const [why, setWhy] = useState(false);
  const running = clock.receivedAt !== null;
  return (
    <section class="clock" aria-label={words('due.title')}>
      <h2>{words('due.title')}</h2>
      {running ? (
        <p>
          {clock.due ? <strong class="big">{when(clock.due)}</strong> : <strong>{words('due.none')}</strong>}
          <br />
          <StandingMark
            due={clock.due}
            paused={clock.pausedSince !== null}
            ended={clock.endedAt !== null}
            note={
              clock.punctuality
                ? named('punctuality', clock.punctuality)
                : clock.pausedSince
                  ? words('due.paused', { at: when(clock.pausedSince) })
                  : null
            }
          />
        </p>
      ) : (
        <p>
          {words('due.before')}: <strong>{limitText(clock.limit)}</strong>
        </p>
      )}
      <ul class="plain-lines">
        {!running && clock.acknowledgeBy ? <li>{words('due.acknowledge', { at: when(clock.acknowledgeBy) })}</li> : null}
        {clock.promised ? <li>{words('due.promised', { at: when(clock.promised) })}</li> : null}
        {clock.originalDue && clock.originalDue !== clock.due ? <li>{words('due.original', { at: onPaper(clock.originalDue) })}</li> : null}
        {clock.endedAt ? <li>{words('due.ended', { at: onPaper(clock.endedAt) })}</li> : null}
        {clock.provisional ? <li>{words('due.provisional')}</li> : null}
      </ul>
      {running ? (
        <details open={why} onToggle={(event) => setWhy(event.currentTarget.open)}>
          <summary>{words('due.why')}</summary>
          {why ? <Why dossier={dossier} /> : null}
        </details>
      ) : null}
    </section>
  );
}

function Why({ dossier }: { dossier: Dossier }) {
  const live = useLive(`deadline ${dossier.id} ${dossier.revision}`, (signal) =>
    body(intake.GET('/api/intake/dossiers/{id}/deadline', { params: { path: { id: dossier.id } }, signal })), 3600);
  return (
    <Loaded live={live}>
      {(deadline) => (
        <>
          <p>
            {words('due.limit', { limit: limitText(deadline.limit) })}
            {deadline.receivedAt ? ` · ${words('due.received', { at: onPaper(deadline.receivedAt) })}` : ''}
            {deadline.limit?.agreedReason ? ` · ${words('due.agreed', { reason: deadline.limit.agreedReason })}` : ''}
          </p>
          <ul class="stretches">
            {deadline.stretches.map((stretch) => (
              <li key={stretch.from} class={stretch.kind === 'COUNTED' ? 'counted' : 'rest'}>
                {span(stretch.from, stretch.to)}: {named('stretch', stretch.kind)}, {named('stretch-reason', stretch.reason)}
                {stretch.note ? ` (${stretch.kind === 'PAUSED' ? named('stage', stretch.note) : stretch.note})` : ''}
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

/** 07:30–11:30 25/11/2026, or both ends in full where they lie on two days. */
function span(from: string, to: string): string {
  return legalDay(from) === legalDay(to)
    ? `${clockTime(from)}–${onPaper(to)}`
    : `${onPaper(from)} – ${onPaper(to)}`;
}
