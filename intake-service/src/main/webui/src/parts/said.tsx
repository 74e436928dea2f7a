import { signal } from '@preact/signals';

const said = signal('');

/** Tells what was done: seen at the foot of the screen and heard by a screen reader. */
export function say(text: string): void {
  said.value = '';
  requestAnimationFrame(() => {
    said.value = text;
  });
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    said.value = '';
  }, 8_000);
}
let timer = 0;

export const Said = () => (
  <p class={said.value ? 'said' : 'said silent'} role="status" aria-live="polite">
    {said.value}
  </p>
);
