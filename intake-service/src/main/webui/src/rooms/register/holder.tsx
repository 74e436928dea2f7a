import { useLive } from '../../api/live';
import type { DepartmentOfficer } from '../../api/shapes';
import { Pick } from '../../parts/field';
import { has, officer, ownUnit } from '../../session/session';
import { words } from '../../words/words';
import { readOfficers } from '../queue/cases';
import type { Asked } from './filters';

/** What stands for no officer, as the service takes it. */
const NOBODY = 'nobody';

/** Who holds the case: nobody yet, oneself or, for the director who chose a department, one of its officers. */
export function HolderPick({ asked, pick }: { asked: Asked; pick: (holder: string) => void }) {
  const unit = asked.unit || ownUnit.value;
  const known = has('director') && asked.department !== '' && unit !== '';
  const officers = useLive<DepartmentOfficer[]>(
    known ? `officers ${unit} ${asked.department}` : null,
    (signal) => readOfficers(unit, asked.department, signal),
    60,
  );
  return (
    <Pick
      label={words('register.holder')}
      value={asked.holder}
      empty={words('register.any')}
      options={holders(asked.holder, has('specialist') ? (officer.value?.subject ?? '') : '', known ? (officers.data.value ?? []) : [])}
      onPick={pick}
    />
  );
}

/** The choices; an officer of a kept view who is none of them stays chosen. */
export function holders(chosen: string, me: string, officers: readonly { subject: string; name?: string | null }[]): { value: string; label: string }[] {
  const options = [
    { value: NOBODY, label: words('register.holder.nobody') },
    ...(me ? [{ value: me, label: words('register.holder.me') }] : []),
    ...officers.filter((each) => each.subject !== me).map((each) => ({ value: each.subject, label: each.name ?? each.subject })),
  ];
  const missing = chosen !== '' && !options.some((each) => each.value === chosen);
  return missing ? [...options, { value: chosen, label: words('register.holder.other') }] : options;
}
