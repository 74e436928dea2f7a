import type { ComponentChildren } from 'preact';
import { words } from '../../words/words';
import { changedRow, raisedRow, withoutRow } from './plan';

interface RowsProps<T> {
  title: string;
  none: string;
  add: string;
  rows: readonly T[];
  fresh: () => T;
  /** How a row is called by a screen reader. */
  name: (row: T, at: number) => string;
  onChange: (rows: T[]) => void;
  children: (row: T, change: (row: T) => void, at: number) => ComponentChildren;
}

/** Rows of a form: changed in place, added at the end, raised, taken out. */
export function Rows<T>({ title, none, add, rows, fresh, name, onChange, children }: RowsProps<T>) {
  return (
    <fieldset class="edit-rows">
      <legend>
        {title} <span class="count">({rows.length})</span>
      </legend>
      {rows.length === 0 ? <p class="empty">{none}</p> : null}
      <ol class="plain">
        {rows.map((row, at) => (
          <li key={at} aria-label={name(row, at)} class="edit-row">
            <div class="edit-cells">{children(row, (next) => onChange(changedRow(rows, at, next)), at)}</div>
            <p class="row">
              {at > 0 ? (
                <button type="button" class="plain-button" aria-label={`${words('edit.raise')}: ${name(row, at)}`} onClick={() => onChange(raisedRow(rows, at))}>
                  ↑
                </button>
              ) : null}
              <button
                type="button"
                class="plain-button"
                aria-label={`${words('edit.remove')}: ${name(row, at)}`}
                onClick={() => onChange(withoutRow(rows, at))}
              >
                {words('edit.remove')}
              </button>
            </p>
          </li>
        ))}
      </ol>
      <button type="button" class="quiet" onClick={() => onChange([...rows, fresh()])}>
        {add}
      </button>
    </fieldset>
  );
}
