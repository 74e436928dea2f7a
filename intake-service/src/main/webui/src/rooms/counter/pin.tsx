import { signal } from '@preact/signals';
import { useAct } from '../../api/intent';
import { body, intake } from '../../api/services';
import type { Dossier } from '../../api/shapes';
import { ProblemNote } from '../../parts/problem-note';
import { words } from '../../words/words';

interface Shown {
  id: string;
  reference: string;
  pin: string;
}

/** The PIN of the dossier opened last: shown once, kept nowhere. */
const shown = signal<Shown | null>(null);

export function showPin(id: string, reference: string, pin: string): void {
  shown.value = { id, reference, pin };
}

export function PinNote({ id }: { id: string }) {
  const pin = shown.value;
  if (pin?.id !== id) return null;
  return (
    <section class="note pin" aria-label={words('pin.title')}>
      <p>
        <strong>{words('pin.title')}</strong>
      </p>
      <dl class="facts">
        <dt>{words('pin.reference')}</dt>
        <dd class="big">{pin.reference}</dd>
        <dt>{words('pin.pin')}</dt>
        <dd class="big">{pin.pin.replace(/(\d{3})(\d{3})/, '$1 $2')}</dd>
      </dl>
      <p class="small">{words('pin.where', { address: `${location.origin}/ho-so` })}</p>
      <p class="no-print">{words('pin.text')}</p>
      <p class="row no-print">
        <button
          type="button"
          onClick={() => {
            document.documentElement.classList.add('print-pin');
            print();
            document.documentElement.classList.remove('print-pin');
          }}
        >
          {words('pin.print')}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            shown.value = null;
          }}
        >
          {words('pin.done')}
        </button>
      </p>
    </section>
  );
}

/** A new PIN in place of a lost one. */
export function RenewPin({ dossier, onRenewed }: { dossier: Dossier; onRenewed: () => void }) {
  const act = useAct<object, { reference: string; pin: string }>(
    [dossier.id],
    (_, key) =>
      body(
        intake.POST('/api/intake/dossiers/{id}/pin', {
          params: { path: { id: dossier.id } },
          headers: { 'Idempotency-Key': key, 'If-Match': `"${dossier.revision}"` },
        }),
      ),
    (made) => {
      showPin(dossier.id, made.reference, made.pin);
      onRenewed();
    },
  );
  return (
    <>
      <button type="button" class="quiet" title={words('pin.renew.text')} onClick={() => void act.run({})}>
        {words('pin.renew')}
      </button>
      <ProblemNote problem={act.problem.value} retry={() => void act.run({})} reload={onRenewed} close={act.clear} />
    </>
  );
}
