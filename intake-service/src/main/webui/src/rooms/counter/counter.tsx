import { Fragment } from 'preact';
import { useLocation } from 'wouter-preact';
import { useEffect, useRef } from 'preact/hooks';
import { has } from '../../session/session';
import { words, type Key } from '../../words/words';
import { DossierDesk } from './dossier';
import { Lists } from './lists';
import { OpenForm } from './open';

/** Left who waits, middle the dossier, right the clock, the money and the one main button. */
export function Counter({ id, procedure }: { id: string | null; procedure: string | null }) {
  const [, navigate] = useLocation();
  const open = id !== null || procedure !== null;
  return (
    <div class={open ? 'counter open' : 'counter'}>
      <aside class="waiting-lists" aria-label={words('counter.lists')}>
        <Lists chosen={id} />
      </aside>
      {procedure ? (
        <OpenForm key={procedure} code={procedure} onOpened={(made) => navigate(`/counter/${made}`)} />
      ) : id ? (
        <DossierDesk key={id} id={id} />
      ) : (
        <Start />
      )}
    </div>
  );
}

const START: [Key, Key][] = [
  ['counter.start.slip', 'counter.start.slip.do'],
  ['counter.start.new', 'counter.start.new.do'],
  ['counter.start.forgot', 'counter.start.forgot.do'],
];

function Start() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="start">
      <h1 ref={heading} tabIndex={-1}>
        {words('counter.start')}
      </h1>
      {has('reception') ? (
        <dl class="facts">
          {START.map(([who, what]) => (
            <Fragment key={who}>
              <dt>{words(who)}</dt>
              <dd>{words(what)}</dd>
            </Fragment>
          ))}
        </dl>
      ) : (
        <p>{words('counter.start.cashier')}</p>
      )}
    </section>
  );
}
