import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import type { AnswerKind, Case, CaseAction, Opinion } from '../../api/shapes';
import { Choices, Field } from '../../parts/field';
import { forget, useKept } from '../../parts/kept';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded } from '../../parts/states';
import { onPaper, when } from '../../time/legal';
import { named, words } from '../../words/words';
import { answerOpinion, readAskedOf, readOpinions } from './beside';
import { actOnCase } from './cases';

const KINDS: AnswerKind[] = ['AGREED', 'AGREED_IN_PART', 'DISAGREED', 'NOT_COMPETENT'];

/** One word for where an opinion stands, with a shape, never colour alone. */
export const standingOf = (one: Pick<Opinion, 'state' | 'late'>): string =>
  one.state === 'OPEN' ? words(one.late ? 'opinion.state.LATE' : 'opinion.state.OPEN') : one.state === 'ANSWERED' && one.late ? words('opinion.state.ANSWERED_LATE') : named('opinion.state', one.state);

/** What a case asked other departments, and what they said. */
export function OpinionsBox({ one, take, refresh }: { one: Case; take: (after: Case) => void; refresh: () => Promise<void> }) {
  const live = useLive<Opinion[]>(`opinions ${one.id} ${one.revision}`, (signal) => readOpinions(one.id, signal), 60);
  const act = useAct<{ action: CaseAction; seen: Case }, Case>(
    [one.id],
    ({ action, seen }, key) => actOnCase(seen, action, key),
    (after) => {
      take(after);
      changed();
      say(words('act.done', { act: named('action', 'WITHDRAW_OPINION') }));
    },
  );
  const mayWithdraw = one.allowedActions.includes('WITHDRAW_OPINION');
  if ((live.data.value ?? []).length === 0) return null;
  return (
    <section class="opinions">
      <h2>{words('opinion.title')}</h2>
      <ProblemNote problem={act.problem.value} retry={act.again} reload={() => void act.renew(refresh)} close={act.clear} />
      <ul class="plain">
        {(live.data.value ?? []).map((each) => (
          <li key={each.id} class={each.state === 'OPEN' ? 'paper-row open' : 'paper-row'}>
            <p>
              <span aria-hidden="true">{each.state === 'ANSWERED' ? '✓' : each.state === 'WITHDRAWN' ? '–' : each.late ? '▲' : '●'}</span>{' '}
              <strong>{named('department', each.toDepartment)}</strong>
              {each.toUnit === one.unit ? null : <span class="small"> · {each.toUnit}</span>} · {standingOf(each)} · {words('opinion.due', { at: when(each.due) })}
            </p>
            <p class="small">{each.question}</p>
            {each.answer ? (
              <p>
                {named('opinion.answer', each.answerKind)}: {each.answer}{' '}
                <span class="small">
                  · {each.answeredBy} · {each.answeredAt ? onPaper(each.answeredAt) : ''}
                </span>
              </p>
            ) : null}
            {mayWithdraw && each.state === 'OPEN' ? (
              <button
                type="button"
                class="quiet"
                disabled={act.busy.value}
                onClick={() =>
                  void act.run({
                    action: { action: 'WITHDRAW_OPINION', fence: one.holder?.fence ?? 0, opinion: each.id, reasonCode: 'NOT_NEEDED' },
                    seen: one,
                  })
                }
              >
                {named('action', 'WITHDRAW_OPINION')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What other departments ask of this one, the earliest date first. */
export function AskedOfUs({ unit, department }: { unit: string; department: string }) {
  const live = useLive<Opinion[]>(`asked ${unit} ${department}`, (signal) => readAskedOf(unit, department, signal), 30);
  const owed = live.data.value ?? [];
  return (
    <section class="asked">
      <details open={owed.length > 0}>
        <summary>{words('opinion.asked', { n: owed.length })}</summary>
        <Loaded live={live}>
          {(items) =>
            items.length === 0 ? (
              <p class="empty">{words('opinion.asked.none')}</p>
            ) : (
              <ul class="plain">
                {items.map((each) => (
                  <Owed key={each.id} one={each} refresh={live.refresh} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </details>
    </section>
  );
}

export function Owed({ one, refresh }: { one: Opinion; refresh: () => Promise<void> }) {
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useKept<AnswerKind>(`${one.id}/ANSWER/kind`, 'AGREED');
  const [text, setText] = useKept(`${one.id}/ANSWER/text`, '');
  const act = useAct<{ kind: AnswerKind; text: string; seen: Opinion }, Opinion>(
    [one.id],
    ({ seen, ...answer }, key) => answerOpinion(seen, answer.kind, answer.text, key),
    () => {
      forget(`${one.id}/ANSWER/`);
      changed();
      say(words('opinion.answered'));
      void refresh();
    },
  );
  return (
    <li class="paper-row open">
      <p>
        <span aria-hidden="true">{one.late ? '▲' : '●'}</span> <span class="code">{one.code}</span> · {one.procedureName ?? one.procedureCode} ·{' '}
        {named('department', one.fromDepartment)} · {standingOf(one)} · {words('opinion.due', { at: when(one.due) })}
      </p>
      <p>{one.question}</p>
      <p class="small">
        {one.askedBy} · {onPaper(one.askedAt)}
      </p>
      {open && one.mayAnswer ? (
        <>
          <Choices label={words('opinion.kind')} value={kind} options={KINDS.map((value) => ({ value, label: named('opinion.answer', value) }))} onPick={setKind} />
          <Field label={words('opinion.text')} value={text} onInput={setText} rows={3} maxLength={4000} required problem={act.problem.value?.at('/text') ?? null} />
          <ProblemNote problem={act.problem.value} retry={act.again} reload={() => void act.renew(refresh)} close={act.clear} />
          <p>
            <button type="button" disabled={text.trim() === '' || act.busy.value} onClick={() => void act.run({ kind, text: text.trim(), seen: one })}>
              {words('opinion.send')}
            </button>
          </p>
        </>
      ) : one.mayAnswer ? (
        <button type="button" class="quiet" onClick={() => setOpen(true)}>
          {words('opinion.reply')}
        </button>
      ) : null}
    </li>
  );
}
