import { useEffect, useRef } from 'preact/hooks';
import type { ActionRequest, Payment } from '../../api/shapes';
import { useKey } from '../../keys/keys';
import { Choices, Field, Pick, Tick } from '../../parts/field';
import { useKept } from '../../parts/kept';
import { dong } from '../../time/legal';
import { named, words, type Key } from '../../words/words';
import { Foot, type ActFormProps, type FormAct } from './act-form';
import { ApologiseForm } from './apologise';
import { CorrectForm } from './correct';
import { SubmitForm } from './submit';
import { AnotherGround, FORMER_NAME, FormerNameNote, REASONS, ReasonFields } from './reasons';

const TITLES: Record<FormAct, Key> = {
  SUBMIT: 'action.SUBMIT',
  RECEIVE: 'act.limit.title',
  REFUSE: 'act.refuse.title',
  ASK_SUPPLEMENT: 'act.ask.title',
  SUPPLY: 'act.supply.title',
  PAY: 'act.pay.title',
  ASK_WITHDRAWAL: 'act.withdraw.title',
  DENY: 'act.deny.title',
  CORRECT: 'act.correct.title',
  APOLOGISE: 'action.APOLOGISE',
};

export function ActForm(props: ActFormProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [props.act]);
  useKey('Escape', props.onCancel);
  const Body = FORMS[props.act];
  return (
    <section class="act-form">
      <h2 ref={heading} tabIndex={-1}>
        {words(TITLES[props.act])}
      </h2>
      <Body {...props} />
    </section>
  );
}

type AgreedUnit = 'WORKING_DAY' | 'DAY' | 'HOUR' | 'MONTH';
const AGREED: AgreedUnit[] = ['WORKING_DAY', 'DAY', 'HOUR', 'MONTH'];

function LimitForm({ dossier, problem, busy, onSend, onCancel }: ActFormProps) {
  const [amount, setAmount] = useKept(`${dossier.id}/RECEIVE/amount`, '');
  const [unit, setUnit] = useKept<AgreedUnit>(`${dossier.id}/RECEIVE/unit`, 'WORKING_DAY');
  const [reason, setReason] = useKept(`${dossier.id}/RECEIVE/reason`, '');
  return (
    <>
      <p>{words('act.limit.text')}</p>
      <div class="pair">
        <Field label={words('act.limit.amount')} type="number" min={1} max={4000} value={amount} onInput={setAmount} required problem={problem?.at('/agreedLimit/amount') ?? null} />
        <Pick label={words('act.limit.unit')} value={unit} options={AGREED.map((value) => ({ value, label: words(`limit.unit.${value}`) }))} onPick={setUnit} />
      </div>
      <Field label={words('act.limit.reason')} rows={2} value={reason} onInput={setReason} required maxLength={2000} problem={problem?.at('/agreedLimit/reason') ?? null} />
      <Foot
        label={words('action.RECEIVE.print')}
        ready={Number(amount) > 0 && reason.trim() !== ''}
        busy={busy}
        onSend={() => onSend({ action: 'RECEIVE', agreedLimit: { amount: Number(amount), unit, reason: reason.trim() } } as ActionRequest)}
        onCancel={onCancel}
      />
    </>
  );
}

function RefuseForm({ dossier, problem, busy, onSend, onCancel }: ActFormProps) {
  const [code, setCode] = useKept<string>(`${dossier.id}/REFUSE/code`, REASONS.REFUSE[0]);
  const [text, setText] = useKept(`${dossier.id}/REFUSE/text`, '');
  const [another, setAnother] = useKept(`${dossier.id}/REFUSE/another`, false);
  return (
    <>
      <ReasonFields
        codes={REASONS.REFUSE}
        code={code}
        text={text}
        problem={problem}
        onChange={(picked, typed) => {
          setCode(picked);
          setText(typed);
        }}
      />
      <AnotherGround problem={problem} said={another} onSay={setAnother} />
      <Foot
        label={words('action.REFUSE')}
        ready={text.trim() !== '' && code !== FORMER_NAME}
        busy={busy}
        onSend={() => onSend({ action: 'REFUSE', reasonCode: code, reason: text.trim(), anotherGround: another || undefined })}
        onCancel={onCancel}
      />
    </>
  );
}

interface AskedItem {
  reasonCode: string;
  note: string;
}

function AskForm({ dossier, problem, busy, onSend, onCancel }: ActFormProps) {
  const [items, setItems] = useKept<Record<string, AskedItem>>(`${dossier.id}/ASK_SUPPLEMENT/items`, () =>
    Object.fromEntries(
      dossier.papers.filter((paper) => paper.open).map((paper) => [paper.component, { reasonCode: REASONS.PAPER[0], note: '' }]),
    ),
  );
  const [code, setCode] = useKept<string>(`${dossier.id}/ASK_SUPPLEMENT/code`, REASONS.ASK_SUPPLEMENT[0]);
  const [text, setText] = useKept(`${dossier.id}/ASK_SUPPLEMENT/text`, '');
  const [another, setAnother] = useKept(`${dossier.id}/ASK_SUPPLEMENT/another`, false);
  const [groundCode, setGroundCode] = useKept<string>(`${dossier.id}/ASK_SUPPLEMENT/groundCode`, REASONS.FURTHER[0]);
  const [ground, setGround] = useKept(`${dossier.id}/ASK_SUPPLEMENT/ground`, '');
  const further = dossier.supplement !== null;
  const chosen = Object.keys(items);
  const lawful = Object.values(items).every((item) => item.reasonCode !== FORMER_NAME);
  const set = (component: string, item: AskedItem | null) => {
    const next = { ...items };
    if (item) next[component] = item;
    else delete next[component];
    setItems(next);
  };
  return (
    <>
      <fieldset>
        <legend>{words('act.ask.items')}</legend>
        {chosen.length === 0 ? <p class="field-problem">{words('act.ask.none')}</p> : null}
        <ul class="plain">
          {dossier.papers.map((paper) => {
            const item = items[paper.component];
            return (
              <li key={paper.component}>
                <Tick checked={item !== undefined} onTick={(on) => set(paper.component, on ? { reasonCode: REASONS.PAPER[0], note: '' } : null)}>
                  {paper.name ?? paper.component}
                </Tick>
                {item ? (
                  <div class="pair indent">
                    <Pick
                      label={words('reason.label')}
                      value={item.reasonCode}
                      options={REASONS.PAPER.map((value) => ({ value: value as string, label: named('reason', value) }))}
                      onPick={(reasonCode) => set(paper.component, { ...item, reasonCode })}
                    />
                    <Field label={words('act.ask.note')} value={item.note} onInput={(note) => set(paper.component, { ...item, note })} maxLength={2000} />
                  </div>
                ) : null}
                {item?.reasonCode === FORMER_NAME ? <FormerNameNote /> : null}
              </li>
            );
          })}
        </ul>
      </fieldset>
      <ReasonFields
        codes={REASONS.ASK_SUPPLEMENT}
        code={code}
        text={text}
        problem={problem}
        onChange={(picked, typed) => {
          setCode(picked);
          setText(typed);
        }}
      />
      {further ? (
        <fieldset>
          <legend>{words('act.ask.further.ground')}</legend>
          <p class="note">{words('act.ask.further')}</p>
          <Pick
            label={words('act.ask.further.code')}
            value={groundCode}
            options={REASONS.FURTHER.map((value) => ({ value: value as string, label: named('reason', value) }))}
            onPick={setGroundCode}
            problem={problem?.at('/groundCode') ?? null}
          />
          <Field
            label={words('act.ask.further.ground')}
            rows={2}
            value={ground}
            onInput={setGround}
            required
            maxLength={2000}
            hint={words('act.ask.further.hint')}
            problem={problem?.at('/ground') ?? null}
          />
        </fieldset>
      ) : null}
      <AnotherGround problem={problem} said={another} onSay={setAnother} />
      <Foot
        label={words('action.ASK_SUPPLEMENT')}
        ready={chosen.length > 0 && text.trim() !== '' && lawful && (!further || ground.trim() !== '')}
        busy={busy}
        onSend={() =>
          onSend({
            action: 'ASK_SUPPLEMENT',
            items: chosen.map((component) => ({
              component,
              reasonCode: items[component]?.reasonCode ?? REASONS.PAPER[0],
              note: items[component]?.note.trim() || undefined,
            })),
            reasonCode: code,
            reason: text.trim(),
            anotherGround: another || undefined,
            ...(further ? { groundCode, ground: ground.trim() } : {}),
          })
        }
        onCancel={onCancel}
      />
    </>
  );
}

function SupplyForm({ dossier, busy, onSend, onCancel }: ActFormProps) {
  const asked = dossier.papers.filter((paper) => paper.asked?.open);
  const [brought, setBrought] = useKept<string[]>(`${dossier.id}/SUPPLY/brought`, asked.map((paper) => paper.component));
  return (
    <>
      <fieldset>
        <legend>{words('act.supply.items')}</legend>
        {asked.map((paper) => (
          <Tick
            key={paper.component}
            checked={brought.includes(paper.component)}
            onTick={(on) => setBrought(on ? [...brought, paper.component] : brought.filter((each) => each !== paper.component))}
          >
            {paper.name ?? paper.component}
          </Tick>
        ))}
      </fieldset>
      <Foot
        label={words('action.SUPPLY.main')}
        ready={brought.length > 0}
        busy={busy}
        onSend={() => onSend({ action: 'SUPPLY', components: brought } as ActionRequest)}
        onCancel={onCancel}
      />
    </>
  );
}

type Method = 'CASH' | 'TRANSFER';

function PayForm({ dossier, problem, busy, onSend, onCancel }: ActFormProps) {
  const open = dossier.payments.filter((payment) => payment.state === 'OPEN');
  const [chosen, setChosen] = useKept<string[]>(`${dossier.id}/PAY/chosen`, open.map((payment) => payment.id));
  const [method, setMethod] = useKept<Method>(`${dossier.id}/PAY/method`, 'CASH');
  const [receipt, setReceipt] = useKept(`${dossier.id}/PAY/receipt`, '');
  const paid = open.filter((payment) => chosen.includes(payment.id));
  const total = paid.reduce((sum, payment) => sum + payment.amountVnd, 0);
  const label = (payment: Payment) =>
    `${named('money', payment.kind)} ${dong(payment.amountVnd)} · ${payment.reasonCode ? named('reason', payment.reasonCode) : named('money.due', payment.dueAt)}`;
  return (
    <>
      <fieldset>
        <legend>{words('money.title')}</legend>
        {open.map((payment) => (
          <Tick
            key={payment.id}
            checked={chosen.includes(payment.id)}
            onTick={(on) => setChosen(on ? [...chosen, payment.id] : chosen.filter((each) => each !== payment.id))}
          >
            {label(payment)}
          </Tick>
        ))}
      </fieldset>
      <Choices
        label={words('money.method')}
        value={method}
        options={(['CASH', 'TRANSFER'] as Method[]).map((value) => ({ value, label: words(`money.method.${value}`) }))}
        onPick={setMethod}
      />
      <Field label={words('money.receipt')} value={receipt} onInput={setReceipt} maxLength={40} problem={problem?.at('/receipt') ?? null} />
      <Foot
        label={words('action.PAY.amount', { amount: dong(total) })}
        ready={total > 0}
        busy={busy}
        onSend={() =>
          onSend({
            action: 'PAY',
            payments: paid.map((payment) => payment.id),
            amountVnd: total,
            method,
            receipt: receipt.trim() || undefined,
          } as ActionRequest)
        }
        onCancel={onCancel}
      />
    </>
  );
}

function WithdrawForm({ dossier, busy, onSend, onCancel }: ActFormProps) {
  const [reason, setReason] = useKept(`${dossier.id}/ASK_WITHDRAWAL/reason`, '');
  return (
    <>
      <Field label={words('act.withdraw.reason')} rows={2} value={reason} onInput={setReason} maxLength={2000} />
      <Foot
        label={words('action.ASK_WITHDRAWAL')}
        ready
        busy={busy}
        onSend={() => onSend({ action: 'ASK_WITHDRAWAL', reason: reason.trim() || undefined } as ActionRequest)}
        onCancel={onCancel}
      />
    </>
  );
}

function DenyForm({ dossier, problem, busy, onSend, onCancel }: ActFormProps) {
  const [code, setCode] = useKept<string>(`${dossier.id}/DENY/code`, REASONS.DENY[0]);
  const [text, setText] = useKept(`${dossier.id}/DENY/text`, '');
  return (
    <>
      <ReasonFields
        codes={REASONS.DENY}
        code={code}
        text={text}
        problem={problem}
        onChange={(picked, typed) => {
          setCode(picked);
          setText(typed);
        }}
      />
      <Foot
        label={words('action.DENY')}
        ready={text.trim() !== ''}
        busy={busy}
        onSend={() => onSend({ action: 'DENY', reasonCode: code, reason: text.trim() })}
        onCancel={onCancel}
      />
    </>
  );
}

const FORMS: Record<FormAct, (props: ActFormProps) => preact.JSX.Element> = {
  SUBMIT: SubmitForm,
  RECEIVE: LimitForm,
  REFUSE: RefuseForm,
  ASK_SUPPLEMENT: AskForm,
  SUPPLY: SupplyForm,
  PAY: PayForm,
  ASK_WITHDRAWAL: WithdrawForm,
  DENY: DenyForm,
  CORRECT: CorrectForm,
  APOLOGISE: ApologiseForm,
};
