import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { fasterOf, type Problem } from '../api/problem';
import { when } from '../time/legal';
import { named, words } from '../words/words';

interface ProblemNoteProps {
  problem: Problem | null;
  /** Tries the same thing again. */
  retry?: () => void;
  /** Reads anew what somebody else changed. */
  reload?: () => void;
  history?: string;
  close?: () => void;
}

/** Why it was not done, where the eye is: what to do next, and that nothing typed is lost. */
export function ProblemNote({ problem, retry, reload, history, close }: ProblemNoteProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (!problem) return null;
  const faster = problem.overtaken ? fasterOf(problem) : null;
  const title = problem.status === 0 ? words('problem.unreachable') : problem.title || words('problem.unknown');
  const detail = problem.status === 0 ? words('problem.unreachable.detail') : problem.detail;
  return (
    <div class="error" role="alert" ref={box}>
      <p>
        <strong>{title}</strong>
      </p>
      {detail ? <p>{detail}</p> : null}
      {faster ? <Faster faster={faster} /> : null}
      {problem.violations.length > 0 ? (
        <ul>
          {problem.violations.map((violation) => (
            <li key={violation.pointer}>
              {violation.pointer.replace(/^\//, '')}: {violation.message}
            </li>
          ))}
        </ul>
      ) : null}
      <p class="row">
        {retry && problem.passing ? <Choice press={retry}>{words('problem.retry')}</Choice> : null}
        {reload && problem.overtaken ? <Choice press={reload}>{words('problem.reload')}</Choice> : null}
        {history && problem.overtaken ? (
          <a class="button quiet" href={history}>
            {words('problem.history')}
          </a>
        ) : null}
        {close ? <Choice press={close}>{words('problem.close')}</Choice> : null}
      </p>
    </div>
  );
}

function Choice({ press, children }: { press: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="quiet" onClick={press}>
      {children}
    </button>
  );
}

function Faster({ faster }: { faster: NonNullable<ReturnType<typeof fasterOf>> }) {
  const who = faster.by ?? (faster.role ? named('actor', faster.role) : null);
  return (
    <>
      {faster.at ? (
        <p>
          {who && faster.act
            ? words('problem.faster', { who, act: named('action', faster.act), at: when(faster.at) })
            : words('problem.faster.someone', { at: when(faster.at) })}
        </p>
      ) : null}
      {faster.heldBy && faster.heldUntil ? (
        <p>{words('problem.held', { who: faster.heldBy, until: when(faster.heldUntil) })}</p>
      ) : null}
    </>
  );
}
