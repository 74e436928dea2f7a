import { useState } from 'preact/hooks';
import { useAct } from '../../api/intent';
import type { Case, ResultWords } from '../../api/shapes';
import { ProblemNote } from '../../parts/problem-note';
import { words } from '../../words/words';
import { composeResult, readWords } from './cases';

/** The result made from the template: its words; number, date and signature come when it is signed. */
export function Compose({ one, refresh }: { one: Case; refresh: () => Promise<void> }) {
  const [draft, setDraft] = useState<ResultWords | null>(null);
  const open = useAct<Case, ResultWords>([one.id], (seen) => readWords(seen.id), setDraft);
  const keep = useAct<{ text: ResultWords; seen: Case }, unknown>(
    [one.id],
    ({ text, seen }) => composeResult(seen, text),
    () => {
      setDraft(null);
      void refresh();
    },
  );
  if (!draft) {
    return (
      <p>
        <button type="button" class="quiet" disabled={open.busy.value} onClick={() => void open.run(one)}>
          {words('compose.open')}
        </button>
        <ProblemNote problem={open.problem.value} close={open.clear} />
      </p>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep.run({ text: draft, seen: one });
      }}
    >
      <label>
        {words('compose.title')}
        <input value={draft.title} maxLength={200} required onInput={(event) => setDraft({ ...draft, title: event.currentTarget.value })} />
      </label>
      <label>
        {words('compose.body')}
        <textarea rows={10} value={draft.body} maxLength={20000} required onInput={(event) => setDraft({ ...draft, body: event.currentTarget.value })} />
      </label>
      <p class="small">{words('compose.hint')}</p>
      <ProblemNote problem={keep.problem.value} reload={() => void refresh().then(keep.clear)} close={keep.clear} />
      <p class="row">
        <button class="main" disabled={keep.busy.value}>
          {words('compose.keep')}
        </button>
        <button type="button" class="quiet" onClick={() => setDraft(null)}>
          {words('compose.cancel')}
        </button>
      </p>
    </form>
  );
}
