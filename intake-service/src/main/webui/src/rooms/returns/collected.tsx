import type { HandOverAct } from '../../api/shapes';
import { Choices, Field, Pick } from '../../parts/field';
import { words } from '../../words/words';
import { SignaturePad } from './signature-pad';

export type Collector = HandOverAct['collector'];
export type How = HandOverAct['how'];
type Person = NonNullable<HandOverAct['person']>;
type Relation = NonNullable<Person['relation']>;
type Proxy = NonNullable<Person['proxy']>;
type Signed = NonNullable<HandOverAct['signature']>['signed'];

/** Who came, as it is being entered. */
export interface Collected {
  collector: Collector;
  how: How;
  name: string;
  relation: Relation | '';
  proxy: Proxy | '';
  signed: Signed;
  strokes: number[][];
}

export const NOBODY_YET: Collected = { collector: 'OWNER', how: 'SLIP', name: '', relation: '', proxy: '', signed: 'ON_PAPER', strokes: [] };

const COLLECTORS: Collector[] = ['OWNER', 'SUBMITTER', 'AUTHORISED'];
const RELATIONS: Relation[] = ['SPOUSE', 'PARENT', 'CHILD', 'GRANDPARENT', 'SIBLING', 'COLLEAGUE', 'OTHER'];
const CLOSE: (Relation | '')[] = ['SPOUSE', 'PARENT', 'CHILD', 'GRANDPARENT', 'SIBLING'];
const PROXIES: Proxy[] = ['CERTIFIED', 'WRITTEN', 'FAMILY'];

/** What is still to be said, null where it can be handed over. */
export function missing(of: Collected): 'name' | 'proxy' | 'relation' | 'signature' | null {
  if (of.collector === 'AUTHORISED') {
    if (of.name.trim() === '') return 'name';
    if (of.proxy === '') return 'proxy';
    if (of.proxy === 'FAMILY' && !CLOSE.includes(of.relation)) return 'relation';
  }
  return of.signed === 'ON_PAD' && of.strokes.length === 0 ? 'signature' : null;
}

/** The same as the API takes it. */
export function handOverOf(action: 'HAND_OVER' | 'GIVE_PAPER', of: Collected) {
  const named = of.name.trim() !== '';
  return {
    action,
    collector: of.collector,
    how: of.how,
    ...(named
      ? {
          person: {
            name: of.name.trim(),
            ...(of.relation === '' ? {} : { relation: of.relation }),
            ...(of.collector === 'AUTHORISED' && of.proxy !== '' ? { proxy: of.proxy } : {}),
          },
        }
      : {}),
    signature: of.signed === 'ON_PAD' ? { signed: of.signed, strokes: of.strokes } : { signed: of.signed },
  };
}

/** Who came, by what they act, what was checked, and the signature. */
export function CollectedForm({ value, onChange }: { value: Collected; onChange: (value: Collected) => void }) {
  const set = (part: Partial<Collected>) => onChange({ ...value, ...part });
  const authorised = value.collector === 'AUTHORISED';
  return (
    <>
      <Choices
        label={words('returns.collector')}
        value={value.collector}
        options={COLLECTORS.map((each) => ({ value: each, label: words(`collector.${each}`) }))}
        onPick={(collector) => set({ collector, name: '', relation: '', proxy: '' })}
      />
      {authorised ? (
        <>
          <Field label={words('collected.name')} value={value.name} onInput={(name) => set({ name })} required maxLength={200} />
          <div class="pair">
            <Pick
              label={words('collected.proxy')}
              value={value.proxy}
              empty={words('collected.choose')}
              required
              options={PROXIES.map((each) => ({ value: each, label: words(`proxy.${each}`) }))}
              onPick={(proxy) => set({ proxy })}
            />
            <Pick
              label={words('collected.relation')}
              value={value.relation}
              empty={words('collected.choose')}
              options={RELATIONS.map((each) => ({ value: each, label: words(`relation.${each}`) }))}
              problem={value.proxy === 'FAMILY' && !CLOSE.includes(value.relation) ? words('collected.family') : null}
              onPick={(relation) => set({ relation })}
            />
          </div>
        </>
      ) : null}
      <Choices
        label={words('returns.how')}
        value={value.how}
        options={(['SLIP', 'IDENTITY'] as How[]).map((each) => ({ value: each, label: words(`how.${each}`) }))}
        onPick={(how) => set({ how })}
      />
      <Choices
        label={words('signature.where')}
        value={value.signed}
        options={(['ON_PAPER', 'ON_PAD'] as Signed[]).map((each) => ({ value: each, label: words(`signature.${each}`) }))}
        onPick={(signed) => set({ signed, strokes: [] })}
      />
      {value.signed === 'ON_PAD' ? <SignaturePad strokes={value.strokes} onStrokes={(strokes) => set({ strokes })} /> : null}
    </>
  );
}
