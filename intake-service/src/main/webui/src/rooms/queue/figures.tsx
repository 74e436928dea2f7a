import type { Figure, QueueFigures, Show } from '../../api/shapes';
import { language, named, words } from '../../words/words';

/** The parts of a queue in the order a day asks for them. */
export const SHOWS: [Show, (figures: QueueFigures) => Figure][] = [
  ['ALL', (of) => of.all],
  ['UNCLAIMED', (of) => of.unclaimed],
  ['MINE', (of) => of.mine],
  ['LATE', (of) => of.late],
  ['TODAY', (of) => of.today],
  ['AT_RISK', (of) => of.atRisk],
  ['SENT_BACK', (of) => of.sentBack],
  ['PROPOSED', (of) => of.proposed],
  ['PAUSED', (of) => of.paused],
];

/** A count; above what is counted it says that there are more. */
export function counted(figure: Figure): string {
  const number = new Intl.NumberFormat(language.value === 'vi' ? 'vi-VN' : 'en-GB').format(figure.count);
  return figure.more ? words('queue.more-than', { n: number }) : number;
}

/** How many cases lie in each part of the queue; pressed, a figure shows the cases behind it. */
export function ShowBar({ figures, show, onShow }: { figures: QueueFigures | null; show: Show; onShow: (show: Show) => void }) {
  return (
    <p class="shows" role="group" aria-label={words('queue.parts')}>
      {SHOWS.map(([each, of]) => {
        const figure = figures ? of(figures) : null;
        const late = each === 'LATE' && figure !== null && figure.count > 0;
        return (
          <button
            key={each}
            type="button"
            class={late ? 'quiet show late' : 'quiet show'}
            aria-pressed={show === each ? 'true' : 'false'}
            onClick={() => onShow(each)}
          >
            <strong>{figure ? counted(figure) : '…'}</strong> <span>{named('queue.show', each)}</span>
          </button>
        );
      })}
    </p>
  );
}
