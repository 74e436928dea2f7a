import { useEffect, useRef, useState } from 'preact/hooks';
import { useLive } from '../../api/live';
import type { FeedbackFigures, FeedbackReading, FeedbackState } from '../../api/shapes';
import { Loaded, ShowMore } from '../../parts/states';
import { has, ownUnit } from '../../session/session';
import { onPaper } from '../../time/legal';
import { named, words } from '../../words/words';
import '../../words/later';
import { readFigures, readReadings } from './calls';
import { Parts } from './parts';
import { ENDED_STATES, OPEN_STATES } from './plan';

/** How much is owed, how long answers take and what people speak of; for an auditor also who read it. */
export function Figures() {
  const unit = ownUnit.value;
  const live = useLive<FeedbackFigures>(`hotline figures ${unit}`, (signal) => readFigures(unit, signal), 60);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="queue">
      <h1 ref={heading} tabIndex={-1}>
        {words('hotline.part.figures')}
      </h1>
      <Parts />
      <Loaded live={live} loading={words('list.loading')}>
        {(figures) => <FiguresOf figures={figures} />}
      </Loaded>
      {has('auditor') ? <Readers /> : null}
    </section>
  );
}

const days = (median: number | null | undefined): string => (median === null || median === undefined ? '–' : words('hotline.limits.days', { n: median }));

export function FiguresOf({ figures }: { figures: FeedbackFigures }) {
  const open = OPEN_STATES.reduce((sum, each) => sum + (figures.states[each] ?? 0), 0);
  if (open === 0 && figures.answered === 0 && Object.keys(figures.states).length === 0) return <p class="empty">{words('hotline.figures.none')}</p>;
  return (
    <>
      <dl class="facts">
        <dt>{words('hotline.figures.open')}</dt>
        <dd>{open}</dd>
        <dt>{words('hotline.figures.overdue')}</dt>
        <dd>{figures.overdue > 0 ? <strong class="late">■ {figures.overdue}</strong> : '0'}</dd>
        <dt>{words('hotline.figures.in-time')}</dt>
        <dd>
          {figures.answeredInTime}/{figures.answered}
        </dd>
        <dt>{words('hotline.figures.answer')}</dt>
        <dd>{days(figures.medianDays)}</dd>
        <dt>{words('hotline.figures.rated')}</dt>
        <dd>{figures.meanRating === null || figures.meanRating === undefined ? '–' : words('hotline.figures.rating', { mean: figures.meanRating.toFixed(1), n: figures.ratings })}</dd>
      </dl>
      <ByState figures={figures} />
      <ByCategory figures={figures} />
    </>
  );
}

function ByState({ figures }: { figures: FeedbackFigures }) {
  const found = [...OPEN_STATES, ...ENDED_STATES].filter((each: FeedbackState) => (figures.states[each] ?? 0) > 0);
  return found.length === 0 ? null : (
    <table class="figures">
      <caption>{words('hotline.figures.states')}</caption>
      <tbody>
        {found.map((each) => (
          <tr key={each}>
            <th scope="row">{named('hotline.state', each)}</th>
            <td>{figures.states[each]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ByCategory({ figures }: { figures: FeedbackFigures }) {
  const heads = [words('hotline.field.category'), words('hotline.figures.open'), words('hotline.figures.overdue'), words('hotline.figures.answered'), words('hotline.figures.answer')];
  return figures.categories.length === 0 ? null : (
    <table class="cards">
      <caption>{words('hotline.figures.categories')}</caption>
      <thead>
        <tr>
          {heads.map((each) => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.categories.map((each) => (
          <tr key={each.category}>
            <th scope="row">{named('hotline.category', each.category)}</th>
            {[each.open, each.overdue, each.answered, days(each.medianDays)].map((value, n) => (
              <td key={heads[n + 1]} data-label={heads[n + 1]}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who read what people said: for those who inspect the unit. */
function Readers() {
  const [pages, setPages] = useState(1);
  const live = useLive<{ items: FeedbackReading[]; next?: string | null }>(`hotline readings ${pages}`, (signal) => readReadings(pages, signal), 60);
  return (
    <>
      <h2>{words('hotline.readings')}</h2>
      <Loaded live={live}>
        {(found) =>
          found.items.length === 0 ? (
            <p class="empty">{words('readings.none')}</p>
          ) : (
            <>
              <ul class="plain">
                {found.items.map((each) => (
                  <li key={each.id}>
                    {onPaper(each.at)} · {each.name ?? each.subject}
                    {each.title ? `, ${each.title}` : ''} · {named('hotline.reading', each.what)}
                  </li>
                ))}
              </ul>
              <ShowMore next={found.next} onMore={() => setPages(pages + 1)} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
