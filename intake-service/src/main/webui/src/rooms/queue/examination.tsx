import { useRef, useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import type { AttachmentKind, Case, CaseAction, Examination } from '../../api/shapes';
import { Choices, Field, Pick } from '../../parts/field';
import { FileView } from '../../parts/file-view';
import { forget, useKept } from '../../parts/kept';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded } from '../../parts/states';
import { onPaper, when } from '../../time/legal';
import { named, words } from '../../words/words';
import { attachFile, readExamination } from './beside';
import { actOnCase } from './cases';

type Item = Examination['items'][number];
type Answer = NonNullable<Item['answer']>;
export interface Found {
  answer: Answer;
  note: string;
}

const ANSWERS: Answer[] = ['MET', 'NOT_MET', 'NOT_APPLICABLE'];
const KINDS: AttachmentKind[] = ['MINUTES', 'SURVEY', 'PHOTO', 'LETTER', 'OTHER'];

/** What is to be sent: findings that differ from what is kept, and the note; null while something is missing. */
export function examined(items: Item[], typed: Record<string, Found>, note: string, fence: number): Extract<CaseAction, { action: 'EXAMINE' }> | null {
  const findings = items
    .filter((item) => {
      const found = typed[item.id];
      return found && (found.answer !== item.answer || (found.answer === 'NOT_MET' && found.note.trim() !== (item.note ?? '')));
    })
    .map((item) => ({ item: item.id, answer: typed[item.id]!.answer, note: typed[item.id]!.note.trim() || undefined }));
  if (findings.some((each) => each.answer === 'NOT_MET' && !each.note)) return null;
  if (findings.length === 0 && note.trim() === '') return null;
  return { action: 'EXAMINE', fence, findings, note: note.trim() || undefined } as Extract<CaseAction, { action: 'EXAMINE' }>;
}

/** The checklist of the version the dossier was received under, the department's notes and its files. */
export function ExaminationBox({ one, take, refresh }: { one: Case; take: (after: Case) => void; refresh: () => Promise<void> }) {
  const live = useLive<Examination>(`examination ${one.id} ${one.revision}`, (signal) => readExamination(one.id, signal), 60);
  return (
    <section class="examination">
      <h2>
        {words('exam.title')}
        {one.checklistOpen > 0 ? <span class="small"> · {words('exam.open', { n: one.checklistOpen })}</span> : null}
      </h2>
      <Loaded live={live}>{(exam) => <Checklist one={one} exam={exam} take={take} refresh={refresh} />}</Loaded>
    </section>
  );
}

function Checklist({ one, exam, take, refresh }: { one: Case; exam: Examination; take: (after: Case) => void; refresh: () => Promise<void> }) {
  const holds = one.allowedActions.includes('EXAMINE');
  const [typed, setTyped] = useKept<Record<string, Found>>(`${one.id}/EXAMINE/found`, {});
  const [note, setNote] = useKept(`${one.id}/EXAMINE/note`, '');
  const act = useAct<{ action: CaseAction; seen: Case }, Case>(
    [one.id],
    ({ action, seen }, key) => actOnCase(seen, action, key),
    (after) => {
      forget(`${one.id}/EXAMINE/`);
      take(after);
      changed();
      say(words('act.done', { act: named('action', 'EXAMINE') }));
    },
  );
  const ready = examined(exam.items, typed, note, one.holder?.fence ?? 0);
  const found = (item: Item): Found | null => typed[item.id] ?? (item.answer ? { answer: item.answer, note: item.note ?? '' } : null);
  const rest = exam.items.filter((item) => found(item) === null);
  return (
    <>
      {holds ? <p class="small">{words('exam.return-by', { at: when(exam.returnBy) })}</p> : null}
      {exam.items.length === 0 ? <p class="small">{words('exam.none')}</p> : null}
      <ol class="plain">
        {exam.items.map((item) => (
          <ItemRow key={item.id} item={item} found={found(item)} onFind={holds ? (next) => setTyped({ ...typed, [item.id]: next }) : null} />
        ))}
      </ol>
      {holds ? (
        <>
          {rest.length > 0 ? (
            <p>
              <button
                type="button"
                class="quiet"
                onClick={() => setTyped({ ...typed, ...Object.fromEntries(rest.map((item) => [item.id, { answer: 'MET' as const, note: '' }])) })}
              >
                {words('exam.rest', { n: rest.length })}
              </button>
            </p>
          ) : null}
          <Field label={words('exam.note')} value={note} onInput={setNote} rows={2} maxLength={4000} hint={words('exam.note.hint')} />
          <ProblemNote problem={act.problem.value} retry={act.again} reload={() => void act.renew(refresh)} close={act.clear} />
          <p>
            <button type="button" disabled={!ready || act.busy.value} onClick={() => ready && void act.run({ action: ready, seen: one })}>
              {act.busy.value ? words('papers.saving') : words('exam.save')}
            </button>
          </p>
          <Attach one={one} refresh={refresh} />
        </>
      ) : null}
      <Kept exam={exam} one={one} />
    </>
  );
}

export function ItemRow({ item, found, onFind }: { item: Item; found: Found | null; onFind: ((found: Found) => void) | null }) {
  return (
    <li class={found ? 'paper-row' : 'paper-row open'}>
      <p>
        {item.text}
        <span class="small">
          {' '}
          · {named('exam.kind', item.kind)}
          {item.answer ? ` · ${named('exam.answer', item.answer)}${item.note ? `: ${item.note}` : ''} · ${item.by ?? ''} ${item.at ? onPaper(item.at) : ''}` : ''}
          {item.findings > 1 ? ` · ${words('exam.times', { n: item.findings })}` : ''}
        </span>
      </p>
      {onFind ? (
        <>
          <Choices
            label={words('exam.finding', { what: item.id })}
            value={(found?.answer ?? '') as Answer}
            options={ANSWERS.map((value) => ({ value, label: named('exam.answer', value) }))}
            onPick={(answer) => onFind({ answer, note: found?.note ?? '' })}
          />
          {found?.answer === 'NOT_MET' ? (
            <Field label={words('exam.why')} value={found.note} onInput={(note) => onFind({ ...found, note })} required maxLength={1000} />
          ) : null}
        </>
      ) : null}
    </li>
  );
}

/** A file of the department; what it is called on the computer is not kept. */
function Attach({ one, refresh }: { one: Case; refresh: () => Promise<void> }) {
  const picker = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<AttachmentKind>('MINUTES');
  const upload = useAct<{ file: File; seen: Case; kind: AttachmentKind }, unknown>(
    [one.id],
    ({ file, seen, kind: what }) => attachFile(seen, what, file),
    () => void refresh(),
  );
  return (
    <>
      <div class="row">
        <Pick label={words('exam.file.kind')} value={kind} options={KINDS.map((value) => ({ value, label: named('exam.file', value) }))} onPick={setKind} />
        <button type="button" disabled={upload.busy.value} onClick={() => picker.current?.click()}>
          {upload.busy.value ? words('papers.saving') : words('exam.attach')}
        </button>
      </div>
      <input
        ref={picker}
        type="file"
        class="hidden"
        tabIndex={-1}
        aria-label={words('exam.attach')}
        accept="application/pdf,image/png,image/jpeg"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void upload.run({ file, seen: one, kind });
        }}
      />
      <ProblemNote problem={upload.problem.value} reload={() => void refresh().then(upload.clear)} close={upload.clear} />
    </>
  );
}

function Kept({ exam, one }: { exam: Examination; one: Case }) {
  const [viewing, setViewing] = useState<string | null>(null);
  return (
    <>
      {exam.notes.length > 0 ? (
        <ul class="plain-lines">
          {exam.notes.map((note) => (
            <li key={`${note.at} ${note.text}`}>
              {note.text} <span class="small">· {note.by} · {onPaper(note.at)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {exam.attachments.length > 0 ? (
        <ul class="plain-lines">
          {exam.attachments.map((file) => (
            <li key={file.id}>
              {named('exam.file', file.kind)} <span class="small">· {file.by} · {onPaper(file.at)}</span>{' '}
              <button type="button" class="quiet" aria-expanded={viewing === file.id ? 'true' : 'false'} onClick={() => setViewing(viewing === file.id ? null : file.id)}>
                {words('papers.view')}
              </button>
              {viewing === file.id ? (
                <FileView path={`/api/processing/cases/${one.id}/examination/attachments/${file.id}`} label={named('exam.file', file.kind)} />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
