import { signal, type Signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation, useSearch } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { changed, useLive } from '../../api/live';
import { nameOf, procedure as readProcedure } from '../../api/names';
import { body, catalog, intake } from '../../api/services';
import type { OpenRequest, Procedure } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { Choices, Pick, Tick } from '../../parts/field';
import { keepsSomething } from '../../parts/kept';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { answersOf } from '../../scan/guidance';
import { ownUnit } from '../../session/session';
import { scannedIdentity } from '../../shell/find';
import { words } from '../../words/words';
import { receiveAtOnce } from './at-once';
import { UnitPick } from './unit-pick';
import { printNewest } from './newest-form';
import { anOriginal, counted, countsOriginals, feesOf, Originals, quantitiesOf, type OriginalForm } from './originals';
import { showPin } from './pin';
import { Facts } from './facts';
import { markNotNeeded } from './guided';
import { holdsScans, sending, sendScans } from './scans';
import { inputOf, justScanned, nobody, PersonFields, type PersonForm } from './people';
import { SameMatterNote } from './same-person';

interface Draft {
  /** Keys of the cases that apply, of the public guidance. */
  cases: string[];
  channel: 'COUNTER' | 'POST' | 'ONLINE';
  owner: PersonForm;
  submitter: PersonForm | null;
  contact: PersonForm | null;
  originals: OriginalForm[];
  returnMode: OpenRequest['returnMode'];
  language: 'vi' | 'en';
  competentUnit: string;
  returningUnit: string;
  /** The answers of a scanned checklist, taken over once. */
  answers: string;
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
    originals: [anOriginal()],
    returnMode: 'COUNTER',
    language: 'vi',
    competentUnit: '',
    returningUnit: '',
    answers: '',
  });
  scannedIdentity.value = null;
  drafts.set(code, made);
  return made;
}

/** Whether anything typed here would be lost with the page. */
export const typedSomething = (): boolean =>
  keepsSomething() || holdsScans() || [...drafts.values()].some((draft) => draft.peek().owner.name !== '' || draft.peek().originals.some((row) => row.file));

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
  /** Originals seen and compared: received in the same go. */
  const atOnce = useRef(false);
  const set = (change: Partial<Draft>) => {
    draft.value = { ...draft.value, ...change };
  };
  const act = useAct<OpenRequest, { id: string; received: boolean; unsent: number }>(
    [code],
    async (request, key) => {
      const opened = await body(
        intake.POST('/api/intake/dossiers', { body: request, headers: { 'Idempotency-Key': key } }),
      );
      if (opened.pin) showPin(opened.id, opened.reference, opened.pin);
      const unsent = await sendScans(opened, form.originals);
      await markNotNeeded(opened.id, code, { cases: form.cases, channel: request.channel });
      const received = atOnce.current && unsent === 0 && (await receiveAtOnce(opened.id).then((dossier) => dossier.code !== null, () => false));
      return { id: opened.id, received, unsent };
    },
    ({ id, received, unsent }) => {
      drafts.delete(code);
      changed();
      onOpened(id);
      if (received) void printNewest(id, 'RECEIPT');
      else if (unsent > 0) say(words('originals.unsent', { n: unsent }));
      else if (atOnce.current) say(words('originals.not-at-once'));
    },
  );

  useEffect(() => {
    if (answered === draft.peek().answers) return;
    const given = answersOf(answered);
    set({
      answers: answered,
      ...(given.cases.length > 0 ? { cases: given.cases } : {}),
      ...(given.pages || given.copies ? { originals: [anOriginal(given.pages ?? '1', given.copies ?? '1')] } : {}),
      ...(given.channel === 'COUNTER' || given.channel === 'POST' ? { channel: given.channel } : {}),
      ...(given.returnMode ? { returnMode: given.returnMode as Draft['returnMode'] } : {}),
    });
  }, [answered]);

  useEffect(() => {
    if (live.data.value && !found) heading.current?.focus();
  }, [live.data.value]);

  function submit(receives = false): void {
    if (justScanned()) return;
    atOnce.current = receives;
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
            <SameMatterNote identifier={form.owner.identifier} procedure={code} />
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
                { value: 'ONLINE', label: words('open.assisted') },
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
          {form.channel === 'ONLINE' ? <p class="note">{words('open.assisted.text')}</p> : null}
          {found && counted(found) ? (
            <Originals
              fees={feesOf(found.fees, form.channel)}
              rows={form.originals}
              several={countsOriginals(found)}
              scans={countsOriginals(found)}
              problem={act.problem.value}
              onChange={(originals) => set({ originals })}
            />
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
        <ProblemNote problem={act.problem.value} retry={() => submit(atOnce.current)} />
        {sending.value ? (
          <p class="waiting" role="status">
            {words('originals.sending', sending.value)}
          </p>
        ) : null}
        <div class="buttons">
          <KeyButton shortcut="Enter" main busy={act.busy.value} onPress={() => submit()}>
            {words('open.submit')}
          </KeyButton>
          {found && countsOriginals(found) && form.channel === 'COUNTER' ? (
            <KeyButton shortcut="F8" busy={act.busy.value} onPress={() => submit(true)}>
              {words('originals.at-once')}
            </KeyButton>
          ) : null}
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
    quantities: found && counted(found) ? quantitiesOf(form.originals) : undefined,
    returnMode: form.returnMode,
    language: form.language,
  };
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
