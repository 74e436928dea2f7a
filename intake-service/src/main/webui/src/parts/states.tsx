import type { ComponentChildren } from 'preact';
import type { Live } from '../api/live';
import { words } from '../words/words';
import { ProblemNote } from './problem-note';

/** Loading, failed, empty, or the thing itself; a failure after the first reading leaves what was read. */
export function Loaded<T>({
  live,
  loading,
  children,
}: {
  live: Live<T>;
  loading?: string;
  children: (data: T) => ComponentChildren;
}) {
  const data = live.data.value;
  const problem = live.problem.value;
  if (data === null) {
    return problem ? (
      <ProblemNote problem={problem} retry={() => void live.refresh()} />
    ) : (
      <p class="waiting" role="status">
        {loading ?? words('app.loading')}
      </p>
    );
  }
  return (
    <>
      {problem ? (
        <p class="note" role="status">
          {words('problem.stale-list')}
        </p>
      ) : null}
      {children(data)}
    </>
  );
}

export const Empty = ({ children }: { children: ComponentChildren }) => <p class="empty">{children}</p>;

/** Leads to the next page of a list, as long as there is one; never printed. */
export function ShowMore({ next, onMore }: { next: string | null | undefined; onMore: () => void }) {
  return next ? (
    <p class="no-print">
      <button type="button" class="quiet" onClick={onMore}>
        {words('list.more')}
      </button>
    </p>
  ) : null;
}
