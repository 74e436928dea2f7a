import { useEffect, useRef, useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { procedureName } from '../../api/names';
import { body, notification } from '../../api/services';
import type { FollowUp, SatisfactionView } from '../../api/shapes';
import { Pick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded } from '../../parts/states';
import { has, ownUnit } from '../../session/session';
import { named, words } from '../../words/words';

/** What people said of the unit, of many together; low marks for the director. */
export function Satisfaction() {
  const unit = ownUnit.value;
  const live = useLive<SatisfactionView>(`satisfaction ${unit}`, (signal) => body(notification.GET('/api/notification/satisfaction', { params: { query: { unit } }, signal })), 60);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="queue">
      <h1 ref={heading} tabIndex={-1}>
        {words('room.satisfaction')}
      </h1>
      <p>
        <a href={`/danh-gia/don-vi/${unit}`}>{words('satisfaction.public')}</a>
      </p>
      <Loaded live={live} loading={words('list.loading')}>
        {(view) => (view.all.answers === 0 ? <p class="empty">{words('satisfaction.too-few', { n: view.minimum })}</p> : <Figures view={view} />)}
      </Loaded>
      {has('director') ? <FollowUps unit={unit} /> : null}
    </section>
  );
}

function Figures({ view }: { view: SatisfactionView }) {
  const steps = view.steps.filter((each) => each.mean !== null && each.mean !== undefined);
  return (
    <>
      <p>
        <strong>{words('satisfaction.mean', { mean: String(view.all.mean), n: view.all.answers })}</strong>
        {' · '}
        {words('satisfaction.satisfied', { n: view.all.satisfied, of: view.all.answers })}
        {view.onTablet > 0 ? ` · ${words('satisfaction.tablet', { n: view.onTablet })}` : ''}
      </p>
      {view.procedures.length > 0 ? (
        <Table caption={words('satisfaction.procedures')} rows={view.procedures.map((each) => [procedureName(each.procedureCode), String(each.figure.mean), each.figure.answers])} />
      ) : null}
      {steps.length > 0 ? <Table caption={words('satisfaction.steps')} rows={steps.map((each) => [words(`step.${each.step}` as 'step.1'), String(each.mean), each.answers])} /> : null}
      {view.reasons.length > 0 ? <Table caption={words('satisfaction.reasons')} rows={view.reasons.map((each) => [`${each.good ? '＋' : '－'} ${named('survey.reason', each.reason)}`, '', each.answers])} /> : null}
    </>
  );
}

function Table({ caption, rows }: { caption: string; rows: [string, string, number][] }) {
  return (
    <table class="figures">
      <caption>{caption}</caption>
      <tbody>
        {rows.map(([name, mean, answers]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{mean}</td>
            <td>{words('satisfaction.answers', { n: answers })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FollowUps({ unit }: { unit: string }) {
  const live = useLive<{ items: FollowUp[] }>(`follow-ups ${unit}`, (signal) => body(notification.GET('/api/notification/satisfaction/follow-ups', { params: { query: { unit, limit: 20 } }, signal })), 60);
  return (
    <>
      <h2>{words('follow-up.title')}</h2>
      <p class="small">{words('follow-up.hint')}</p>
      <Loaded live={live}>
        {(page) =>
          page.items.length === 0 ? (
            <p class="empty">{words('follow-up.none')}</p>
          ) : (
            <ul class="plain rows">
              {page.items.map((each) => (
                <li key={each.id}>
                  <FollowUpLine found={each} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

const MEASURES: NonNullable<FollowUp['measure']>[] = ['TALKED_TO_STAFF', 'CHANGED_PROCEDURE', 'FIXED_FACILITY', 'PASSED_ON', 'NO_GROUND'];

function FollowUpLine({ found }: { found: FollowUp }) {
  const [measure, setMeasure] = useState<NonNullable<FollowUp['measure']> | ''>('');
  const act = useAct<{ measure: NonNullable<FollowUp['measure']>; revision: number }, unknown>(
    [found.id],
    ({ measure: done, revision }, key) =>
      body(
        notification.POST('/api/notification/satisfaction/follow-ups/{id}/acknowledgement', {
          params: { path: { id: found.id }, header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` } },
          body: { measure: done },
        }),
      ),
    () => {
      changed();
      say(words('act.done', { act: words('follow-up.done') }));
    },
  );
  return (
    <>
      <p>
        <strong>▲ {words('follow-up.mark', { mark: found.mark })}</strong> <span class="small">{found.month}</span>
        {found.procedureCode ? ` · ${procedureName(found.procedureCode)}` : ''}
        {found.reasons.length > 0 ? ` · ${found.reasons.map((each) => named('survey.reason', each)).join(', ')}` : ''}
      </p>
      {found.words ? <blockquote>{found.words}</blockquote> : null}
      <ProblemNote problem={act.problem.value} close={act.clear} />
      <div class="pair">
        <Pick label={words('follow-up.measure')} value={measure} empty={words('collected.choose')} options={MEASURES.map((value) => ({ value, label: named('follow-up', value) }))} onPick={setMeasure} />
        <button
          type="button"
          aria-disabled={measure === '' || act.busy.value ? 'true' : undefined}
          onClick={() => {
            if (measure !== '') void act.run({ measure, revision: found.revision });
          }}
        >
          {words('follow-up.done')}
        </button>
      </div>
    </>
  );
}
