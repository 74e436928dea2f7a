import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { useLive } from '../../api/live';
import type { RoutingPreview, RoutingRule, RoutingSet } from '../../api/shapes';
import { Field, Pick } from '../../parts/field';
import { forget, useKept } from '../../parts/kept';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { Loaded } from '../../parts/states';
import { has, ownUnit } from '../../session/session';
import { dong, onPaper } from '../../time/legal';
import { named, words } from '../../words/words';
import { activateRouting, draftRouting, previewRouting, readRouting } from './beside';
import { DEPARTMENTS } from './departments';

const CHANNELS = ['COUNTER', 'ONLINE', 'POST'] as const;
const TARGETS = DEPARTMENTS.filter((each) => each !== 'unrouted');

/** What a rule asks, in one line. */
export function asks(rule: RoutingRule): string {
  const parts = [
    rule.procedure ? words('routing.asks.procedure', { code: rule.procedure }) : '',
    rule.component ? words('routing.asks.component', { code: rule.component }) : '',
    rule.receivingUnit ? words('routing.asks.unit', { code: rule.receivingUnit }) : '',
    rule.channel ? named('channel', rule.channel) : '',
    rule.presented ? words('routing.asks.presented', { code: rule.presented }) : '',
    rule.notApplicable ? words('routing.asks.not-applicable', { code: rule.notApplicable }) : '',
    rule.pagesAtLeast ? words('routing.asks.pages', { n: rule.pagesAtLeast }) : '',
    rule.copiesAtLeast ? words('routing.asks.copies', { n: rule.copiesAtLeast }) : '',
    rule.feesAtLeastVnd ? words('routing.asks.fees-from', { amount: dong(rule.feesAtLeastVnd) }) : '',
    rule.feesBelowVnd ? words('routing.asks.fees-below', { amount: dong(rule.feesBelowVnd) }) : '',
    rule.dueWithinDays ? words('routing.asks.days', { n: rule.dueWithinDays }) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Where new cases of the unit go: the rules in force, a draft, what it would do. */
export function Routing() {
  const unit = ownUnit.value;
  const live = useLive<RoutingSet[]>(`routing ${unit}`, (signal) => readRouting(unit, signal), 60);
  return (
    <section class="routing">
      <h1>{words('routing.title')}</h1>
      <p class="small">{words('routing.hint')}</p>
      <Loaded live={live}>
        {(sets) => {
          const active = sets.find((each) => each.state === 'ACTIVE') ?? null;
          const draft = sets.find((each) => each.state === 'DRAFT') ?? null;
          return (
            <>
              <h2>{active ? words('routing.active', { n: active.version, who: active.activatedBy ?? '', at: active.activatedAt ? onPaper(active.activatedAt) : '' }) : words('routing.none')}</h2>
              {active ? <RuleList rules={active.rules} /> : null}
              {has('director') ? <Draft key={`${draft?.version ?? 0} ${draft?.revision ?? 0}`} unit={unit} active={active} draft={draft} refresh={live.refresh} /> : null}
            </>
          );
        }}
      </Loaded>
      <p>
        <Link href="/queue">{words('dossier.back')}</Link>
      </p>
    </section>
  );
}

function RuleList({ rules }: { rules: RoutingRule[] }) {
  return (
    <ol>
      {rules.map((rule) => (
        <li key={rule.name}>
          {rule.name} <span class="small">· {asks(rule)}</span> → <strong>{named('department', rule.department)}</strong>
        </li>
      ))}
    </ol>
  );
}

const blank = { name: '', department: 'office' } as RoutingRule;

function Draft({ unit, active, draft, refresh }: { unit: string; active: RoutingSet | null; draft: RoutingSet | null; refresh: () => Promise<void> }) {
  const [rules, setRules] = useKept<RoutingRule[]>(`routing/${unit}/rules`, () => draft?.rules ?? active?.rules ?? []);
  const [preview, setPreview] = useState<RoutingPreview | null>(null);
  const done = (said: string) => {
    forget(`routing/${unit}/`);
    say(said);
    void refresh();
  };
  const save = useAct<{ all: RoutingRule[] }, RoutingSet>([unit], ({ all }) => draftRouting(unit, all, draft?.revision ?? 0), () => done(words('routing.saved')));
  const look = useAct<{ version: number }, RoutingPreview>([unit], () => previewRouting(unit), setPreview);
  const start = useAct<{ revision: number }, RoutingSet>([unit], ({ revision }, key) => activateRouting(unit, revision, key), () => done(words('routing.started')));
  const set = (at: number, change: Partial<RoutingRule>) => setRules(rules.map((rule, index) => (index === at ? { ...rule, ...change } : rule)));
  return (
    <>
      <h2>{words('routing.draft')}</h2>
      <ol class="plain">
        {rules.map((rule, at) => (
          <li key={at} class="paper-row open">
            <Field label={words('routing.name')} value={rule.name} onInput={(name) => set(at, { name })} required maxLength={100} />
            <div class="row">
              <Field label={words('routing.procedure')} value={rule.procedure ?? ''} onInput={(text) => set(at, { procedure: text.trim() || undefined })} problem={save.problem.value?.at(`/rules/${at}/procedure`) ?? null} />
              <Field label={words('routing.component')} value={rule.component ?? ''} onInput={(text) => set(at, { component: text.trim() || undefined })} problem={save.problem.value?.at(`/rules/${at}/component`) ?? null} />
              <Field label={words('routing.unit')} value={rule.receivingUnit ?? ''} onInput={(text) => set(at, { receivingUnit: text.trim() || undefined })} />
            </div>
            <div class="row">
              <Pick
                label={words('routing.channel')}
                value={rule.channel ?? ''}
                empty={words('routing.any')}
                options={CHANNELS.map((value) => ({ value: value as string, label: named('channel', value) }))}
                onPick={(channel) => set(at, { channel: channel || undefined })}
              />
              <Field label={words('routing.days')} type="number" min={1} max={366} value={rule.dueWithinDays ? String(rule.dueWithinDays) : ''} onInput={(text) => set(at, { dueWithinDays: text ? Number(text) : undefined })} />
              <Pick
                label={words('routing.department')}
                value={rule.department}
                options={TARGETS.map((value) => ({ value: value as string, label: named('department', value) }))}
                onPick={(department) => set(at, { department })}
                problem={save.problem.value?.at(`/rules/${at}/department`) ?? null}
              />
            </div>
            <BroughtFields rule={rule} set={(change) => set(at, change)} problem={(field) => save.problem.value?.at(`/rules/${at}/${field}`) ?? null} />
            <button type="button" class="quiet" onClick={() => setRules(rules.filter((_, index) => index !== at))}>
              {words('routing.remove')}
            </button>
          </li>
        ))}
      </ol>
      {[save, look, start].map((each, at) => (
        <ProblemNote key={at} problem={each.problem.value} retry={each.again} reload={() => void each.renew(refresh)} close={each.clear} />
      ))}
      <p class="row">
        <button type="button" class="quiet" onClick={() => setRules([...rules, blank])}>
          {words('routing.add')}
        </button>
        <button type="button" disabled={save.busy.value || rules.some((rule) => rule.name.trim() === '')} onClick={() => void save.run({ all: rules })}>
          {words('routing.save')}
        </button>
        {draft ? (
          <button type="button" disabled={look.busy.value} onClick={() => void look.run({ version: draft.version })}>
            {words('routing.preview')}
          </button>
        ) : null}
        {draft && preview?.version === draft.version ? (
          <button type="button" disabled={start.busy.value} onClick={() => void start.run({ revision: draft.revision })}>
            {words('routing.start', { n: draft.version })}
          </button>
        ) : null}
      </p>
      {preview && draft ? <PreviewBox preview={preview} /> : null}
    </>
  );
}

const NUMBERS = ['pagesAtLeast', 'copiesAtLeast', 'feesAtLeastVnd', 'feesBelowVnd'] as const;

/** Conditions on what was brought: open where the rule has some. */
function BroughtFields({ rule, set, problem }: { rule: RoutingRule; set: (change: Partial<RoutingRule>) => void; problem: (field: string) => string | null }) {
  const asked = Boolean(rule.presented || rule.notApplicable || NUMBERS.some((each) => rule[each]));
  return (
    <details open={asked}>
      <summary>{words('routing.brought')}</summary>
      <p class="small">{words('routing.brought.hint')}</p>
      <div class="row">
        <Field label={words('routing.presented')} value={rule.presented ?? ''} onInput={(text) => set({ presented: text.trim() || undefined })} problem={problem('presented')} />
        <Field label={words('routing.not-applicable')} value={rule.notApplicable ?? ''} onInput={(text) => set({ notApplicable: text.trim() || undefined })} problem={problem('notApplicable')} />
      </div>
      <div class="row">
        {NUMBERS.map((each) => (
          <Field
            key={each}
            label={words(`routing.${each}`)}
            type="number"
            min={1}
            value={rule[each] ? String(rule[each]) : ''}
            onInput={(text) => set({ [each]: text ? Number(text) : undefined })}
            problem={problem(each)}
          />
        ))}
      </div>
    </details>
  );
}

export function PreviewBox({ preview }: { preview: RoutingPreview }) {
  return (
    <section role="status">
      <p>{words('routing.preview.sum', { moved: preview.moved, all: preview.lookedAt })}</p>
      <ul class="plain-lines">
        {preview.flows.map((flow) => (
          <li key={`${flow.from} ${flow.to}`}>
            {named('department', flow.from)} → <strong>{named('department', flow.to)}</strong>: {flow.cases}
          </li>
        ))}
        {preview.cases.map((one) => (
          <li key={one.caseId} class="small">
            <Link href={`/queue/${one.caseId}`}>
              <span class="code">{one.code}</span>
            </Link>{' '}
            · {one.procedureCode} · {named('department', one.from)} → {named('department', one.to)}
            {one.rule ? ` · ${one.rule}` : ''}
          </li>
        ))}
      </ul>
    </section>
  );
}
