import { useRef, useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { unitName } from '../../api/names';
import type { AnswerKind, Case, CaseAction, Opinion } from '../../api/shapes';
import { Choices, Field } from '../../parts/field';
import { FileView } from '../../parts/file-view';
import { forget, useKept } from '../../parts/kept';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded } from '../../parts/states';
import { onPaper, when } from '../../time/legal';
import { named, words } from '../../words/words';
import { answerOpinion, attachAnswer, readAskedOf, readOpinions } from './beside';
import { actOnCase } from './cases';

const KINDS: AnswerKind[] = ['AGREED', 'AGREED_IN_PART', 'DISAGREED', 'NOT_COMPETENT'];

/** What one commune answers another: mostly what it has on record. */
const COMMUNE_KINDS: AnswerKind[] = ['CONFIRMED', 'NOT_CONFIRMED', 'NO_RECORD', 'AGREED', 'DISAGREED', 'NOT_COMPETENT', 'DECLINED'];

/** The department, and its commune where that is another one. */
const place = (department: string, unit: string, own: string): string =>
  unit === own ? named('department', department) : `${named('department', department)}, ${unitName(unit)}`;

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
              <strong>{place(each.toDepartment, each.toUnit, one.unit)}</strong>
              {each.askedAs ? <span class="small"> · {words('opinion.as', { unit: unitName(each.askedAs) })}</span> : null} · {standingOf(each)} ·{' '}
              {words('opinion.due', { at: when(each.due) })}
            </p>
            <Hint each={each} caseDue={one.due} />
            <p class="small">{each.question}</p>
            <Answered one={each} />
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

/** What those who asked have to know of an answer that is not there. */
export function Hint({ each, caseDue }: { each: Opinion; caseDue: string | null }) {
  if (each.state !== 'OPEN') return null;
  if (each.late) return <p class="note">{words('opinion.silence')}</p>;
  return caseDue !== null && each.due > caseDue ? <p class="note">{words('opinion.after-due')}</p> : null;
}

/** What was answered, by whom and when, with its file; nothing while nothing was. */
const Answered = ({ one }: { one: Opinion }) => (
  <>
    {one.answer ? (
      <p>
        {named('opinion.answer', one.answerKind)}: {one.answer}{' '}
        <span class="small">
          · {one.answeredBy} · {one.answeredAt ? onPaper(one.answeredAt) : ''}
        </span>
      </p>
    ) : null}
    <AnswerFile one={one} />
  </>
);

function AnswerFile({ one }: { one: Opinion }) {
  const [viewing, setViewing] = useState(false);
  if (!one.file) return null;
  return (
    <p>
      {words('opinion.file')}{' '}
      <button type="button" class="quiet" aria-expanded={viewing ? 'true' : 'false'} onClick={() => setViewing(!viewing)}>
        {words('papers.view')}
      </button>
      {viewing ? <FileView path={`/api/processing/opinions/${one.id}/file`} label={words('opinion.file')} /> : null}
    </p>
  );
}

/** What other departments, and other communes, ask of this one, the earliest date first. */
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
      <Closed unit={unit} department={department} />
    </section>
  );
}

/** What this department answered, or need not answer any more; read when it is looked for. */
function Closed({ unit, department }: { unit: string; department: string }) {
  const [looked, setLooked] = useState(false);
  const live = useLive<Opinion[]>(looked ? `asked closed ${unit} ${department}` : null, (signal) => readAskedOf(unit, department, signal, true), 60);
  return (
    <details onToggle={(event) => setLooked(event.currentTarget.open)}>
      <summary>{words('opinion.closed')}</summary>
      {looked ? <Loaded live={live}>{(items) => <ClosedList items={items} />}</Loaded> : null}
    </details>
  );
}

export const ClosedList = ({ items }: { items: Opinion[] }) =>
  items.length === 0 ? (
    <p class="empty">{words('opinion.closed.none')}</p>
  ) : (
    <ul class="plain">
      {items.map((each) => (
        <li key={each.id} class="paper-row">
          <p>
            <span aria-hidden="true">{each.state === 'ANSWERED' ? '✓' : '–'}</span> <span class="code">{each.code}</span> · {each.procedureName ?? each.procedureCode} ·{' '}
            {place(each.fromDepartment, each.fromUnit, each.toUnit)} · {standingOf(each)}
          </p>
          <p class="small">{each.question}</p>
          <Answered one={each} />
        </li>
      ))}
    </ul>
  );

export function Owed({ one, refresh }: { one: Opinion; refresh: () => Promise<void> }) {
  const [open, setOpen] = useState(false);
  const elsewhere = one.fromUnit !== one.toUnit;
  const kinds = elsewhere ? COMMUNE_KINDS : KINDS;
  const [kind, setKind] = useKept<AnswerKind>(`${one.id}/ANSWER/kind`, kinds[0]!);
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
        {place(one.fromDepartment, one.fromUnit, one.toUnit)} · {standingOf(one)} · {words('opinion.due', { at: when(one.due) })}
      </p>
      <p>{one.question}</p>
      <p class="small">
        {one.askedBy} · {onPaper(one.askedAt)}
        {one.askedAs ? ` · ${words('opinion.as', { unit: unitName(one.askedAs) })}` : ''}
      </p>
      {open && one.mayAnswer ? (
        <>
          <Choices label={words('opinion.kind')} value={kind} options={kinds.map((value) => ({ value, label: named('opinion.answer', value) }))} onPick={setKind} />
          <Field label={kind === 'DECLINED' ? words('opinion.reason') : words('opinion.text')} value={text} onInput={setText} rows={3} maxLength={4000} required problem={act.problem.value?.at('/text') ?? null} />
          <AnswerFile one={one} />
          <AttachAnswer one={one} refresh={refresh} />
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

/** A file to the answer; another takes its place until the answer is sent. */
function AttachAnswer({ one, refresh }: { one: Opinion; refresh: () => Promise<void> }) {
  const picker = useRef<HTMLInputElement>(null);
  const upload = useAct<{ file: File; seen: Opinion }, unknown>(
    [one.id],
    ({ file, seen }) => attachAnswer(seen, file),
    () => void refresh(),
  );
  return (
    <>
      <p>
        <button type="button" class="quiet" disabled={upload.busy.value} onClick={() => picker.current?.click()}>
          {upload.busy.value ? words('papers.saving') : words('opinion.attach')}
        </button>
      </p>
      <input
        ref={picker}
        type="file"
        class="hidden"
        tabIndex={-1}
        aria-label={words('opinion.attach')}
        accept="application/pdf,image/png,image/jpeg"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void upload.run({ file, seen: one });
        }}
      />
      <ProblemNote problem={upload.problem.value} reload={() => void refresh().then(upload.clear)} close={upload.clear} />
    </>
  );
}
