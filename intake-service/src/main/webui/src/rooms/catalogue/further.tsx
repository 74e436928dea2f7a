import type { Problem } from '../../api/problem';
import { Field, Pick } from '../../parts/field';
import { words } from '../../words/words';
import { lines, newCoordination, newExemption, said, UNITS, type Coordination, type Further } from './plan';
import { Rows } from './rows';

/** As it is sent: lists without empty lines. */
export const tidiedFurther = (says: Further): Further => ({
  ...says,
  subjects: lines((says.subjects ?? []).join('\n')),
  conditions: lines((says.conditions ?? []).join('\n')),
  steps: lines((says.steps ?? []).join('\n')),
});

const PRESENCE = ['true', 'false'] as const;
const SHARE_UNITS = UNITS.filter((unit) => unit !== 'SAME_DAY');

/** What the national lists do not tell. */
export function FurtherForm({ says, problem, onChange }: { says: Further; problem: Problem | null; onChange: (says: Further) => void }) {
  const text = (part: 'subjects' | 'conditions' | 'steps') => (
    <Field
      label={words(`changed.part.${part}`)}
      hint={words('edit.lines.hint')}
      rows={3}
      value={(says[part] ?? []).join('\n')}
      onInput={(typed) => onChange({ ...says, [part]: typed.split('\n') })}
    />
  );
  return (
    <fieldset>
      <legend>{words('changed.further')}</legend>
      {text('subjects')}
      {text('conditions')}
      {text('steps')}
      <Pick<(typeof PRESENCE)[number]>
        label={words('changed.part.presence')}
        value={says.presence === undefined || says.presence === null ? '' : says.presence ? 'true' : 'false'}
        empty={words('edit.unknown')}
        options={PRESENCE.map((value) => ({ value, label: words(`edit.presence.${value}`) }))}
        onPick={(value) => onChange({ ...says, presence: (value === 'true' ? true : value === 'false' ? false : null) as boolean })}
      />
      <Field
        label={words('changed.part.onlineReason')}
        value={says.onlineReason ?? ''}
        onInput={(reason) => onChange({ ...says, onlineReason: said(reason) })}
      />
      <Rows
        title={words('changed.part.exemptions')}
        none={words('edit.none')}
        add={words('edit.exemptions.add')}
        rows={says.exemptions ?? []}
        fresh={newExemption}
        name={(row, n) => row.who || `${words('changed.part.exemptions')} ${n + 1}`}
        onChange={(exemptions) => onChange({ ...says, exemptions })}
      >
        {(row, change, n) => (
          <>
            <Field
              label={words('changed.part.who')}
              value={row.who ?? ''}
              required
              problem={problem?.at(`/content/further/exemptions/${n}/who`) ?? null}
              onInput={(who) => change({ ...row, who })}
            />
            <Field label={words('edit.ground')} value={row.ground ?? ''} onInput={(text) => change({ ...row, ground: said(text) })} />
          </>
        )}
      </Rows>
      <Rows
        title={words('changed.part.coordination')}
        none={words('edit.none')}
        add={words('edit.coordination.add')}
        rows={says.coordination ?? []}
        fresh={newCoordination}
        name={(row, n) => row.who || `${words('changed.part.coordination')} ${n + 1}`}
        onChange={(coordination) => onChange({ ...says, coordination })}
      >
        {(row, change, n) => (
          <>
            <Field
              label={words('changed.part.who')}
              value={row.who ?? ''}
              required
              problem={problem?.at(`/content/further/coordination/${n}/who`) ?? null}
              onInput={(who) => change({ ...row, who })}
            />
            <Field
              label={words('edit.share')}
              type="number"
              min={1}
              value={row.amount ? String(row.amount) : ''}
              problem={problem?.at(`/content/further/coordination/${n}/amount`) ?? null}
              onInput={(typed) => change(shareOf(row, Math.trunc(Number(typed) || 0)))}
            />
            <Pick<(typeof UNITS)[number]>
              label={words('edit.unit')}
              value={row.unit ?? ''}
              empty={words('edit.unknown')}
              options={SHARE_UNITS.map((value) => ({ value, label: words(`edit.unit.${value}`) }))}
              problem={problem?.at(`/content/further/coordination/${n}/unit`) ?? null}
              onPick={(unit) => change({ ...row, unit: said(unit) as Coordination['unit'] })}
            />
          </>
        )}
      </Rows>
    </fieldset>
  );
}

/** A share without a number has no unit either. */
const shareOf = (row: Coordination, amount: number): Coordination =>
  amount > 0 ? { ...row, amount, unit: row.unit ?? 'WORKING_DAY' } : { ...newCoordination(), who: row.who };
