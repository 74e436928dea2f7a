import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { useLive } from '../../api/live';
import { problemOf } from '../../api/problem';
import { body, intake } from '../../api/services';
import type { RegisterView } from '../../api/shapes';
import { Field, Tick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { Loaded } from '../../parts/states';
import { ownUnit } from '../../session/session';
import { words } from '../../words/words';
import { askedOf, contentOf, type Asked } from './filters';

const MOST = 60;

/** Views kept by name: the officer's own and those shared in the unit. */
export function Views({ asked, open }: { asked: Asked; open: (asked: Asked) => void }) {
  const live = useLive<{ items: RegisterView[] }>(
    'register views',
    (signal) => body(intake.GET('/api/intake/register-views', { params: { query: { limit: MOST } }, signal })),
    600,
  );
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const keep = useAct<{ name: string; shared: boolean; asked: Asked }, RegisterView>(
    [],
    (what, key) =>
      body(
        intake.POST('/api/intake/register-views', {
          headers: { 'Idempotency-Key': key },
          body: { name: what.name, unit: what.asked.unit || ownUnit.value, shared: what.shared, ...contentOf(what.asked) },
        } as never),
      ),
    () => {
      setName('');
      setShared(false);
      void live.refresh();
    },
  );
  const drop = useAct<RegisterView, null>(
    [],
    async (view) => {
      const answer = await intake.DELETE('/api/intake/register-views/{view}', { params: { path: { view: view.id } }, headers: { 'If-Match': view.etag } } as never);
      if (!answer.response.ok) throw problemOf(answer.response.status, answer.error);
      return null;
    },
    () => void live.refresh(),
  );
  return (
    <details class="no-print">
      <summary>{words('views.title')}</summary>
      <ProblemNote problem={keep.problem.value} retry={keep.again} close={keep.clear} />
      <ProblemNote problem={drop.problem.value} retry={drop.again} reload={() => void drop.renew(live.refresh.bind(live))} close={drop.clear} />
      <Loaded live={live}>
        {(page) =>
          page.items.length === 0 ? (
            <p class="empty">{words('views.none')}</p>
          ) : (
            <ul class="plain rows">
              {page.items.map((view) => (
                <li key={view.id} class="row">
                  <button type="button" class="plain-button" onClick={() => open(askedOf(view))}>
                    {view.name}
                  </button>
                  <span class="small">{view.shared ? words(view.mine ? 'views.shared.mine' : 'views.shared', { name: view.ownerName ?? '' }) : ''}</span>
                  {view.mine ? (
                    <button type="button" class="quiet" aria-label={`${words('views.drop')}: ${view.name}`} onClick={() => void drop.run(view)}>
                      {words('views.drop')}
                    </button>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Field label={words('views.name')} hint={words('views.name.hint')} value={name} maxLength={80} onInput={setName} problem={keep.problem.value?.at('/name') ?? null} />
      <Tick checked={shared} onTick={setShared}>
        {words('views.share')}
      </Tick>
      <p>
        <button type="button" class="quiet" aria-disabled={name.trim() === '' || keep.busy.value ? 'true' : undefined} onClick={() => (name.trim() === '' ? undefined : void keep.run({ name: name.trim(), shared, asked }))}>
          {words('views.keep')}
        </button>
      </p>
    </details>
  );
}
