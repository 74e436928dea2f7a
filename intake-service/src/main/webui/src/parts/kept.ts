import { useState } from 'preact/hooks';

// In memory for as long as the page lives, never in the browser's store: what officers type names people.
const kept = new Map<string, unknown>();

/**
 * As useState, but what was typed is there again when the officer comes back to the form, until it is forgotten.
 *
 * @param name what is typed where, as `<dossier>/<act>/<field>`
 */
export function useKept<T>(name: string, first: T | (() => T)): [T, (value: T) => void] {
  const [, redraw] = useState(0);
  const value = kept.has(name) ? (kept.get(name) as T) : typeof first === 'function' ? (first as () => T)() : first;
  return [
    value,
    (next) => {
      kept.set(name, next);
      redraw((n) => n + 1);
    },
  ];
}

/** Forgets everything under a name, once it was sent. */
export function forget(prefix: string): void {
  for (const name of [...kept.keys()]) {
    if (name.startsWith(prefix)) kept.delete(name);
  }
}

/** Whether something typed would be lost with the page. */
export const keepsSomething = (): boolean => [...kept.values()].some((value) => value !== null);
