import { useEffect, useRef } from 'preact/hooks';
import { useLive } from '../api/live';
import type { Row } from '../api/shapes';
import { Loaded } from '../parts/states';
import { RowLink } from '../rooms/counter/lists';
import { ownUnit } from '../session/session';
import { legalDay, now, plusDays, startOfDay } from '../time/legal';
import { words } from '../words/words';
import { dueBefore } from './day';

/** The dossiers behind the day's figures: late and due today, most urgent first. */
export function DueList() {
  const unit = ownUnit.value;
  const live = useLive<Row[]>(`due ${unit}`, (signal) => dueBefore(unit, startOfDay(plusDays(legalDay(now.value), 1)), signal), 15);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="queue">
      <h1 ref={heading} tabIndex={-1}>
        {words('counter.all-due')}
      </h1>
      <Loaded live={live} loading={words('list.loading')}>
        {(rows) =>
          rows.length === 0 ? (
            <p class="empty">{words('counter.empty')}</p>
          ) : (
            <ul class="plain rows">
              {rows.map((row) => (
                <li key={row.id}>
                  <RowLink row={row} current={false} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
