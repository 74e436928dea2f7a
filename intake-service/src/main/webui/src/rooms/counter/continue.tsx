import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed } from '../../api/live';
import { body, intake } from '../../api/services';
import type { Dossier } from '../../api/shapes';
import { Field } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { words } from '../../words/words';

/** Goes on with a draft of another counter, or one begun on a person's phone: they bring its reference and PIN. */
export function ContinueDraft({ reference, onGone }: { reference: string; onGone: (id: string) => void }) {
  const [pin, setPin] = useState('');
  const act = useAct<{ reference: string; pin: string }, Dossier>(
    [reference],
    (draft) => body(intake.POST('/api/intake/dossiers/continuations', { body: draft })),
    (dossier) => {
      changed();
      onGone(dossier.id);
    },
  );
  const ready = /^\d{6}$/.test(pin.replace(/\s/g, ''));
  const goOn = () => void act.run({ reference, pin: pin.replace(/\s/g, '') });
  return (
    <form
      class="note"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !act.busy.value) goOn();
      }}
    >
      <p>{words('continue.text', { reference })}</p>
      <Field label={words('continue.pin')} type="tel" maxLength={9} value={pin} onInput={setPin} />
      <ProblemNote problem={act.problem.value} retry={goOn} close={act.clear} />
      <button type="submit" disabled={!ready || act.busy.value}>
        {words('continue.go')}
      </button>
    </form>
  );
}
