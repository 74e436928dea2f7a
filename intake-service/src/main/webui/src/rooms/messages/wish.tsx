import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { changed } from '../../api/live';
import { unitName } from '../../api/names';
import type { Ringing, RingingWanted, RingingWish } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Choices, Tick } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import '../../words/later';
import { setRinging } from './calls';
import { begun, wanted, type Typed } from './plan';

const ASKING = ['OWNER', 'AUTHORISED'] as const;

interface Props {
  now: Ringing;
  etag: string;
  refresh: () => Promise<void>;
}

const yes = (on: boolean): string => words(on ? 'ringing.on' : 'ringing.off');

/** Which messages ring now, who said so before, and for reception of the counter the form to enter what a person says. */
export function Wish({ now, etag, refresh }: Props) {
  const [changing, setChanging] = useState(false);
  return (
    <section>
      <h2>{words('ringing.wish')}</h2>
      <dl class="facts">
        <dt>{words('ringing.sms')}</dt>
        <dd>
          <strong>{yes(now.sms)}</strong>
        </dd>
        <dt>{words('ringing.email')}</dt>
        <dd>
          <strong>{yes(now.email)}</strong>
        </dd>
      </dl>
      <p class="small">{words('ringing.inbox')}</p>
      {!now.mayChange ? (
        <p class="small">{words('ringing.others')}</p>
      ) : changing ? (
        <Change now={now} etag={etag} refresh={refresh} onDone={() => setChanging(false)} />
      ) : (
        <KeyButton main shortcut="Enter" onPress={() => setChanging(true)}>
          {words('ringing.change')}
        </KeyButton>
      )}
      <h3>{words('ringing.said')}</h3>
      {now.changes.length === 0 ? (
        <p class="empty">{words('ringing.said.none')}</p>
      ) : (
        <ol class="plain">
          {now.changes.map((each) => (
            <li key={each.number}>
              {when(each.at)} · {words('ringing.sms')}: {yes(each.sms)} · {words('ringing.email')}: {yes(each.email)} <span class="small">{saidBy(each)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const saidBy = (each: RingingWish): string =>
  each.by === 'PERSON'
    ? words('ringing.said.person')
    : words('ringing.said.officer', { officer: each.officer ?? '–', unit: unitName(each.unit ?? ''), asked: named('ringing.asked', each.askedBy) });

function Change({ now, etag, refresh, onDone }: Props & { onDone: () => void }) {
  const [typed, setTyped] = useState<Typed>(() => begun(now));
  const act = useAct<{ seen: string; body: RingingWanted }, Ringing>(
    [now.dossierId],
    ({ seen, body }) => setRinging(now.dossierId, seen, body),
    () => {
      changed();
      say(words('ringing.done'));
      onDone();
    },
  );
  const body = wanted(now, typed);
  return (
    <div class="act-form" role="group" aria-label={words('ringing.change')}>
      <h3>{words('ringing.change')}</h3>
      <p class="note">{words('ringing.note')}</p>
      <Tick checked={typed.sms} onTick={(sms) => setTyped({ ...typed, sms })}>
        {words('ringing.sms.on')}
      </Tick>
      <Tick checked={typed.email} onTick={(email) => setTyped({ ...typed, email })}>
        {words('ringing.email.on')}
      </Tick>
      <Choices label={words('ringing.asked')} value={typed.askedBy} options={ASKING.map((value) => ({ value, label: named('ringing.asked', value) }))} onPick={(askedBy) => setTyped({ ...typed, askedBy })} />
      <ProblemNote problem={act.problem.value} retry={act.again} reload={() => void act.renew(refresh)} close={act.clear} />
      <p class="row">
        <KeyButton
          main
          shortcut="F8"
          busy={act.busy.value || body === null}
          onPress={() => {
            if (body) void act.run({ seen: etag, body });
          }}
        >
          {words('ringing.save')}
        </KeyButton>
        <KeyButton shortcut="Escape" onPress={onDone}>
          {words('confirm.cancel')}
        </KeyButton>
      </p>
    </div>
  );
}
