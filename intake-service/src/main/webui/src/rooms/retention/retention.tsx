import { useEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { unitName } from '../../api/names';
import type { RetentionAnswer, RetentionItem, RetentionReport, RetentionRule } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Confirm } from '../../parts/confirm';
import { Field } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded, ShowMore } from '../../parts/states';
import { has, ownUnit } from '../../session/session';
import { now, onPaper, when } from '../../time/legal';
import { named, words } from '../../words/words';
import { answerReport, day, makeReport, mayDecide, outcome, progress, readItems, readReport, readReports, readRules, size, term, today, whyNot, type Pages } from './reports';

/** Files whose time is over: one reports, another approves, and what became of each stays written. */
export function Retention({ id }: { id: string | null }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [id]);
  return (
    <section class="queue retention">
      <h1 ref={heading} tabIndex={-1}>
        {words('retention.title')}
      </h1>
      {id ? (
        <>
          <p class="no-print">
            <Link href="/retention">{words('retention.all')}</Link>
          </p>
          <One id={id} />
        </>
      ) : (
        <>
          <p class="small">{words('retention.about')}</p>
          <Make />
          <Reports />
          <Rules />
        </>
      )}
    </section>
  );
}

function Make() {
  const [, navigate] = useLocation();
  const unit = ownUnit.value;
  const act = useAct<string, RetentionReport>([unit], makeReport, (made) => {
    changed();
    say(words('retention.made'));
    navigate(`/retention/${made.id}`);
  });
  if (!has('director', 'approver')) return null;
  return (
    <>
      <ProblemNote problem={act.problem.value} retry={act.again} close={act.clear} />
      <div class="buttons">
        <KeyButton busy={act.busy.value} onPress={() => void act.run(unit)}>
          {words('retention.make')}
        </KeyButton>
      </div>
    </>
  );
}

function Reports() {
  const unit = ownUnit.value;
  const live = useLive<Pages<RetentionReport>>(`retention ${unit}`, (signal) => readReports(unit, signal), 30);
  return (
    <Loaded live={live} loading={words('list.loading')}>
      {(page) =>
        page.items.length === 0 ? (
          <p class="empty">{words('retention.none')}</p>
        ) : (
          <ul class="plain rows">
            {page.items.map((each) => (
              <ReportRow key={each.id} one={each} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

export function ReportRow({ one }: { one: RetentionReport }) {
  return (
    <li>
      <Link href={`/retention/${one.id}`} class="row-link">
        <strong>{words('retention.row', { day: day(one.countedOn), n: one.items })}</strong>
        <span class="row-name">
          {named('retention.state', one.state)}
          {one.state === 'APPROVED' ? ` · ${progress(one).done} / ${progress(one).all}` : ''}
        </span>
        <span class="small">
          {one.madeBy} · {when(one.madeAt)} · {words('retention.files', { n: one.files, size: size(one.bytes) })}
        </span>
      </Link>
    </li>
  );
}

function Rules() {
  const live = useLive<RetentionRule[]>('retention rules', readRules, 600);
  return (
    <details>
      <summary>{words('retention.rules')}</summary>
      <Loaded live={live}>
        {(rules) => (
          <ul class="plain-lines">
            {rules.map((rule) => (
              <li key={rule.kind}>
                <strong>{named('retention.kind', rule.kind)}</strong>: {term(rule)} · <span lang="vi">{rule.source}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </details>
  );
}

function One({ id }: { id: string }) {
  const live = useLive<RetentionReport>(`retention report ${id}`, (signal) => readReport(id, signal), (one) => (one?.state === 'APPROVED' ? 2 : 30));
  return (
    <Loaded live={live} loading={words('list.loading')}>
      {(one) => (
        <>
          <Facts one={one} />
          <Decide one={one} take={(after) => live.set(after)} refresh={() => live.refresh()} />
          <Items one={one} />
        </>
      )}
    </Loaded>
  );
}

/** Who proposed what, who decided, and the counts by kind with the rule of each. */
export function Facts({ one }: { one: RetentionReport }) {
  return (
    <>
      <p>
        <strong>{words('retention.row', { day: day(one.countedOn), n: one.items })}</strong> · {unitName(one.unit)} · <strong>{named('retention.state', one.state)}</strong>
      </p>
      <p>
        {words('retention.by', { who: official(one.madeBy, one.madeByTitle), at: onPaper(one.madeAt) })}
        {one.decidedAt ? (
          <>
            <br />
            {words(one.state === 'DECLINED' ? 'retention.declined' : 'retention.approved', { who: official(one.decidedBy, one.decidedByTitle), at: onPaper(one.decidedAt) })}: {one.ground}
          </>
        ) : null}
        {one.doneAt ? (
          <>
            <br />
            {words('retention.done', { at: onPaper(one.doneAt) })}
          </>
        ) : null}
      </p>
      {one.state === 'APPROVED' || one.state === 'DONE' ? (
        <p role="status">
          <progress value={progress(one).done} max={progress(one).all} /> {progress(one).text}
        </p>
      ) : null}
      {one.more ? <p class="note">{words('retention.more')}</p> : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{words('retention.kind')}</th>
            <th scope="col">{words('retention.rule')}</th>
            <th scope="col">{words('retention.count')}</th>
            <th scope="col">{words('retention.size')}</th>
          </tr>
        </thead>
        <tbody>
          {one.kinds.map((kind) => (
            <tr key={`${kind.kind} ${kind.ruleVersion}`}>
              <td>{named('retention.kind', kind.kind)}</td>
              <td>
                {term(kind)} · <span lang="vi">{kind.source}</span>
              </td>
              <td>{kind.items}</td>
              <td>{words('retention.files', { n: kind.files, size: size(kind.bytes) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const official = (name: string | null, title: string | null): string => [name, title].filter(Boolean).join(', ');

/** Another person's word: with its ground, and once said not taken back. */
export function Decide({ one, take, refresh }: { one: RetentionReport; take: (after: RetentionReport) => void; refresh: () => Promise<void> }) {
  const [ground, setGround] = useState('');
  const [asks, setAsks] = useState<RetentionAnswer | null>(null);
  const act = useAct<{ action: RetentionAnswer; ground: string; seen: RetentionReport }, RetentionReport>(
    [one.id],
    ({ action, ground: said, seen }, key) => answerReport(seen, action, said, key),
    (after, { action }) => {
      take(after);
      setAsks(null);
      changed();
      say(named('retention.said', action));
    },
  );
  const approver = has('approver');
  const date = today(now.value);
  const reason = whyNot(one, approver, date);
  if (!mayDecide(one, approver, date)) return reason ? <p class="note no-print">{reason}</p> : null;
  const ready = ground.trim() !== '';
  const run = (action: RetentionAnswer) => void act.run({ action, ground: ground.trim(), seen: one });
  return (
    <section class="act-form no-print">
      <h2>{words('retention.decide')}</h2>
      <p class="small">{words('retention.until', { day: day(one.decideUntil) })}</p>
      <Field label={words('retention.ground')} value={ground} onInput={setGround} rows={2} maxLength={500} required problem={act.problem.value?.at('/ground') ?? null} />
      <ProblemNote problem={asks ? null : act.problem.value} retry={act.again} reload={() => void act.renew(refresh)} close={act.clear} />
      <div class="buttons">
        <KeyButton main busy={act.busy.value || !ready} onPress={() => setAsks('APPROVE')}>
          {words('retention.approve')}
        </KeyButton>
        <KeyButton busy={act.busy.value || !ready} onPress={() => run('DECLINE')}>
          {words('retention.decline')}
        </KeyButton>
      </div>
      {asks ? (
        <Confirm
          sentence={words('retention.confirm', { n: one.items, files: one.files, size: size(one.bytes) })}
          act={words('retention.approve')}
          busy={act.busy.value}
          problem={act.problem.value}
          onConfirm={() => run('APPROVE')}
          onCancel={() => setAsks(null)}
        />
      ) : null}
    </section>
  );
}

function Items({ one }: { one: RetentionReport }) {
  const [pages, setPages] = useState(1);
  const live = useLive<Pages<RetentionItem>>(`retention items ${one.id} ${one.revision} ${one.destroyed + one.kept} ${pages}`, (signal) => readItems(one.id, pages, signal), 60);
  return (
    <>
      <h2>{words('retention.items')}</h2>
      <p class="row no-print">
        <button type="button" class="quiet" onClick={() => print()}>
          {words('retention.print')}
        </button>
      </p>
      <Loaded live={live} loading={words('list.loading')}>
        {(page) => (
          <>
            <ItemTable items={page.items} />
            <ShowMore next={page.next} onMore={() => setPages(pages + 1)} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** What the report names: a dossier's files, their age, and what became of them. */
export function ItemTable({ items }: { items: RetentionItem[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words('retention.position')}</th>
          <th scope="col">{words('retention.code')}</th>
          <th scope="col">{words('retention.number')}</th>
          <th scope="col">{words('retention.kind')}</th>
          <th scope="col">{words('retention.kept-from')}</th>
          <th scope="col">{words('retention.size')}</th>
          <th scope="col">{words('retention.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.position}>
            <td>{item.position}</td>
            <td class="code">{item.code}</td>
            <td>{item.number}</td>
            <td>{named('retention.kind', item.kind)}</td>
            <td>
              {day(item.since)} – {day(item.until)}
            </td>
            <td>{words('retention.files', { n: item.files, size: size(item.bytes) })}</td>
            <td>
              {outcome(item)}
              {item.settledAt ? ` · ${onPaper(item.settledAt)}` : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
