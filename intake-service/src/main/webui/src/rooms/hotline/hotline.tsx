import { useEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useLive } from '../../api/live';
import type { FeedbackFigures, FeedbackFilter, FeedbackLine, FeedbackNotice, FeedbackState } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { StandingMark } from '../../parts/due';
import { Choices, Pick } from '../../parts/field';
import { Loaded, ShowMore } from '../../parts/states';
import { has, ownUnit } from '../../session/session';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import '../../words/later';
import { readFigures, readLines, readNotices, type Lines } from './calls';
import { Entry } from './entry';
import { One } from './one';
import { Parts } from './parts';
import { FILTERS, OPEN_STATES } from './plan';

/** What people said, what is owed first; one of it beside the list. */
export function Hotline({ id }: { id: string | null }) {
  const [, navigate] = useLocation();
  const [which, setWhich] = useState<FeedbackFilter>('OPEN');
  const [state, setState] = useState<FeedbackState | ''>('');
  const [pages, setPages] = useState(1);
  const wanted = which === 'ENDED' || state === '' ? null : state;
  const live = useLive<Lines>(`hotline ${which} ${wanted} ${pages}`, (signal) => readLines(which, wanted, pages, signal), 20);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (id === null) heading.current?.focus();
  }, [id]);
  return (
    <div class={id ? 'split hotline open' : 'split hotline'}>
      <section>
        <h1 ref={heading} tabIndex={-1}>
          {words('hotline.title')}
        </h1>
        <Parts />
        {has('reception') ? (
          <KeyButton shortcut="N" onPress={() => navigate('/hotline/new')}>
            {words('hotline.enter')}
          </KeyButton>
        ) : null}
        {has('director', 'auditor') ? <Figures /> : null}
        {has('reception', 'specialist', 'director') ? <Notices /> : null}
        <Choices label={words('hotline.filter')} value={which} options={FILTERS.map((value) => ({ value, label: named('hotline.filter', value) }))} onPick={(value) => { setWhich(value); setPages(1); }} />
        {which === 'ENDED' ? null : (
          <Pick label={words('hotline.state')} value={state} empty={words('hotline.state.all')} options={OPEN_STATES.map((value) => ({ value, label: named('hotline.state', value) }))} onPick={(value) => { setState(value); setPages(1); }} />
        )}
        <Loaded live={live} loading={words('list.loading')}>
          {(found) =>
            found.items.length === 0 ? (
              <p class="empty">{words(which === 'OVERDUE' ? 'hotline.none.OVERDUE' : 'hotline.none')}</p>
            ) : (
              <>
                <ul class="plain rows">
                  {found.items.map((line) => (
                    <li key={line.feedbackId}>
                      <LineLink line={line} current={line.feedbackId === id} />
                    </li>
                  ))}
                </ul>
                <ShowMore next={found.next} onMore={() => setPages(pages + 1)} />
              </>
            )
          }
        </Loaded>
      </section>
      {id === 'new' ? <Entry key="new" onDone={(entered) => navigate(`/hotline/${entered}`)} /> : id ? <One key={id} id={id} /> : null}
    </div>
  );
}

export function LineLink({ line, current }: { line: FeedbackLine; current: boolean }) {
  return (
    <Link href={`/hotline/${line.feedbackId}`} class="row-link" aria-current={current ? 'true' : undefined}>
      <strong>
        {line.number ? words('hotline.number', { number: line.number }) : words('hotline.unconfirmed')} · {named('hotline.state', line.state)}
      </strong>
      <span class="row-name">{named('hotline.category', line.category)}</span>
      <span class="small">
        {named('hotline.channel', line.channel)} · {when(line.receivedAt)}
        {line.handlerName ? ` · ${line.handlerName}` : ''} · <StandingMark due={line.dueAt} paused={line.paused} ended={line.dueAt === null} note={named('hotline.standing', line.paused ? 'PAUSED' : line.clock)} />
      </span>
    </Link>
  );
}

function Figures() {
  const unit = ownUnit.value;
  const live = useLive<FeedbackFigures>(unit ? `hotline figures ${unit}` : null, (signal) => readFigures(unit, signal), 60);
  return <Loaded live={live}>{(figures) => <FigureLine figures={figures} />}</Loaded>;
}

/** Every share with its numerator and denominator. */
export function FigureLine({ figures }: { figures: FeedbackFigures }) {
  const open = OPEN_STATES.reduce((sum, each) => sum + (figures.states[each] ?? 0), 0);
  return (
    <p class="small">
      {words('hotline.figures', { open, overdue: figures.overdue, inTime: figures.answeredInTime, answered: figures.answered })}
      {figures.medianDays === null ? '' : ` · ${words('hotline.figures.median', { days: figures.medianDays })}`}
      {figures.meanRating === null ? '' : ` · ${words('hotline.figures.rating', { mean: figures.meanRating.toFixed(1), n: figures.ratings ?? 0 })}`}
    </p>
  );
}

/** What the officer was told last; each leads to its feedback. */
function Notices() {
  const live = useLive<FeedbackNotice[]>('hotline notices', (signal) => readNotices(signal), 60);
  const all = live.data.value ?? [];
  if (all.length === 0) return null;
  return (
    <details>
      <summary>{words('hotline.notices')}</summary>
      <ul class="plain">
        {all.map((each) => (
          <li key={each.seq}>
            {each.letter ? (
              <>
                {named('hotline.notice', each.kind)} · {words('hotline.letter', { number: String(each.letter) })}
              </>
            ) : (
              <Link href={`/hotline/${each.feedbackId}`}>
                {named('hotline.notice', each.kind)} · {each.number ? words('hotline.number', { number: each.number }) : words('hotline.unconfirmed')}
              </Link>
            )}{' '}
            <span class="small">{when(each.at)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
