import type { Problem } from '../../api/problem';
import { procedure as readProcedure, procedureName } from '../../api/names';
import { useLive } from '../../api/live';
import type { Procedure } from '../../api/shapes';
import { Field, Pick, Tick } from '../../parts/field';
import { words } from '../../words/words';
import { PersonFields } from '../counter/people';
import { goesBack, noPaper, type ItemForm, type PaperForm, type Shape } from './shape';

const SHAPES: Shape[] = ['ORIGINAL', 'CERTIFIED', 'COPY'];
const CODE = /^\d\.\d{6}(\.[A-Z]\d{2})?$/;

interface ItemFieldsProps {
  n: number;
  item: ItemForm;
  problem: Problem | null;
  onChange: (item: ItemForm) => void;
  onRemove: (() => void) | null;
}

/** One consignment: its slip, its sender, the papers the slip lists and what is found of them. */
export function ItemFields({ n, item, problem, onChange, onRemove }: ItemFieldsProps) {
  const pointer = `/items/${n}`;
  const code = item.procedureCode.trim();
  const live = useLive<{ found: Procedure | null }>(CODE.test(code) ? `procedure ${code}` : null, async () => ({ found: await readProcedure(code) }), 3600);
  const set = (change: Partial<ItemForm>) => onChange({ ...item, ...change });
  const wrong = (member: string) => problem?.at(`${pointer}/${member}`) ?? null;
  const components = live.data.value?.found?.components ?? [];
  return (
    <fieldset class="post-item">
      <legend>{words('post.item', { n: n + 1 })}</legend>
      <div class="pair">
        <Field label={words('post.slip')} value={item.slip} onInput={(slip) => set({ slip })} required maxLength={40} problem={wrong('slip')} autoFocus={n > 0 && item.slip === ''} />
        <Field
          label={words('post.procedure')}
          value={item.procedureCode}
          onInput={(procedureCode) => set({ procedureCode, papers: {} })}
          required
          maxLength={12}
          problem={wrong('procedureCode')}
          hint={CODE.test(code) ? procedureName(code) : words('post.procedure.hint')}
        />
      </div>
      <details open>
        <summary>{words('post.sender')}</summary>
        <PersonFields form={item.sender} onChange={(sender) => set({ sender })} pointer={`${pointer}/sender`} problem={problem} />
      </details>
      {components.length > 0 ? <p class="small">{words('post.papers.hint')}</p> : null}
      <ul class="plain">
        {components.map((each) => (
          <li key={each.id}>
            <PaperFields
              name={each.name}
              paper={item.papers[each.id] ?? noPaper()}
              onChange={(paper) => set({ papers: { ...item.papers, [each.id]: paper } })}
            />
          </li>
        ))}
        {item.others.map((other, at) => (
          <li key={at}>
            <Field
              label={words('post.paper.other')}
              value={other.name}
              maxLength={300}
              onInput={(name) => set({ others: item.others.map((each, m) => (m === at ? { ...each, name } : each)) })}
            />
            <PaperFields
              name={other.name || words('post.paper.other')}
              paper={other}
              onChange={(paper) => set({ others: item.others.map((each, m) => (m === at ? { ...paper, name: each.name } : each)) })}
            />
          </li>
        ))}
      </ul>
      <p class="row">
        <button type="button" class="quiet" onClick={() => set({ others: [...item.others, { ...noPaper(), as: 'COPY', name: '' }] })}>
          + {words('post.paper.add')}
        </button>
        {onRemove ? (
          <button type="button" class="quiet" onClick={onRemove}>
            {words('post.item.remove', { n: n + 1 })}
          </button>
        ) : null}
      </p>
    </fieldset>
  );
}

function PaperFields({ name, paper, onChange }: { name: string; paper: PaperForm; onChange: (paper: PaperForm) => void }) {
  const lacks = paper.as !== '' && Number(paper.found) < Number(paper.listed);
  return (
    <fieldset class={lacks ? 'post-paper late' : 'post-paper'}>
      <legend lang="vi">{name}</legend>
      <div class="row">
        <Pick
          label={words('post.paper.as')}
          value={paper.as}
          empty={words('post.paper.none')}
          options={SHAPES.map((value) => ({ value, label: words(`post.shape.${value}`) }))}
          onPick={(as) => onChange({ ...paper, as })}
        />
        {paper.as ? (
          <>
            <Field label={words('post.paper.listed')} type="number" min={1} max={1000} value={paper.listed} onInput={(listed) => onChange({ ...paper, listed })} />
            <Field
              label={words('post.paper.found')}
              type="number"
              min={0}
              max={1000}
              value={paper.found}
              onInput={(found) => onChange({ ...paper, found })}
              hint={lacks ? words('post.paper.lacks', { n: Number(paper.listed) - Number(paper.found) }) : null}
            />
            <Tick checked={goesBack(paper)} onTick={(held) => onChange({ ...paper, held })}>
              {words('post.paper.held')}
            </Tick>
            <Field label={words('post.paper.note')} maxLength={500} value={paper.note} onInput={(note) => onChange({ ...paper, note })} />
          </>
        ) : null}
      </div>
    </fieldset>
  );
}
