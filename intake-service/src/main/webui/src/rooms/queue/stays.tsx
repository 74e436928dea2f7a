import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useLive } from '../../api/live';
import { unitName } from '../../api/names';
import type { Stay } from '../../api/shapes';
import { Loaded } from '../../parts/states';
import { onPaper, when } from '../../time/legal';
import { named, words } from '../../words/words';
import { readStays } from './beside';

const SIDES = ['GIVEN', 'TAKEN'] as const;

/** Cases that other communes handle for this unit, and those this one handles or handled for others; read when they are looked for. */
export const Stays = ({ unit }: { unit: string }) => (
  <section class="stays">
    {SIDES.map((side) => (
      <Side key={side} unit={unit} side={side} />
    ))}
  </section>
);

function Side({ unit, side }: { unit: string; side: (typeof SIDES)[number] }) {
  const [looked, setLooked] = useState(false);
  const live = useLive<Stay[]>(looked ? `stays ${unit} ${side}` : null, (signal) => readStays(unit, side, signal), 60);
  return (
    <details onToggle={(event) => setLooked(event.currentTarget.open)}>
      <summary>{words(`stay.${side}`)}</summary>
      {looked ? <Loaded live={live}>{(items) => <StayList items={items} side={side} />}</Loaded> : null}
    </details>
  );
}

export const StayList = ({ items, side }: { items: Stay[]; side: (typeof SIDES)[number] }) =>
  items.length === 0 ? (
    <p class="empty">{words('stay.none')}</p>
  ) : (
    <ul class="plain">
      {items.map((each) => (
        <li key={each.id} class={each.ended ? 'paper-row' : 'paper-row open'}>
          <p>
            <span aria-hidden="true">{each.ended ? '–' : each.acceptedAt ? '●' : '▲'}</span> {side === 'GIVEN' || !each.ended ? (
              <Link href={`/queue/${each.caseId}`} class="code">
                {each.code}
              </Link>
            ) : (
              <span class="code">{each.code}</span>
            )}{' '}
            · {each.procedureName ?? each.procedureCode} ·{' '}
            {side === 'GIVEN'
              ? `${named('department', each.toDepartment)}, ${unitName(each.toUnit)}`
              : `${named('department', each.fromDepartment)}, ${unitName(each.fromUnit)}`}
          </p>
          <p class="small">
            {words('stay.given', { by: each.givenBy ?? '–', at: onPaper(each.givenAt) })} · {standing(each)}
            {each.due ? ` · ${words('stay.due', { at: when(each.due) })}` : ''}
          </p>
        </li>
      ))}
    </ul>
  );

/** One phrase for where it stands. */
const standing = (one: Stay): string => {
  if (one.ended) return words('stay.ended', { how: named('stay.end', one.ended), at: one.endedAt ? onPaper(one.endedAt) : '' });
  return one.acceptedAt ? words('stay.accepted', { at: onPaper(one.acceptedAt) }) : words('stay.waits');
};
