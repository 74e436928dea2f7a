import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import type { Case, CaseAction, DraftOffer } from '../../api/shapes';
import { Choices, Field, Pick } from '../../parts/field';
import { FileView } from '../../parts/file-view';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { onPaper, when } from '../../time/legal';
import { named, words } from '../../words/words';
import { readCaseOf, readDrafts } from './beside';
import { actOnCase } from './cases';

const FAULTS = ['NAME_WRONG', 'DATE_WRONG', 'PLACE_WRONG', 'PARENT_WRONG', 'NUMBER_WRONG', 'OTHER_WRONG'] as const;
const HOW = ['COUNTER', 'PHONE', 'LETTER'] as const;

/** Where a case stands with the draft that the person has to see, as a sentence; null where its procedure asks for none. */
export function draftSentence(one: Pick<Case, 'draft'>): string | null {
  if (!one.draft) return null;
  return one.draft.state === 'OFFERED' && one.draft.until
    ? words('certificate.stands.OFFERED', { at: onPaper(one.draft.until) })
    : named('certificate.stands', one.draft.state);
}

/** The drafts offered to the person, what they said, and the form in which the desk writes it down. */
export function DraftBox({ one, take, refresh }: { one: Case; take: (after: Case) => void; refresh: () => Promise<void> }) {
  const live = useLive<DraftOffer[]>(one.draft ? `drafts ${one.id} ${one.revision}` : null, (signal) => readDrafts(one.id, signal), 60);
  const sentence = draftSentence(one);
  if (sentence === null) return null;
  const offers = live.data.value ?? [];
  const open = offers.find((each) => each.state === 'OFFERED');
  return (
    <section class="opinions">
      <h2>{words('certificate.title')}</h2>
      <p class={one.draft?.state === 'OBJECTED' ? 'error' : 'note'}>{sentence}</p>
      <ProblemNote problem={live.problem.value} retry={() => void live.refresh()} />
      <ul class="plain">
        {offers.map((each) => (
          <DraftRow key={each.id} one={each} />
        ))}
      </ul>
      {open && one.allowedActions.includes('CONFIRM_DRAFT') ? <AtTheDesk one={one} draft={open} take={take} refresh={refresh} /> : null}
    </section>
  );
}

/** The same for the desk that received the dossier: what the person says of the draft there or by telephone. */
export function DraftAtCounter({ dossierId }: { dossierId: string }) {
  const live = useLive<{ one: Case | null }>(`case of ${dossierId}`, async (signal) => ({ one: await readCaseOf(dossierId, signal) }), 30);
  const one = live.data.value?.one ?? null;
  return one ? <DraftBox one={one} take={(after) => live.set({ one: after })} refresh={() => live.refresh()} /> : null;
}

/** One draft: when it was offered, what came of it, and the person's words. */
export function DraftRow({ one }: { one: DraftOffer }) {
  const [viewing, setViewing] = useState(false);
  const mark = one.state === 'CONFIRMED' ? '✓' : one.state === 'OBJECTED' ? '▲' : one.state === 'OVER' ? '–' : '●';
  return (
    <li class={one.state === 'OFFERED' ? 'paper-row open' : 'paper-row'}>
      <p>
        <span aria-hidden="true">{mark}</span> <strong>{named('certificate.state', one.state)}</strong> · {words('certificate.offered', { who: one.offeredBy ?? '', at: onPaper(one.offeredAt) })}
        {one.state === 'OFFERED' ? ` · ${words('certificate.until', { at: when(one.until) })}` : ''}
      </p>
      {one.answeredBy && one.answeredAt ? (
        <p class="small">
          {named('certificate.by', one.answeredBy)} · {onPaper(one.answeredAt)}
          {one.how ? ` · ${named('certificate.how', one.how)}` : ''}
          {one.officer ? ` · ${one.officer}` : ''}
        </p>
      ) : null}
      {one.fault ? (
        <p>
          <strong>{named('certificate.fault', one.fault)}</strong>: {one.objection}
        </p>
      ) : null}
      <p>
        <button type="button" class="quiet" aria-expanded={viewing ? 'true' : 'false'} onClick={() => setViewing(!viewing)}>
          {words('certificate.view')}
        </button>
      </p>
      {viewing ? <FileView path={`/api/processing/results/${one.result}`} label={words('certificate.title')} /> : null}
    </li>
  );
}

/** What the person told the desk about the draft, and how. */
function AtTheDesk({ one, draft, take, refresh }: { one: Case; draft: DraftOffer; take: (after: Case) => void; refresh: () => Promise<void> }) {
  const [right, setRight] = useState<'RIGHT' | 'WRONG'>('RIGHT');
  const [how, setHow] = useState<(typeof HOW)[number]>('PHONE');
  const [fault, setFault] = useState<string>(FAULTS[0]);
  const [text, setText] = useState('');
  const act = useAct<{ action: CaseAction; seen: Case }, Case>(
    [one.id],
    ({ action, seen }, key) => actOnCase(seen, action, key),
    (after, { action }) => {
      take(after);
      changed();
      say(words('act.done', { act: named('action', action.action) }));
    },
  );
  const action: CaseAction =
    right === 'RIGHT'
      ? { action: 'CONFIRM_DRAFT', draft: draft.id, how }
      : { action: 'OBJECT_DRAFT', draft: draft.id, how, fault: fault as 'NAME_WRONG', text: text.trim() };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void act.run({ action, seen: one });
      }}
    >
      <Choices
        label={words('certificate.said')}
        value={right}
        options={[
          { value: 'RIGHT', label: words('certificate.said.right') },
          { value: 'WRONG', label: words('certificate.said.wrong') },
        ]}
        onPick={setRight}
      />
      <Choices label={words('certificate.how')} value={how} options={HOW.map((value) => ({ value, label: named('certificate.how', value) }))} onPick={setHow} />
      {right === 'WRONG' ? (
        <>
          <Pick label={words('certificate.fault')} value={fault} options={FAULTS.map((value) => ({ value, label: named('certificate.fault', value) }))} onPick={setFault} />
          <Field label={words('certificate.text')} value={text} onInput={setText} rows={3} maxLength={2000} required problem={act.problem.value?.at('/text') ?? null} />
        </>
      ) : null}
      <ProblemNote problem={act.problem.value} retry={act.again} reload={() => void act.renew(refresh)} close={act.clear} />
      <p class="row">
        <button class="main" disabled={act.busy.value || (right === 'WRONG' && text.trim() === '')}>
          {words('certificate.note')}
        </button>
      </p>
    </form>
  );
}
