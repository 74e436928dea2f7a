import { useEffect, useRef, useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import { useLive } from '../../api/live';
import { unitName } from '../../api/names';
import type { HotlineLimits, HotlineLimitsWanted } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Field } from '../../parts/field';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded } from '../../parts/states';
import { has, ownUnit } from '../../session/session';
import { when } from '../../time/legal';
import { words } from '../../words/words';
import '../../words/later';
import { readLimits, setLimits } from './calls';
import { DAYS, daysOf, type Days } from './days';
import { Parts } from './parts';

/** Until when the unit owes what, and the rule it comes from; its leader may be stricter, never more lenient. */
export function Limits() {
  const unit = ownUnit.value;
  const live = useLive<{ limits: HotlineLimits; etag: string }>(`hotline limits ${unit}`, (signal) => readLimits(unit, signal), 60);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="queue">
      <h1 ref={heading} tabIndex={-1}>
        {words('hotline.part.limits')}
      </h1>
      <Parts />
      <Loaded live={live} loading={words('list.loading')}>
        {({ limits, etag }) => <LimitsOf limits={limits} etag={etag} unit={unit} leads={has('director')} refresh={() => live.refresh()} />}
      </Loaded>
    </section>
  );
}

interface Props {
  limits: HotlineLimits;
  etag: string;
  unit: string;
  leads: boolean;
  refresh: () => Promise<void>;
}

export function LimitsOf({ limits, etag, unit, leads, refresh }: Props) {
  const [changing, setChanging] = useState(false);
  return (
    <>
      <p>{words(limits.own ? 'hotline.limits.own' : 'hotline.limits.every', { unit: unitName(unit) })}</p>
      <table class="figures">
        <caption>{words('hotline.limits.caption')}</caption>
        <tbody>
          {DAYS.map((each) => (
            <tr key={each}>
              <th scope="row">{words(`hotline.limits.${each}`)}</th>
              <td>{words('hotline.limits.days', { n: limits[each] })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">
        {words('hotline.limits.source', { source: limits.source })}
        {limits.own && limits.officerName ? ` · ${words('hotline.limits.changed', { by: limits.officerName, at: when(limits.changedAt) })}` : ''}
      </p>
      {changing ? (
        <Change limits={limits} etag={etag} unit={unit} onDone={() => setChanging(false)} refresh={refresh} />
      ) : leads ? (
        <KeyButton main shortcut="Enter" onPress={() => setChanging(true)}>
          {words('hotline.limits.change')}
        </KeyButton>
      ) : null}
    </>
  );
}

function Change({ limits, etag, unit, onDone, refresh }: Omit<Props, 'leads'> & { onDone: () => void }) {
  const [typed, setTyped] = useState<Record<Days, string>>(() => daysOf(limits));
  const [source, setSource] = useState(limits.own ? limits.source : '');
  const act = useAct<{ seen: string; wanted: HotlineLimitsWanted }, HotlineLimits>(
    [unit],
    ({ seen, wanted }) => setLimits(unit, seen, wanted),
    () => {
      say(words('hotline.limits.done'));
      void refresh();
      onDone();
    },
  );
  const ready = source.trim().length >= 3 && DAYS.every((each) => /^[1-9]\d?$/.test(typed[each]));
  const send = () =>
    void act.run({
      seen: etag,
      wanted: {
        screenDays: Number(typed.screenDays),
        askDays: Number(typed.askDays),
        resolveDays: Number(typed.resolveDays),
        publishDays: Number(typed.publishDays),
        source: source.trim(),
      },
    });
  return (
    <div class="act-form" role="group" aria-label={words('hotline.limits.change')}>
      <h2>{words('hotline.limits.change')}</h2>
      <p class="note">{words('hotline.limits.note')}</p>
      {DAYS.map((each) => (
        <Field
          key={each}
          label={words(`hotline.limits.${each}`)}
          type="number"
          min={1}
          max={60}
          required
          value={typed[each]}
          onInput={(value) => setTyped({ ...typed, [each]: value })}
          problem={act.problem.value?.at(`/${each}`)}
        />
      ))}
      <Field label={words('hotline.limits.rule')} required maxLength={300} value={source} onInput={setSource} hint={words('hotline.limits.rule.hint')} problem={act.problem.value?.at('/source')} />
      <ProblemNote problem={act.problem.value} retry={act.again} reload={() => void act.renew(refresh)} close={act.clear} />
      <p class="row">
        <KeyButton main shortcut="F8" busy={act.busy.value || !ready} onPress={send}>
          {words('hotline.limits.save')}
        </KeyButton>
        <KeyButton shortcut="Escape" onPress={onDone}>
          {words('confirm.cancel')}
        </KeyButton>
      </p>
    </div>
  );
}
