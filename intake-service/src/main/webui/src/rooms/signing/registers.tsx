import { useState } from 'preact/hooks';
import { useLive } from '../../api/live';
import { body, processing } from '../../api/services';
import type { RegisterOfUnit } from '../../api/shapes';
import { Field } from '../../parts/field';
import { FileView } from '../../parts/file-view';
import { Loaded } from '../../parts/states';
import { ownUnit } from '../../session/session';
import { named, words } from '../../words/words';

/** The registers of the unit with their totals, each month of which can be printed. */
export function Registers() {
  const unit = ownUnit.value;
  const live = useLive<RegisterOfUnit[]>(
    `registers ${unit}`,
    async (signal) => (await body(processing.GET('/api/processing/registers', { params: { query: { unit } }, signal }))).items,
    60,
  );
  const [printed, setPrinted] = useState<string | null>(null);
  const [month, setMonth] = useState('1');
  return (
    <details>
      <summary>{words('registers.title')}</summary>
      <Loaded live={live}>
        {(registers) =>
          registers.length === 0 ? (
            <p class="empty">{words('registers.none')}</p>
          ) : (
            <>
              <Field label={words('registers.month')} type="number" min={1} max={12} value={month} onInput={setMonth} />
              <ul class="plain">
                {registers.map((one) => (
                  <li key={`${one.kind} ${one.year}`}>
                    <strong>{named('registers.kind', one.kind)}</strong> {one.year} · {words('registers.totals', { last: one.last, issued: one.issued, voided: one.voided, awaiting: one.awaiting })}
                    {one.closedAt ? ` · ${words('registers.closed')}` : ''}{' '}
                    <button type="button" class="quiet" onClick={() => setPrinted(`unit=${unit}&kind=${one.kind}&year=${one.year}&month=${month}`)}>
                      {words('registers.print')}
                    </button>
                  </li>
                ))}
              </ul>
              {printed ? <FileView key={printed} path={`/api/processing/registers/print?${printed}`} label={words('registers.title')} /> : null}
            </>
          )
        }
      </Loaded>
    </details>
  );
}
