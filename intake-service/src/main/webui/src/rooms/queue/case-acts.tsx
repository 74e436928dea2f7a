import { useEffect, useRef } from 'preact/hooks';
import { useLive } from '../../api/live';
import { unitName } from '../../api/names';
import type { Problem } from '../../api/problem';
import type { Case, CaseAct, CaseAction, DepartmentOfficer, Dossier } from '../../api/shapes';
import { KeyButton, useKey } from '../../keys/keys';
import { Choices, Field, Pick, Tick } from '../../parts/field';
import { useKept } from '../../parts/kept';
import { Loaded } from '../../parts/states';
import { clockTime, dong, legalDay, onPaper, when } from '../../time/legal';
import { named, words } from '../../words/words';
import { FORMER_NAME, FormerNameNote, REASONS } from '../counter/reasons';
import { UnitPick } from '../counter/unit-pick';
import { readOfficers } from './cases';
import { DEPARTMENTS } from './departments';

export type CaseFormAct = 'PROPOSE' | 'ASK_SUPPLEMENT' | 'ASK_PAYMENT' | 'ASK_EXTENSION' | 'HAND_ON' | 'SEND_BACK' | 'REASSIGN' | 'ASK_OPINION' | 'DECLINE' | 'RECALL';

const SUPPLEMENT = ['VERIFICATION_NEEDED', 'PAPERS_INCOMPLETE'] as const;
const PAPER = ['PAPER_MISSING', 'PAPER_UNREADABLE', 'PAPER_EXPIRED', 'PAPER_INCOMPLETE', 'PAPER_INCORRECT', 'FORMER_UNIT_NAME'] as const;
const PAYMENT = ['LAND_DUTY', 'LAND_FEE'] as const;
const EXTENSION = ['VERIFICATION_NEEDED', 'FIELD_SURVEY'] as const;
const BACK = ['RESULT_INCOMPLETE', 'VERIFICATION_NEEDED', 'FIELD_SURVEY'] as const;
const GROUND = ['CONDITIONS_NOT_MET', 'OUT_OF_COMPETENCE'] as const;
const KINDS = ['GRANTED', 'PARTLY_GRANTED', 'REFUSED'] as const;

const KEYS: Partial<Record<CaseAct, string>> = {
  ASK_SUPPLEMENT: 'F8',
  SEND_BACK: 'F9',
  ASK_PAYMENT: 'F7',
  RELEASE: 'F4',
};

const NEXT: CaseAct[] = ['DECIDE', 'OFFER_DRAFT', 'PROPOSE', 'CLAIM', 'ACCEPT', 'EXTEND', 'REISSUE'];
const ORDER: CaseAct[] = [...NEXT, 'SEND_BACK', 'ASK_OPINION', 'ASK_SUPPLEMENT', 'ASK_PAYMENT', 'ASK_EXTENSION', 'REASSIGN', 'HAND_ON', 'DECLINE', 'RECALL', 'RELEASE'];

/** Which act is the next one and which others stand below; what is held already is renewed elsewhere. */
export function caseButtons(one: Case): { main: CaseAct | null; others: { act: CaseAct; shortcut: string | undefined }[] } {
  const held = one.holder?.mine ?? false;
  const allowed = ORDER.filter((act) => one.allowedActions.includes(act) && !(act === 'CLAIM' && held));
  const main = NEXT.find((act) => allowed.includes(act)) ?? null;
  return { main, others: allowed.filter((act) => act !== main).map((act) => ({ act, shortcut: KEYS[act] })) };
}

export function caseFormFor(act: CaseAct): CaseFormAct | null {
  switch (act) {
    case 'PROPOSE':
    case 'ASK_SUPPLEMENT':
    case 'ASK_PAYMENT':
    case 'ASK_EXTENSION':
    case 'HAND_ON':
    case 'SEND_BACK':
    case 'REASSIGN':
    case 'ASK_OPINION':
    case 'DECLINE':
    case 'RECALL':
      return act;
    default:
      return null;
  }
}

/** The one sentence before what cannot be taken back. */
export function caseSentence(action: CaseAction, one: Case): string | null {
  const message = words('confirm.message');
  switch (action.action) {
    case 'ASK_SUPPLEMENT':
      return words('confirm.case.ASK_SUPPLEMENT', { n: action.items.length, message });
    case 'ASK_PAYMENT':
      return words('confirm.case.ASK_PAYMENT', { amount: dong(action.amountVnd ?? 0), message });
    case 'EXTEND':
      return words('confirm.case.EXTEND', { at: one.extension ? onPaper(one.extension.newDue) : '', message });
    case 'OFFER_DRAFT':
      return words('confirm.case.OFFER_DRAFT', { message });
    case 'DECIDE':
    case 'REISSUE':
      return `${words('confirm.DECIDE', { message })} ${words('signing.declaration')}`;
    default:
      return null;
  }
}

interface CaseFormProps {
  act: CaseFormAct;
  one: Case;
  dossier: Dossier | null;
  problem: Problem | null;
  busy: boolean;
  onSend: (action: CaseAction) => void;
  onCancel: () => void;
}

export function CaseForm(props: CaseFormProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [props.act]);
  useKey('Escape', props.onCancel);
  const Body = FORMS[props.act];
  return (
    <section class="act-form">
      <h2 ref={heading} tabIndex={-1}>
        {named('action', props.act)}
      </h2>
      <Body {...props} />
    </section>
  );
}

function Foot({ label, ready, busy, onSend, onCancel }: { label: string; ready: boolean; busy: boolean; onSend: () => void; onCancel: () => void }) {
  return (
    <div class="buttons">
      <KeyButton shortcut="Enter" main busy={busy || !ready} onPress={onSend}>
        {label}
      </KeyButton>
      <button type="button" class="quiet" onClick={onCancel}>
        <kbd>Esc</kbd> <span>{words('papers.cancel')}</span>
      </button>
    </div>
  );
}

const DECLINE = ['OUT_OF_COMPETENCE', 'VERIFICATION_NEEDED'] as const;
const RECALL = ['DUE_SOON', 'NO_LONGER_NEEDED'] as const;
const LIMITS = ['WORKING_DAY', 'WORKING_HOUR'] as const;

const reasons = (codes: readonly string[]) => codes.map((value) => ({ value, label: named('reason', value) }));

function ProposeForm({ one, problem, busy, onSend, onCancel }: CaseFormProps) {
  const [kind, setKind] = useKept<(typeof KINDS)[number]>(`${one.id}/PROPOSE/kind`, one.draft && one.draft.state !== 'CONFIRMED' ? 'REFUSED' : 'GRANTED');
  const [ground, setGround] = useKept<string>(`${one.id}/PROPOSE/ground`, GROUND[0]);
  const [without, setWithout] = useKept(`${one.id}/PROPOSE/without`, '');
  const waits = one.opinionsUntil !== null;
  const toldFirst = one.draft !== null && one.draft.state !== 'CONFIRMED';
  return (
    <>
      <p class="small">{words('confirm.PROPOSE')}</p>
      {toldFirst ? <p class="note">{words('certificate.refusal')}</p> : null}
      <Choices label={words('case.propose.kind')} value={kind} options={KINDS.map((value) => ({ value, label: words(`decision.${value}`) }))} onPick={setKind} />
      {kind === 'GRANTED' ? null : (
        <Pick label={words('case.propose.ground')} value={ground} options={reasons(GROUND)} onPick={setGround} problem={problem?.at('/groundCode') ?? null} />
      )}
      {waits ? (
        <Field
          label={words('case.propose.without')}
          value={without}
          onInput={setWithout}
          rows={2}
          maxLength={1000}
          required
          problem={problem?.at('/withoutOpinions') ?? null}
        />
      ) : null}
      <Foot
        label={words('case.propose.title')}
        ready={one.draftResult !== null && !(toldFirst && kind !== 'REFUSED') && (!waits || without.trim() !== '')}
        busy={busy}
        onSend={() =>
          onSend({
            action: 'PROPOSE',
            fence: one.holder?.fence ?? 0,
            decisionKind: kind,
            groundCode: kind === 'GRANTED' ? undefined : ground,
            resultId: one.draftResult,
            ...(waits ? { withoutOpinions: without.trim() } : {}),
          })
        }
        onCancel={onCancel}
      />
    </>
  );
}

function SupplementForm({ one, dossier, problem, busy, onSend, onCancel }: CaseFormProps) {
  const [items, setItems] = useKept<Record<string, string>>(`${one.id}/ASK_SUPPLEMENT/items`, {});
  const [code, setCode] = useKept<string>(`${one.id}/ASK_SUPPLEMENT/code`, SUPPLEMENT[0]);
  const [groundCode, setGroundCode] = useKept<string>(`${one.id}/ASK_SUPPLEMENT/groundCode`, REASONS.FURTHER[0]);
  const further = dossier?.supplement != null;
  const chosen = Object.keys(items);
  return (
    <>
      <fieldset>
        <legend>{words('act.ask.items')}</legend>
        <ul class="plain">
          {(dossier?.papers ?? []).map((paper) => (
            <li key={paper.component}>
              <Tick
                checked={paper.component in items}
                onTick={(on) => {
                  const next = { ...items };
                  if (on) next[paper.component] = PAPER[0];
                  else delete next[paper.component];
                  setItems(next);
                }}
              >
                {paper.name ?? paper.component}
              </Tick>
              {paper.component in items ? (
                <div class="indent">
                  <Pick
                    label={words('reason.label')}
                    value={items[paper.component] ?? PAPER[0]}
                    options={reasons(PAPER)}
                    onPick={(picked) => setItems({ ...items, [paper.component]: picked })}
                  />
                  {items[paper.component] === FORMER_NAME ? <FormerNameNote /> : null}
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      </fieldset>
      <Pick label={words('reason.label')} value={code} options={reasons(SUPPLEMENT)} onPick={setCode} problem={problem?.at('/reasonCode') ?? null} />
      {further ? (
        <>
          <p class="note">{words('act.ask.further')}</p>
          <Pick
            label={words('act.ask.further.code')}
            value={groundCode}
            options={reasons(REASONS.FURTHER)}
            onPick={setGroundCode}
            problem={problem?.at('/groundCode') ?? null}
          />
        </>
      ) : null}
      <Foot
        label={words('action.ASK_SUPPLEMENT')}
        ready={chosen.length > 0 && !Object.values(items).includes(FORMER_NAME)}
        busy={busy}
        onSend={() =>
          onSend({
            action: 'ASK_SUPPLEMENT',
            fence: one.holder?.fence ?? 0,
            items: chosen.map((component) => ({ component, reasonCode: items[component] ?? PAPER[0] })),
            reasonCode: code,
            ...(further ? { groundCode } : {}),
          })
        }
        onCancel={onCancel}
      />
    </>
  );
}

function PaymentForm({ one, problem, busy, onSend, onCancel }: CaseFormProps) {
  const [amount, setAmount] = useKept(`${one.id}/ASK_PAYMENT/amount`, '');
  const [code, setCode] = useKept<string>(`${one.id}/ASK_PAYMENT/code`, PAYMENT[0]);
  return (
    <>
      <Field label={words('case.ask-payment.amount')} type="number" min={1} value={amount} onInput={setAmount} required problem={problem?.at('/amountVnd') ?? null} />
      <Pick label={words('reason.label')} value={code} options={reasons(PAYMENT)} onPick={setCode} />
      <Foot
        label={words('action.ASK_PAYMENT')}
        ready={Number(amount) > 0}
        busy={busy}
        onSend={() => onSend({ action: 'ASK_PAYMENT', fence: one.holder?.fence ?? 0, amountVnd: Number(amount), reasonCode: code })}
        onCancel={onCancel}
      />
    </>
  );
}

function ExtensionForm({ one, problem, busy, onSend, onCancel }: CaseFormProps) {
  const [at, setAt] = useKept(`${one.id}/ASK_EXTENSION/at`, one.due ? `${legalDay(one.due)}T${clockTime(one.due)}` : '');
  const [code, setCode] = useKept<string>(`${one.id}/ASK_EXTENSION/code`, EXTENSION[0]);
  const later = at !== '' && (!one.due || Date.parse(`${at}:00+07:00`) > Date.parse(one.due));
  return (
    <>
      <Field
        label={words('case.extension.at')}
        type="datetime-local"
        value={at}
        onInput={setAt}
        required
        hint={one.due && !later ? words('case.extension.later', { due: onPaper(one.due) }) : null}
        problem={problem?.at('/newDue') ?? null}
      />
      <Pick label={words('reason.label')} value={code} options={reasons(EXTENSION)} onPick={setCode} />
      <Foot
        label={words('action.ASK_EXTENSION')}
        ready={later}
        busy={busy}
        onSend={() =>
          onSend({ action: 'ASK_EXTENSION', fence: one.holder?.fence ?? 0, newDue: new Date(`${at}:00+07:00`).toISOString(), reasonCode: code })
        }
        onCancel={onCancel}
      />
    </>
  );
}

/** To another department, or to another commune; from there only back to the competent unit. */
function HandOnForm({ one, problem, busy, onSend, onCancel }: CaseFormProps) {
  const elsewhere = one.unit !== one.competentUnit;
  const [unit, setUnit] = useKept<string>(`${one.id}/HAND_ON/unit`, elsewhere ? one.competentUnit : '');
  const [to, setTo] = useKept<string>(`${one.id}/HAND_ON/to`, one.homeDepartment ?? '');
  const leaves = unit !== '' && unit !== one.unit;
  const departments = DEPARTMENTS.filter((each) => (leaves || each !== one.department) && each !== 'unrouted');
  // what was picked for another unit may be the department where it lies
  const picked = departments.some((each) => each === to) ? to : '';
  return (
    <>
      {elsewhere ? (
        <Choices
          label={words('case.hand-on.unit')}
          value={leaves ? 'back' : 'own'}
          options={[
            { value: 'back', label: words('case.hand-on.back', { unit: unitName(one.competentUnit) }) },
            { value: 'own', label: words('case.hand-on.own') },
          ]}
          onPick={(which) => setUnit(which === 'back' ? one.competentUnit : '')}
        />
      ) : (
        <UnitPick label={words('case.hand-on.unit')} value={unit} onPick={setUnit} problem={problem?.at('/toUnit') ?? null} />
      )}
      {leaves && !elsewhere ? <p class="note">{words('case.hand-on.stays')}</p> : null}
      <Pick
        label={words('case.hand-on.to')}
        value={picked}
        empty={words('field.choose')}
        required
        options={departments.map((value) => ({ value: value as string, label: named('department', value) }))}
        onPick={setTo}
        problem={problem?.at('/toDepartment') ?? null}
      />
      <Foot
        label={named('action', 'HAND_ON')}
        ready={picked !== ''}
        busy={busy}
        onSend={() => onSend({ action: 'HAND_ON', fence: one.holder?.fence ?? undefined, toDepartment: picked, ...(leaves ? { toUnit: unit } : {}) })}
        onCancel={onCancel}
      />
    </>
  );
}

/** Asks another department; the clock of the dossier does not stop for it. */
function OpinionForm({ one, problem, busy, onSend, onCancel }: CaseFormProps) {
  const [unit, setUnit] = useKept<string>(`${one.id}/ASK_OPINION/unit`, '');
  const [to, setTo] = useKept<string>(`${one.id}/ASK_OPINION/to`, '');
  const [question, setQuestion] = useKept(`${one.id}/ASK_OPINION/question`, '');
  const [amount, setAmount] = useKept(`${one.id}/ASK_OPINION/amount`, '1');
  const [limit, setLimit] = useKept<(typeof LIMITS)[number]>(`${one.id}/ASK_OPINION/limit`, 'WORKING_DAY');
  const elsewhere = unit !== '' && unit !== one.unit;
  const departments = DEPARTMENTS.filter((each) => (elsewhere || each !== one.department) && each !== 'unrouted');
  // what was picked for another commune may be one's own department
  const picked = departments.some((each) => each === to) ? to : '';
  const asked = { action: 'ASK_OPINION' as const, fence: one.holder?.fence ?? 0, toDepartment: picked, question: question.trim() };
  return (
    <>
      <p class="small">{words('opinion.clock')}</p>
      <UnitPick label={words('opinion.whom')} value={unit} onPick={setUnit} problem={problem?.at('/toUnit') ?? null} />
      <Pick
        label={words('opinion.to')}
        value={picked}
        empty={words('field.choose')}
        required
        options={departments.map((value) => ({ value: value as string, label: named('department', value) }))}
        onPick={setTo}
        problem={problem?.at('/toDepartment') ?? null}
      />
      <Field label={words('opinion.question')} value={question} onInput={setQuestion} rows={3} maxLength={2000} required problem={problem?.at('/question') ?? null} />
      {elsewhere ? (
        <p class="note">{words('opinion.commune')}</p>
      ) : (
        <div class="row">
          <Field label={words('opinion.amount')} type="number" min={1} max={60} value={amount} onInput={setAmount} required problem={problem?.at('/amount') ?? null} />
          <Choices label={words('opinion.limit')} value={limit} options={LIMITS.map((value) => ({ value, label: named('opinion.limit', value) }))} onPick={setLimit} />
        </div>
      )}
      <Foot
        label={named('action', 'ASK_OPINION')}
        ready={picked !== '' && question.trim() !== '' && (elsewhere || Number(amount) > 0)}
        busy={busy}
        onSend={() => onSend(elsewhere ? { ...asked, toUnit: unit } : { ...asked, amount: Number(amount), limit })}
        onCancel={onCancel}
      />
    </>
  );
}

function DeclineForm({ one, busy, onSend, onCancel }: CaseFormProps) {
  const [code, setCode] = useKept<string>(`${one.id}/DECLINE/code`, DECLINE[0]);
  return (
    <>
      <Pick label={words('reason.label')} value={code} options={reasons(DECLINE)} onPick={setCode} />
      <Foot label={named('action', 'DECLINE')} ready busy={busy} onSend={() => onSend({ action: 'DECLINE', reasonCode: code })} onCancel={onCancel} />
    </>
  );
}

/** The competent unit takes its case back from the one that handles it. */
function RecallForm({ one, busy, onSend, onCancel }: CaseFormProps) {
  const [code, setCode] = useKept<string>(`${one.id}/RECALL/code`, RECALL[0]);
  return (
    <>
      <p class="small">{words('case.recall.what')}</p>
      <Pick label={words('reason.label')} value={code} options={reasons(RECALL)} onPick={setCode} />
      <Foot label={named('action', 'RECALL')} ready busy={busy} onSend={() => onSend({ action: 'RECALL', reasonCode: code })} onCancel={onCancel} />
    </>
  );
}

function BackForm({ one, busy, onSend, onCancel }: CaseFormProps) {
  const [code, setCode] = useKept<string>(`${one.id}/SEND_BACK/code`, BACK[0]);
  return (
    <>
      <Pick label={words('reason.label')} value={code} options={reasons(BACK)} onPick={setCode} />
      <Foot label={words('signing.back')} ready busy={busy} onSend={() => onSend({ action: 'SEND_BACK', reasonCode: code })} onCancel={onCancel} />
    </>
  );
}

/** Gives the case to an officer of its department. */
function ReassignForm({ one, problem, busy, onSend, onCancel }: CaseFormProps) {
  const officers = useLive<DepartmentOfficer[]>(`officers ${one.unit} ${one.department}`, (signal) => readOfficers(one.unit, one.department, signal), 60);
  const [to, setTo] = useKept(`${one.id}/REASSIGN/to`, '');
  return (
    <Loaded live={officers}>
      {(known) => {
        const chosen = known.find((each) => each.subject === to);
        return known.length === 0 ? (
          <>
            <p class="empty">{words('case.reassign.none')}</p>
            <p>
              <button type="button" class="quiet" onClick={onCancel}>
                <kbd>Esc</kbd> <span>{words('papers.cancel')}</span>
              </button>
            </p>
          </>
        ) : (
          <>
            <Pick
              label={words('case.reassign.to')}
              value={to}
              empty={words('field.choose')}
              options={known.map((each) => ({
                value: each.subject,
                label: words('case.reassign.officer', { name: each.name ?? each.subject, n: each.openCases, at: when(each.lastSeen) }),
              }))}
              onPick={setTo}
              required
              problem={problem?.at('/assignee') ?? null}
            />
            <Foot
              label={words('action.REASSIGN')}
              ready={chosen !== undefined}
              busy={busy}
              onSend={() => {
                if (chosen) onSend({ action: 'REASSIGN', assignee: chosen.subject, assigneeName: chosen.name ?? chosen.subject });
              }}
              onCancel={onCancel}
            />
          </>
        );
      }}
    </Loaded>
  );
}

const FORMS: Record<CaseFormAct, (props: CaseFormProps) => preact.JSX.Element> = {
  PROPOSE: ProposeForm,
  ASK_SUPPLEMENT: SupplementForm,
  ASK_PAYMENT: PaymentForm,
  ASK_EXTENSION: ExtensionForm,
  HAND_ON: HandOnForm,
  SEND_BACK: BackForm,
  REASSIGN: ReassignForm,
  ASK_OPINION: OpinionForm,
  DECLINE: DeclineForm,
  RECALL: RecallForm,
};
