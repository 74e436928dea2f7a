import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { useLive } from '../../api/live';
import { body, notification } from '../../api/services';
import type { ReminderDays } from '../../api/shapes';
import { Field } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded } from '../../parts/states';
import { has } from '../../session/session';
import { when } from '../../time/legal';
import { words } from '../../words/words';

const MOST = 6;
const LONGEST = 365;

/** The numbers of days somebody typed, ascending; null where the service would not take them. */
export function daysOf(typed: string): number[] | null {
  const parts = typed.split(/[,;\s]+/).filter(Boolean);
  const days = parts.map(Number).sort((a, b) => a - b);
  const fine = days.every((day, n) => Number.isInteger(day) && day >= 1 && day <= LONGEST && day !== days[n - 1]);
  return fine && days.length >= 1 && days.length <= MOST ? days : null;
}

/** After how many days people are reminded of what lies here; the director sets them for the unit. */
export function Reminders({ unit }: { unit: string }) {
  const live = useLive<ReminderDays>(`reminder-days ${unit}`, (signal) => body(notification.GET('/api/notification/reminder-days/{unit}', { params: { path: { unit } }, signal })), 300);
  return (
    <Loaded live={live}>
      {(now) => (
        <>
          <p class="small">
            {now.days.length === 0 ? words('reminders.none') : words('reminders.after', { days: now.days.join(', ') })}
            {' · '}
            {now.own ? words('reminders.own', { name: now.officer ?? '', at: now.changedAt ? when(now.changedAt) : '' }) : words('reminders.setting')}
          </p>
          {has('director') ? <Change now={now} unit={unit} take={live.set} reload={() => live.refresh()} /> : null}
        </>
      )}
    </Loaded>
  );
}

/** The form of it: what cannot be taken is said while it is typed. */
export function Change({ now, unit, take, reload }: { now: ReminderDays; unit: string; take: (days: ReminderDays) => void; reload: () => Promise<void> }) {
  const [typed, setTyped] = useState('');
  const days = daysOf(typed);
  const act = useAct<{ days: number[]; revision: number }, ReminderDays>(
    [unit],
    ({ days: wanted, revision }) =>
      body(notification.PUT('/api/notification/reminder-days/{unit}', { params: { path: { unit }, header: { 'If-Match': `"${revision}"` } }, body: { days: wanted } })),
    (set) => {
      take(set);
      setTyped('');
      say(words('reminders.done', { days: set.days.join(', ') }));
    },
  );
  return (
    <details>
      <summary>{words('reminders.change')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (days !== null && !act.busy.value) void act.run({ days, revision: now.revision });
        }}
      >
        <ProblemNote problem={act.problem.value} reload={() => void act.renew(reload)} close={act.clear} />
        <Field
          label={words('reminders.days')}
          value={typed}
          onInput={setTyped}
          maxLength={40}
          hint={words('reminders.hint')}
          problem={typed.trim() !== '' && days === null ? words('reminders.wrong', { most: MOST, longest: LONGEST }) : null}
        />
        <button type="submit" aria-disabled={days === null || act.busy.value ? 'true' : undefined}>
          {words('reminders.set')}
        </button>
      </form>
    </details>
  );
}
