import { useEffect } from 'preact/hooks';
import { useLive } from '../../api/live';
import { procedure as readProcedure } from '../../api/names';
import type { ActionRequest } from '../../api/shapes';
import { Field, Pick } from '../../parts/field';
import { useKept } from '../../parts/kept';
import { named, words } from '../../words/words';
import { Foot, type ActFormProps } from './act-form';
import { anOriginal, counted, countsOriginals, feesOf, Originals, originalsOf, quantitiesOf, type OriginalForm } from './originals';
import { formOf, inputOf, PersonFields, type PersonForm } from './people';

/** What was typed wrong, entered anew. */
export function CorrectForm({ dossier, problem, busy, onSend, onCancel }: ActFormProps) {
  const [owner, setOwner] = useKept<PersonForm>(`${dossier.id}/CORRECT/owner`, () => formOf(dossier.people.owner));
  const before = originalsOf(dossier);
  const [originals, setOriginals] = useKept<OriginalForm[]>(`${dossier.id}/CORRECT/originals`, () => before);
  const [returnMode, setReturnMode] = useKept(`${dossier.id}/CORRECT/returnMode`, dossier.returnMode);
  const [reason, setReason] = useKept(`${dossier.id}/CORRECT/reason`, '');
  // what is sent rests on what was seen when it was begun: a newer revision is met first, told, and only then overwritten
  const [seen, setSeen] = useKept(`${dossier.id}/CORRECT/seen`, dossier.revision);
  useEffect(() => setSeen(seen), []);
  useEffect(() => {
    if (problem?.status === 412) setSeen(dossier.revision);
  }, [problem, dossier.revision]);
  const found = useLive(`procedure ${dossier.procedureCode}`, () => readProcedure(dossier.procedureCode), 3600).data.value;
  // a version that counts is told pages and copies before the draft is carried over to it
  const toCount = dossier.versionInForce !== null && before.length === 0 && found !== null && counted(found);
  function send(): void {
    const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
    const request = {
      action: 'CORRECT',
      reason: reason.trim(),
      owner: same(owner, formOf(dossier.people.owner)) ? undefined : inputOf(owner),
      quantities: same(originals, before) ? undefined : quantitiesOf(originals),
      returnMode: returnMode === dossier.returnMode ? undefined : returnMode,
    } as ActionRequest;
    onSend(request, seen);
  }
  return (
    <>
      <fieldset>
        <legend>{words('open.owner')}</legend>
        <PersonFields form={owner} onChange={setOwner} pointer="/owner" problem={problem} />
      </fieldset>
      {before.length > 0 || toCount ? (
        <Originals
          fees={feesOf(found?.fees ?? [], dossier.channel)}
          rows={originals.length > 0 ? originals : [anOriginal('', '')]}
          several={dossier.quantities.originals.length > 0 || (!toCount && found !== null && countsOriginals(found))}
          problem={problem}
          onChange={setOriginals}
        />
      ) : null}
      <Pick
        label={words('open.return')}
        value={returnMode}
        options={['COUNTER', 'POST', 'ELECTRONIC'].map((value) => ({ value, label: named('return', value) }))}
        onPick={setReturnMode}
      />
      <Field label={words('act.correct.reason')} rows={2} value={reason} onInput={setReason} required maxLength={2000} problem={problem?.at('/reason') ?? null} />
      <Foot label={words('action.CORRECT')} ready={reason.trim() !== '' && owner.name.trim() !== ''} busy={busy} onSend={send} onCancel={onCancel} />
    </>
  );
}
