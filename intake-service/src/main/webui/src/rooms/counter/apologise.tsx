import { Field } from '../../parts/field';
import { useKept } from '../../parts/kept';
import { onPaper } from '../../time/legal';
import { words } from '../../words/words';
import { Foot, type ActFormProps } from './act-form';
import { REASONS, ReasonFields } from './reasons';

/** Form 04 of a late dossier: why, and by when for certain. The date must be one on which the office works; the service says so otherwise. */
export function ApologiseForm({ dossier, problem, busy, onSend, onCancel }: ActFormProps) {
  const [code, setCode] = useKept<string>(`${dossier.id}/APOLOGISE/code`, REASONS.APOLOGISE[0]);
  const [text, setText] = useKept(`${dossier.id}/APOLOGISE/text`, '');
  const [promised, setPromised] = useKept(`${dossier.id}/APOLOGISE/promised`, '');
  return (
    <>
      <p>{words('act.apologise.text', { at: onPaper(dossier.clock.due) })}</p>
      <ReasonFields
        codes={REASONS.APOLOGISE}
        code={code}
        text={text}
        problem={problem}
        onChange={(picked, typed) => {
          setCode(picked);
          setText(typed);
        }}
      />
      <Field
        label={words('act.apologise.promised')}
        type="datetime-local"
        value={promised}
        onInput={setPromised}
        required
        hint={words('act.apologise.promised.hint')}
        problem={problem?.at('/promised') ?? null}
      />
      <Foot
        label={words('action.APOLOGISE')}
        ready={text.trim() !== '' && promised !== ''}
        busy={busy}
        onSend={() => onSend({ action: 'APOLOGISE', reasonCode: code, reason: text.trim(), promised: new Date(`${promised}:00+07:00`).toISOString() })}
        onCancel={onCancel}
      />
    </>
  );
}
