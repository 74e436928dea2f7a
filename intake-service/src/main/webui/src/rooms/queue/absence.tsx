import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { body, bodyOrNothing, processing } from '../../api/services';
import type { Absence, DepartmentOfficer, EnterAbsence } from '../../api/shapes';
import { Field, Pick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { officer } from '../../session/session';
import { when } from '../../time/legal';
import { words } from '../../words/words';
import { readOfficers } from './cases';

export const readAbsences = async (unit: string, department: string | null, mine: boolean, signal: AbortSignal): Promise<Absence[]> =>
  (await body(processing.GET('/api/processing/absences', { params: { query: { unit, ...(department ? { department } : {}), mine, limit: 100 } }, signal }))).items;

const endAbsence = (absence: Absence, key: string): Promise<unknown> =>
  bodyOrNothing(
    processing.POST('/api/processing/absences/{id}/actions', {
      params: { path: { id: absence.id } },
      headers: { 'Idempotency-Key': key, 'If-Match': `"${absence.revision}"` },
      body: { action: 'END' },
    }),
  );

interface Who {
  unit: string;
  department: string;
  /** Null for the officer themselves. */
  subject: string | null;
}

/** Who is away here, and the form to say so; read once it is opened. */
export function AbsenceBox({ who, title }: { who: Who; title: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="absence" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open ? <AbsenceBody who={who} /> : null}
    </details>
  );
}

function AbsenceBody({ who }: { who: Who }) {
  const live = useLive<Absence[]>(`absences ${who.unit} ${who.department} ${who.subject}`, (signal) => readAbsences(who.unit, who.department, who.subject === null, signal), 60);
  const all = (live.data.value ?? []).filter((each) => who.subject === null || each.subject === who.subject);
  return (
    <>
      {all.map((each) => (
        <AbsenceLine key={each.id} absence={each} />
      ))}
      <AbsenceForm who={who} />
    </>
  );
}

/** One absence, ended by who may. */
export function AbsenceLine({ absence }: { absence: Absence }) {
  const end = useAct<Absence, unknown>([absence.id], endAbsence, () => {
    changed();
    say(words('absence.ended'));
  });
  return (
    <div class="note">
      {words(absence.now ? 'absence.until' : 'absence.from-to', { who: absence.name, from: when(absence.begins), to: when(absence.ends) })}
      {absence.substituteName ? ` · ${words('absence.substitute-is', { who: absence.substituteName })}` : ''}
      {absence.now ? ` · ${words('absence.handed', { on: absence.handedOn, back: absence.givenBack })}` : ''}{' '}
      <button type="button" class="quiet" aria-disabled={end.busy.value ? 'true' : undefined} onClick={() => void end.run(absence)}>
        {words(absence.now ? 'absence.end' : 'absence.take-back')}
      </button>
      <ProblemNote problem={end.problem.value} retry={end.again} reload={() => changed()} close={end.clear} />
    </div>
  );
}

/** An hour of the day in Việt Nam as the services take it. */
const instant = (typed: string): string => `${typed}:00+07:00`;

function AbsenceForm({ who }: { who: Who }) {
  const [begins, setBegins] = useState('');
  const [ends, setEnds] = useState('');
  const [substitute, setSubstitute] = useState('');
  const colleagues = useLive<DepartmentOfficer[]>(`officers ${who.unit} ${who.department}`, (signal) => readOfficers(who.unit, who.department, signal), 60);
  const away = who.subject ?? officer.value?.subject;
  const enter = useAct<EnterAbsence, Absence>(
    [who.subject],
    (entered, key) => body(processing.POST('/api/processing/absences', { headers: { 'Idempotency-Key': key }, body: entered as never })),
    (absence) => {
      changed();
      setBegins('');
      setEnds('');
      say(words('absence.entered', { to: when(absence.ends) }));
    },
  );
  const problem = enter.problem.value;
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ends) return;
        void enter.run({
          unit: who.unit,
          department: who.department,
          ends: instant(ends),
          ...(who.subject ? { subject: who.subject } : {}),
          ...(begins ? { begins: instant(begins) } : {}),
          ...(substitute ? { substitute } : {}),
        });
      }}
    >
      <Field label={words('absence.begins')} type="datetime-local" value={begins} onInput={setBegins} hint={words('absence.begins.now')} />
      <Field label={words('absence.ends')} type="datetime-local" value={ends} onInput={setEnds} required problem={problem?.at('/ends') ?? null} />
      <Pick
        label={words('absence.substitute')}
        value={substitute}
        empty={words('absence.nobody')}
        options={(colleagues.data.value ?? [])
          .filter((each) => each.subject !== away)
          .map((each) => ({ value: each.subject, label: each.name ?? each.subject }))}
        onPick={setSubstitute}
        problem={problem?.at('/substitute') ?? null}
      />
      <p class="row">
        <button type="submit" class="quiet" aria-disabled={enter.busy.value ? 'true' : undefined}>
          {words('absence.enter')}
        </button>
      </p>
      <ProblemNote problem={problem} retry={enter.again} close={enter.clear} />
    </form>
  );
}
