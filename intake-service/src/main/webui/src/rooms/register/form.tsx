import { Field, Pick } from '../../parts/field';
import type { Problem } from '../../api/problem';
import { unitName } from '../../api/names';
import { officer } from '../../session/session';
import { named, words } from '../../words/words';
import { DEPARTMENTS } from '../queue/departments';
import { NOTHING, STANDINGS, type Asked, type Standing } from './filters';
import { HolderPick } from './holder';

const STAGES = [
  'PREPARING',
  'SUBMITTED',
  'RECEIVED',
  'IN_PROCESS',
  'AWAITING_SUPPLEMENT',
  'AWAITING_PAYMENT',
  'WITHDRAWAL_REQUESTED',
  'DECIDED',
  'RETURNED',
  'REFUSED',
  'STOPPED',
  'ABANDONED',
];
const CHANNELS = ['COUNTER', 'ONLINE', 'POST'];

interface FormProps {
  asked: Asked;
  change: (asked: Asked) => void;
  find: (asked: Asked) => void;
  busy: boolean;
  problem: Problem | null;
}

/** All by which the register is looked through, in sight at once. */
export function FilterForm({ asked, change, find, busy, problem }: FormProps) {
  const set = (part: Partial<Asked>) => change({ ...asked, ...part });
  const wrong = (member: string) => {
    const at = problem?.at(`/${member}`) ?? problem?.at(`/filters/${member}`) ?? null;
    return at && problem?.slug === 'too-many-named' ? problem.detail : at;
  };
  const units = officer.value?.units ?? [];
  return (
    <form
      class="filters no-print"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) find(asked);
      }}
    >
      <Field label={words('register.code')} hint={words('register.code.hint')} value={asked.code} maxLength={60} onInput={(code) => set({ code })} problem={wrong('code')} />
      <Field label={words('register.name')} hint={words('register.name.hint')} value={asked.name} maxLength={100} onInput={(name) => set({ name })} problem={wrong('name')} />
      <Field label={words('register.procedure')} hint={words('register.procedure.hint')} value={asked.procedure} maxLength={200} onInput={(procedure) => set({ procedure })} problem={wrong('procedure')} />
      <Field label={words('register.involving')} hint={words('register.involving.hint')} value={asked.involving} maxLength={100} onInput={(involving) => set({ involving })} problem={wrong('involving')} />
      <Pick label={words('register.stage')} value={asked.stage} empty={words('register.any')} options={STAGES.map((value) => ({ value, label: named('stage', value) }))} onPick={(stage) => set({ stage })} />
      <Pick label={words('register.standing')} value={asked.standing} empty={words('register.any')} options={STANDINGS.map((value) => ({ value, label: words(`register.standing.${value}`) }))} onPick={(standing: Standing) => set({ standing })} />
      <Pick label={words('register.channel')} value={asked.channel} empty={words('register.any')} options={CHANNELS.map((value) => ({ value, label: named('channel', value) }))} onPick={(channel) => set({ channel })} />
      <Pick label={words('register.department')} value={asked.department} empty={words('register.any')} options={DEPARTMENTS.map((value) => ({ value: value as string, label: named('department', value) }))} onPick={(department) => set({ department })} />
      <HolderPick asked={asked} pick={(holder) => set({ holder })} />
      <Field label={words('register.from')} type="date" value={asked.receivedFrom} onInput={(receivedFrom) => set({ receivedFrom })} problem={wrong('receivedFrom')} />
      <Field label={words('register.to')} type="date" value={asked.receivedTo} onInput={(receivedTo) => set({ receivedTo })} problem={wrong('receivedTo')} />
      {units.length > 1 ? (
        <Pick label={words('register.unit')} value={asked.unit} empty={words('register.any')} options={units.map((value) => ({ value, label: unitName(value) }))} onPick={(unit) => set({ unit })} />
      ) : null}
      <div class="row">
        <button type="submit" class="main" aria-disabled={busy ? 'true' : undefined}>
          {words('register.find')}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            change(NOTHING);
            find(NOTHING);
          }}
        >
          {words('register.clear')}
        </button>
      </div>
    </form>
  );
}
