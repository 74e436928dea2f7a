import { signal, type Signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation, useSearch } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { nameOf, procedure as readProcedure, unitName } from '../../api/names';
import { body, catalog, intake } from '../../api/services';
import type { OpenRequest, Procedure } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Choices, Field, Pick, Tick } from '../../parts/field';
import { keepsSomething } from '../../parts/kept';
import { ProblemNote } from '../../parts/problem-note';
import { answersOf } from '../../scan/guidance';
import { ownUnit } from '../../session/session';
import { scannedIdentity } from '../../shell/find';
import { dong } from '../../time/legal';
import { language, words } from '../../words/words';
import { showPin } from './pin';
import { markNotNeeded } from './guided';
import { inputOf, justScanned, nobody, PersonFields, type PersonForm } from './people';

interface Draft {
  /** Keys of the cases that apply, of the public guidance. */
  cases: string[];
  channel: 'COUNTER' | 'POST';
  owner: PersonForm;
  submitter: PersonForm | null;
  contact: PersonForm | null;
  pages: string;
  copies: string;
  returnMode: OpenRequest['returnMode'];
  language: 'vi' | 'en';
  competentUnit: string;
  returningUnit: string;
}

// What is typed is kept in memory for as long as the page lives, never in the browser's store: it names people.
const drafts = new Map<string, Signal<Draft>>();

function draftOf(code: string): Signal<Draft> {
  const known = drafts.get(code);
  if (known) return known;
  const card = scannedIdentity.peek();
  const owner = nobody();
  const made = signal<Draft>({
    cases: [],
    channel: 'COUNTER',
    owner: card ? { ...owner, name: card.name, identifier: card.number, address: card.address } : owner,
    submitter: null,
    contact: null,
    pages: '1',
    copies: '1',
    returnMode: 'COUNTER',
    language: 'vi',
    competentUnit: '',
    returningUnit: '',
  });
  scannedIdentity.value = null;
  drafts.set(code, made);
  return made;
}

/** Whether anything typed here would be lost with the page. */
export const typedSomething = (): boolean =>
  keepsSomething() || [...drafts.values()].some((draft) => draft.peek().owner.name !== '');

export function OpenForm({ code, onOpened }: { code: string; onOpened: (id: string) => void }) {
  const [, navigate] = useLocation();
  const draft = draftOf(code);
  const form = draft.value;
  const [missing, setMissing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const live = useLive<{ found: Procedure | null }>(`procedure ${code}`, async () => ({ found: await readProcedure(code) }), 3600);
  const guidance = useLive(`guidance ${code}`, () => body(catalog.GET('/api/catalog/procedures/{code}/guidance', { params: { path: { code } } })), 3600);
  const answered = useSearch();
  const found = live.data.value?.found ?? null;
  const set = (change: Partial<Draft>) => {
    draft.value = { ...draft.value, ...change };
  };
  const act = useAct<OpenRequest, { id: string }>(
    [code],
    async (request, key) => {
      const opened = await body(
        intake.POST('/api/intake/dossiers', { body: request, headers: { 'Idempotency-Key': key } }),
      );
      if (opened.pin) showPin(opened.id, opened.reference, opened.pin);
      await markNotNeeded(opened.id, code, { cases: form.cases, channel: request.channel });
      return opened;
    },
    (opened) => {
      drafts.delete(code);
      changed();
      onOpened(opened.id);
    },
  );

  useEffect(() => {
    const given = answersOf(answered);
    set({
      ...(given.cases.length > 0 ? { cases: given.cases } : {}),
      ...(given.pages ? { pages: given.pages } : {}),
      ...(given.copies ? { copies: given.copies } : {}),
      ...(given.channel === 'COUNTER' || given.channel === 'POST' ? { channel: given.channel } : {}),
      ...(given.returnMode ? { returnMode: given.returnMode as Draft['returnMode'] } : {}),
    });
  }, [answered]);

  useEffect(() => {
    if (live.data.value && !found) heading.current?.focus();
  }, [live.data.value]);

  function submit(): void {
    if (justScanned()) return;
    setMissing(form.owner.name.trim() === '');
    if (form.owner.name.trim() === '') return;
    void act.run(requestOf(code, form, found, ownUnit.value));
  }

  if (live.data.value && !found) {
    return (
      <section class="start">
        <h1 ref={heading} tabIndex={-1}>
          {words('open.procedure.missing', { code })}
        </h1>
        <ProblemNote problem={live.problem.value} retry={() => void live.refresh()} />
      </section>
    );
  }
  const choices = [...(guidance.data.value?.cases ?? []), ...(guidance.data.value?.proxy ? [guidance.data.value.proxy] : [])];
  return (
    <>
      <section class="dossier">
        <p class="small">{words('open.title')}</p>
        <h1 ref={heading} tabIndex={-1}>
          {found ? nameOf(found) : '…'} <span class="code">{code}</span>
        </h1>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {choices.length > 0 ? (
            <details open={form.cases.length > 0}>
              <summary>{words('open.case')}</summary>
              <p class="small">{words('open.case.hint')}</p>
              {choices.map((each) => (
                <Tick
                  key={each.key}
                  checked={form.cases.includes(each.key)}
                  onTick={(chosen) => set({ cases: chosen ? [...form.cases, each.key] : form.cases.filter((key) => key !== each.key) })}
                >
                  <span lang="vi">{each.label}</span>
                </Tick>
              ))}
            </details>
          ) : null}
          <fieldset>
            <legend>{words('open.owner')}</legend>
            <PersonFields
              form={form.owner}
              onChange={(owner) => set({ owner })}
              pointer="/owner"
              problem={act.problem.value}
              autoFocus
              nameProblem={missing && form.owner.name.trim() === '' ? words('open.missing') : null}
            />
          </fieldset>
          <Other
            title={words('part.submitter')}
            add={words('open.submitter.add')}
            form={form.submitter}
            onChange={(submitter) => set({ submitter })}
            pointer="/submitter"
            problem={act.problem.value}
            authorised
          />
          <Other
            title={words('part.contact')}
            add={words('open.contact.add')}
            form={form.contact}
            onChange={(contact) => set({ contact })}
            pointer="/contact"
            problem={act.problem.value}
          />
          <div class="pair">
            <Choices
              label={words('open.channel')}
              value={form.channel}
              options={[
                { value: 'COUNTER', label: words('channel.COUNTER') },
                { value: 'POST', label: words('channel.POST') },
              ]}
              onPick={(channel) => set({ channel })}
            />
            <Pick
              label={words('open.return')}
              value={form.returnMode}
              options={[
                { value: 'COUNTER', label: words('return.COUNTER') },
                { value: 'POST', label: words('return.POST') },
                { value: 'ELECTRONIC', label: words('return.ELECTRONIC') },
              ]}
              onPick={(returnMode) => set({ returnMode })}
            />
          </div>
          {found && counted(found) ? (
            <div class="pair">
              <Field label={words('open.pages')} type="number" min={0} value={form.pages} onInput={(pages) => set({ pages })} problem={act.problem.value?.at('/quantities') ?? act.problem.value?.at('/quantities/pages')} />
              <Field label={words('open.copies')} type="number" min={0} value={form.copies} onInput={(copies) => set({ copies })} problem={act.problem.value?.at('/quantities/copies')} />
            </div>
          ) : null}
          <details>
            <summary>{words('open.more')}</summary>
            <UnitPick label={words('open.competent')} value={form.competentUnit} onPick={(competentUnit) => set({ competentUnit })} problem={act.problem.value?.at('/competentUnit') ?? null} />
            <UnitPick label={words('open.returning')} value={form.returningUnit} onPick={(returningUnit) => set({ returningUnit })} problem={act.problem.value?.at('/returningUnit') ?? null} />
            <Choices
              label={words('open.language')}
              value={form.language}
              options={[
                { value: 'vi', label: words('open.language.vi') },
                { value: 'en', label: words('open.language.en') },
              ]}
              onPick={(chosen) => set({ language: chosen })}
            />
          </details>
          <button type="submit" class="hidden" tabIndex={-1} aria-hidden="true" />
        </form>
      </section>
      <aside class="act-side">
        {found ? <Facts procedure={found} channel={form.channel} /> : null}
        <ProblemNote problem={act.problem.value} retry={submit} />
        <div class="buttons">
          <KeyButton shortcut="Enter" main busy={act.busy.value} onPress={submit}>
            {words('open.submit')}
          </KeyButton>
          <KeyButton
            onPress={() => {
              drafts.delete(code);
              navigate('/counter');
            }}
          >
            {words('open.cancel')}
          </KeyButton>
        </div>
      </aside>
    </>
  );
}

function requestOf(code: string, form: Draft, found: Procedure | null, unit: string): OpenRequest {
  return {
    procedureCode: code,
    channel: form.channel,
    receivingUnit: unit,
    competentUnit: form.competentUnit || unit,
    returningUnit: form.returningUnit || unit,
    owner: inputOf(form.owner),
    submitter: form.submitter && form.submitter.name.trim() !== '' ? inputOf(form.submitter) : undefined,
    contact: form.contact && form.contact.name.trim() !== '' ? inputOf(form.contact) : undefined,
    quantities: found && counted(found) ? { pages: Number(form.pages) || 0, copies: Number(form.copies) || 0 } : undefined,
    returnMode: form.returnMode,
    language: form.language,
  };
}

/** Whether a fee of the procedure counts pages or copies. */
const counted = (found: Procedure): boolean =>
  found.fees.some((fee) => fee.rule === 'TIERED_PER_PAGE' || fee.per === 'copy' || fee.per === 'page');

const feeText = (fee: Procedure['fees'][number]): string =>
  fee.rule === 'TIERED_PER_PAGE'
    ? words(fee.toUnit ? 'open.fee.tier' : 'open.fee.tier.on', {
        amount: dong(fee.amountVnd),
        from: fee.fromUnit ?? 1,
        to: fee.toUnit ?? '',
      })
    : dong(fee.amountVnd);

/** The limit and the fee as published, before anything is promised. */
function Facts({ procedure, channel }: { procedure: Procedure; channel: string }) {
  const limit = procedure.limits.find((each) => each.channel === channel);
  const fees = procedure.fees.filter((fee) => !fee.channel || fee.channel === channel);
  return (
    <dl class="facts">
      <dt>{words('due.title')}</dt>
      <dd>
        {limit
          ? limit.unit === 'SAME_DAY'
            ? words('limit.SAME_DAY', { cutOff: (limit.cutOff ?? '15:00').slice(0, 5) })
            : words(`limit.${limit.unit}`, { n: limit.amount })
          : words('limit.none')}
      </dd>
      <dt>{words('money.title')}</dt>
      <dd>
        {fees.length === 0
          ? words('open.fee.open')
          : fees.every((fee) => fee.rule === 'FREE')
            ? words('open.free')
            : fees.map(feeText).join(' · ')}
      </dd>
    </dl>
  );
}

interface OtherProps {
  title: string;
  add: string;
  form: PersonForm | null;
  onChange: (form: PersonForm | null) => void;
  pointer: string;
  problem: Parameters<typeof PersonFields>[0]['problem'];
  authorised?: boolean;
}

function Other({ title, add, form, onChange, pointer, problem, authorised }: OtherProps) {
  return form ? (
    <fieldset>
      <legend>{title}</legend>
      <PersonFields form={form} onChange={onChange} pointer={pointer} problem={problem} authorised={authorised} />
      <button type="button" class="quiet" onClick={() => onChange(null)}>
        {words('open.remove')}
      </button>
    </fieldset>
  ) : (
    <p>
      <button type="button" class="quiet" onClick={() => onChange(nobody())}>
        + {add}
      </button>
    </p>
  );
}

interface UnitPickProps {
  label: string;
  value: string;
  onPick: (unit: string) => void;
  problem: string | null;
}

/** The own unit, or any other of the province by its old or new name. */
function UnitPick({ label, value, onPick, problem }: UnitPickProps) {
  const [name, setName] = useState('');
  const other = value !== '' || name !== '';
  const [asks, setAsks] = useState(other);
  const live = useLive(name.length > 2 ? `unit ${name}` : null, async (abort) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (abort.aborted) return [];
    const answer = await body(
      catalog.GET('/api/catalog/units/resolve', { params: { query: { name } }, signal: abort }),
    );
    return answer.units;
  }, 3600);
  const province = ownUnit.value.slice(0, 3);
  const candidates = (live.data.value ?? []).filter((each) => each.id.startsWith(province)).slice(0, 6);
  return (
    <div>
      <Choices
        label={label}
        value={asks ? 'other' : 'own'}
        options={[
          { value: 'own', label: words('open.own-unit') },
          { value: 'other', label: words('open.other-unit') },
        ]}
        onPick={(which) => {
          setAsks(which === 'other');
          if (which === 'own') {
            onPick('');
            setName('');
          }
        }}
      />
      {asks ? (
        <>
          <Field label={words('open.unit.find')} value={name} onInput={setName} problem={problem} />
          {value ? <p class="note">{words('open.unit.chosen', { unit: unitName(value) })}</p> : null}
          {name.length > 2 && live.data.value && candidates.length === 0 ? <p class="small">{words('open.unit.none')}</p> : null}
          <div class="row" lang={language.value}>
            {candidates
              .filter((each) => each.id !== value)
              .map((each) => (
                <button key={each.id} type="button" class="quiet" onClick={() => onPick(each.id)}>
                  {each.name}
                </button>
              ))}
          </div>
        </>
      ) : null}
    </div>
  );
}
