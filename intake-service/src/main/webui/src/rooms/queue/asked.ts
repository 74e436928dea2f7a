import { signal } from '@preact/signals';
import type { Show } from '../../api/shapes';

/** Which queue a head looks at; null for their own. */
export const chosenDepartment = signal<string | null>(null);

/** Which part of the queue is looked at. */
export const chosenShow = signal<Show>('ALL');

/** Whose cases alone are looked at, chosen on the board. */
export const chosenHolder = signal<{ subject: string; name: string } | null>(null);

/** Looks at the cases behind a figure. */
export function lookAt(department: string, show: Show, holder: { subject: string; name: string } | null = null): void {
  chosenDepartment.value = department;
  chosenShow.value = show;
  chosenHolder.value = holder;
}
