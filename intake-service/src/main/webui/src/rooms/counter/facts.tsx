import type { Procedure } from '../../api/shapes';
import { dong } from '../../time/legal';
import { words } from '../../words/words';
import { feesOf } from './originals';

const feeText = (fee: Procedure['fees'][number]): string =>
  fee.rule === 'TIERED_PER_PAGE'
    ? words(fee.toUnit ? 'open.fee.tier' : 'open.fee.tier.on', {
        amount: dong(fee.amountVnd),
        from: fee.fromUnit ?? 1,
        to: fee.toUnit ?? '',
      })
    : dong(fee.amountVnd);

/** The limit and the fee as published, before anything is promised. */
export function Facts({ procedure, channel }: { procedure: Procedure; channel: string }) {
  const limit = procedure.limits.find((each) => each.channel === channel);
  const fees = feesOf(procedure.fees, channel);
  return (
    <dl class="facts">
      <dt>{words('due.title')}</dt>
      <dd>
        {limit
          ? limit.unit === 'SAME_DAY'
            ? words('limit.SAME_DAY', { cutOff: (limit.cutOff ?? '15:00').slice(0, 5) })
            : words(`limit.${limit.unit}`, { n: limit.amount })
          : words('limit.none')}
      </dd>
      <dt>{words('money.title')}</dt>
      <dd>
        {fees.length === 0
          ? words('open.fee.open')
          : fees.every((fee) => fee.rule === 'FREE')
            ? words('open.free')
            : fees.map(feeText).join(' · ')}
      </dd>
    </dl>
  );
}
