import { words, type Key } from '../words/words';

/** The one recurring picture: five dots on a line, filled, current, to come. */
export function Steps({ step, over }: { step: number; over?: boolean }) {
  return (
    <div class="steps-box">
      <ol class="steps" aria-label={words('step.label', { n: step })}>
        {[1, 2, 3, 4, 5].map((n) => {
          const now = n === step && !over;
          return (
            <li key={n} class={n < step || (over && n === step) ? 'done' : now ? 'now' : ''} aria-current={now ? 'step' : undefined}>
              {words(`step.${n}` as Key)}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
