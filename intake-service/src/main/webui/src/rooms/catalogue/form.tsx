import type { Problem } from '../../api/problem';
import type { Content, DraftBody } from '../../api/shapes';
import { Field, Pick, Tick } from '../../parts/field';
import { named, words } from '../../words/words';
import { DEPARTMENTS } from '../queue/departments';
import { FurtherForm, tidiedFurther } from './further';
import { lines, newFee, newLimit, newPaper, said, UNITS, type Fee, type Limit, type Paper } from './plan';
import { Rows } from './rows';

const CHANNELS = ['COUNTER', 'ONLINE', 'POST'] as const;
const RULES = ['FIXED', 'TIERED_PER_PAGE', 'FREE'] as const;
const KINDS = ['FEE', 'CHARGE'] as const;
const DUE = ['FILING', 'RETURN'] as const;

interface FormProps {
  body: DraftBody;
  problem: Problem | null;
  onChange: (body: DraftBody) => void;
}

/** All that a version says, as rows and fields; what is wrong stands at its place. */
export function DraftForm({ body, problem, onChange }: FormProps) {
  const content = body.content;
  const set = (more: Partial<Content>) => onChange({ ...body, content: { ...content, ...more } });
  const at = (pointer: string) => problem?.at(pointer) ?? null;
  return (
    <>
      <Field
        label={words('edit.name')}
        value={content.name.vi ?? ''}
        required
        maxLength={2000}
        problem={at('/content/name/vi')}
        onInput={(vi) => set({ name: { ...content.name, vi } })}
      />
      <Field
        label={words('edit.name.en')}
        value={content.name.en ?? ''}
        maxLength={2000}
        onInput={(en) => set({ name: { ...content.name, en: said(en) } })}
      />
      <div class="pair">
        <Field
          label={words('edit.field')}
          value={content.field ?? ''}
          required
          maxLength={300}
          problem={at('/content/field')}
          onInput={(field) => set({ field })}
        />
        <Pick
          label={words('edit.department')}
          value={content.department}
          options={DEPARTMENTS.map((value) => ({ value: value as string, label: words(`department.${value}`) }))}
          problem={at('/content/department')}
          onPick={(department) => set({ department })}
        />
      </div>
      <Field
        label={words('edit.authority')}
        value={content.authority ?? ''}
        maxLength={2000}
        problem={at('/content/authority')}
        onInput={(authority) => set({ authority: said(authority) })}
      />
      <Announced body={body} problem={problem} onChange={onChange} />
      <Papers rows={content.components} onChange={(components) => set({ components })} />
      <fieldset class="choices">
        <legend>{words('edit.channels')}</legend>
        <div class="row">
          {CHANNELS.map((channel) => (
            <Tick
              key={channel}
              checked={content.channels.includes(channel)}
              onTick={(on) => set({ channels: CHANNELS.filter((each) => (each === channel ? on : content.channels.includes(each))) })}
            >
              {words(`channel.${channel}`)}
            </Tick>
          ))}
        </div>
      </fieldset>
      <Limits rows={content.limits} problem={problem} channels={content.channels} onChange={(limits) => set({ limits })} />
      <Fees rows={content.fees} onChange={(fees) => set({ fees })} />
      <Rows
        title={words('edit.results')}
        none={words('edit.none')}
        add={words('edit.results.add')}
        rows={content.results}
        fresh={() => ({ name: '', code: null as unknown as string })}
        name={(row, n) => row.name || `${words('edit.results')} ${n + 1}`}
        onChange={(results) => set({ results })}
      >
        {(row, change) => (
          <Field label={words('edit.row.name')} value={row.name ?? ''} required onInput={(name) => change({ ...row, name })} />
        )}
      </Rows>
      <Field
        label={words('edit.legal')}
        hint={words('edit.legal.hint')}
        rows={3}
        value={content.legalBasis.join('\n')}
        onInput={(text) => set({ legalBasis: text.split('\n') })}
      />
      <FurtherForm says={content.further ?? {}} problem={problem} onChange={(further) => set({ further })} />
    </>
  );
}

/** As it is sent: lists without empty lines. */
export const tidied = (body: DraftBody): DraftBody => ({
  ...body,
  content: {
    ...body.content,
    legalBasis: lines(body.content.legalBasis.join('\n')),
    ...(body.content.further ? { further: tidiedFurther(body.content.further) } : {}),
  },
});

function Announced({ body, problem, onChange }: FormProps) {
  const decision: NonNullable<DraftBody['announcement']> = body.announcement ?? {};
  return (
    <fieldset>
      <legend>{words('edit.announced')}</legend>
      <div class="pair">
        <Field
          label={words('edit.decision.number')}
          value={decision.number ?? ''}
          maxLength={100}
          onInput={(number) => onChange({ ...body, announcement: { ...decision, number: said(number) } })}
        />
        <Field
          label={words('edit.decision.date')}
          type="date"
          value={decision.date ?? ''}
          problem={problem?.at('/announcement/date') ?? null}
          onInput={(date) => onChange({ ...body, announcement: { ...decision, date: said(date) } })}
        />
      </div>
      <Field
        label={words('edit.from')}
        type="date"
        value={body.effectiveFrom ?? ''}
        problem={problem?.at('/effectiveFrom') ?? null}
        onInput={(day) => onChange({ ...body, effectiveFrom: said(day) })}
      />
    </fieldset>
  );
}

function Papers({ rows, onChange }: { rows: Paper[]; onChange: (rows: Paper[]) => void }) {
  return (
    <Rows
      title={words('edit.papers')}
      none={words('edit.none')}
      add={words('edit.papers.add')}
      rows={rows}
      fresh={newPaper}
      name={(row, n) => row.name || `${words('edit.papers')} ${n + 1}`}
      onChange={onChange}
    >
      {(row, change) => (
        <>
          <Field label={words('edit.row.name')} value={row.name ?? ''} required rows={2} onInput={(name) => change({ ...row, name })} />
          <Field
            label={words('changed.part.templateFile')}
            hint={words('edit.template.hint')}
            value={row.templateFile ?? ''}
            onInput={(text) => change({ ...row, templateFile: said(text) })}
          />
          <Field label={words('changed.part.replacedBy')} value={row.replacedBy ?? ''} onInput={(text) => change({ ...row, replacedBy: said(text) })} />
          <Field label={words('edit.papers.case')} value={row.caseName ?? ''} onInput={(text) => change({ ...row, caseName: said(text) })} />
          <Whole label={words('edit.papers.originals')} value={row.originals} onInput={(originals) => change({ ...row, originals })} />
          <Whole label={words('edit.papers.copies')} value={row.copies} onInput={(copies) => change({ ...row, copies })} />
          <Whole label={words('edit.papers.certified')} value={row.certified ?? 0} onInput={(certified) => change({ ...row, certified: certified === 0 ? (null as unknown as number) : certified })} />
        </>
      )}
    </Rows>
  );
}

interface LimitsProps {
  rows: Limit[];
  channels: Content['channels'];
  problem: Problem | null;
  onChange: (rows: Limit[]) => void;
}

function Limits({ rows, channels, problem, onChange }: LimitsProps) {
  const free = channels.find((channel) => !rows.some((row) => row.channel === channel)) ?? 'COUNTER';
  return (
    <Rows
      title={words('edit.limits')}
      none={words('edit.none')}
      add={words('edit.limits.add')}
      rows={rows}
      fresh={() => newLimit(free)}
      name={(row, n) => `${words('edit.limits')} ${n + 1}: ${named('channel', row.channel)}`}
      onChange={onChange}
    >
      {(row, change, n) => (
        <>
          <Pick
            label={words('edit.channel')}
            value={row.channel}
            options={CHANNELS.map((value) => ({ value, label: words(`channel.${value}`) }))}
            problem={problem?.at(`/content/limits/${n}/channel`) ?? null}
            onPick={(channel) => change({ ...row, channel })}
          />
          {row.unit === 'SAME_DAY' ? null : (
            <Whole
              label={words('edit.amount')}
              value={row.amount}
              problem={problem?.at(`/content/limits/${n}/amount`) ?? null}
              onInput={(amount) => change({ ...row, amount })}
            />
          )}
          <Pick
            label={words('edit.unit')}
            value={row.unit}
            options={UNITS.map((value) => ({ value, label: words(`edit.unit.${value}`) }))}
            onPick={(unit) => change({ ...row, unit })}
          />
          <Field label={words('edit.ground')} value={row.source ?? ''} onInput={(text) => change({ ...row, source: said(text) })} />
        </>
      )}
    </Rows>
  );
}

function Fees({ rows, onChange }: { rows: Fee[]; onChange: (rows: Fee[]) => void }) {
  return (
    <Rows
      title={words('edit.fees')}
      none={words('edit.none')}
      add={words('edit.fees.add')}
      rows={rows}
      fresh={newFee}
      name={(row, n) => `${words('edit.fees')} ${n + 1}: ${row.channel ? named('channel', row.channel) : words('edit.channel.all')}`}
      onChange={onChange}
    >
      {(row, change) => (
        <>
          <Pick<(typeof CHANNELS)[number]>
            label={words('edit.channel')}
            value={row.channel ?? ''}
            empty={words('edit.channel.all')}
            options={CHANNELS.map((value) => ({ value, label: words(`channel.${value}`) }))}
            onPick={(channel) => change({ ...row, channel: said(channel) as Fee['channel'] })}
          />
          <Pick
            label={words('edit.rule')}
            value={row.rule}
            options={RULES.map((value) => ({ value, label: words(`edit.rule.${value}`) }))}
            onPick={(rule) => change({ ...row, rule, amountVnd: rule === 'FREE' ? 0 : row.amountVnd })}
          />
          {row.rule === 'FREE' ? null : (
            <>
              <Pick<(typeof KINDS)[number]>
                label={words('edit.kind')}
                value={row.kind ?? ''}
                empty={words('edit.unknown')}
                options={KINDS.map((value) => ({ value, label: words(`money.${value}`) }))}
                onPick={(kind) => change({ ...row, kind: said(kind) as Fee['kind'] })}
              />
              <Whole label={words('edit.money')} value={row.amountVnd} onInput={(amountVnd) => change({ ...row, amountVnd })} />
              <Pick<(typeof DUE)[number]>
                label={words('edit.due')}
                value={row.dueAt ?? ''}
                empty={words('edit.unknown')}
                options={DUE.map((value) => ({ value, label: words(`money.due.${value}`) }))}
                onPick={(due) => change({ ...row, dueAt: said(due) as Fee['dueAt'] })}
              />
              <Field label={words('edit.ground')} value={row.source ?? ''} onInput={(text) => change({ ...row, source: said(text) })} />
            </>
          )}
        </>
      )}
    </Rows>
  );
}

/** A whole number from nought on. */
function Whole({ label, value, onInput, problem }: { label: string; value: number; onInput: (value: number) => void; problem?: string | null }) {
  return (
    <Field
      label={label}
      type="number"
      min={0}
      value={String(value)}
      problem={problem ?? null}
      onInput={(text) => onInput(Math.max(0, Math.trunc(Number(text) || 0)))}
    />
  );
}
