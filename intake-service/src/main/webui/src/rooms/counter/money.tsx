import type { Dossier } from '../../api/shapes';
import { dong } from '../../time/legal';
import { named, words } from '../../words/words';

/** What is to be paid and was. */
export function MoneyBox({ dossier }: { dossier: Dossier }) {
  const { fees, payments } = dossier;
  const shown = payments.filter((payment) => payment.state !== 'VOID');
  return (
    <section class="money" aria-label={words('money.title')}>
      <h2>{words('money.title')}</h2>
      {shown.length === 0 ? <p>{words(fees.known ? 'money.free' : 'money.unknown')}</p> : null}
      <ul class="plain-lines">
        {shown.map((payment) => (
          <li key={payment.id}>
            {named('money', payment.kind)} <strong>{dong(payment.amountVnd)}</strong>{' '}
            <span class="small">
              {payment.state === 'PAID'
                ? `${words('money.state.PAID')}, ${named('money.method', payment.method)}${payment.receipt ? ` · ${payment.receipt}` : ''}`
                : named('money.due', payment.dueAt)}
              {payment.reasonCode ? ` · ${named('reason', payment.reasonCode)}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {shown.length > 0 ? (
        <p>
          {fees.openVnd > 0 ? (
            <strong>{words('money.open', { amount: dong(fees.openVnd) })}</strong>
          ) : (
            <span class="ok">✓ {words('money.settled')}</span>
          )}
        </p>
      ) : null}
    </section>
  );
}
