import { useMemo } from 'preact/hooks';
import { signal, type Signal } from '@preact/signals';
import { Problem, unreachable } from './problem';

/**
 * The Idempotency-Key of one intended act: kept while the same thing is tried again after silence or a failure of the
 * service, new as soon as something else is meant or the service has given a definite answer.
 */
export class Intent {
  private key: string | null = null;
  private meant = '';

  keyFor(meant: unknown): string {
    const text = JSON.stringify(meant);
    if (this.key === null || text !== this.meant) {
      this.key = crypto.randomUUID();
      this.meant = text;
    }
    return this.key;
  }

  settled(): void {
    this.key = null;
  }
}

export interface Act<Body> {
  busy: Signal<boolean>;
  problem: Signal<Problem | null>;
  /** Does it; true when it is done. What went wrong stands in {@link problem}. */
  run(body: Body): Promise<boolean>;
  /** Tries the newest thing again as it was meant, with its key: what was done already is answered, not done twice. */
  again(): void;
  /** Forgets what went wrong. */
  clear(): void;
  /** Reads anew what somebody else changed and forgets what went wrong; nothing is sent meanwhile on what is out of date. */
  renew(read: () => Promise<void>): Promise<void>;
}

export function makeAct<Body, Result>(
  call: (body: Body, idempotencyKey: string) => Promise<Result>,
  done: (result: Result, body: Body) => void,
): Act<Body> {
  const intent = new Intent();
  const busy = signal(false);
  const problem = signal<Problem | null>(null);
  let newest: Body | null = null;
  const act: Act<Body> = {
    busy,
    problem,
    again() {
      if (newest !== null) void act.run(newest);
    },
    clear() {
      problem.value = null;
    },
    async renew(read) {
      if (busy.value) return;
      busy.value = true;
      try {
        await read();
        act.clear();
      } finally {
        busy.value = false;
      }
    },
    async run(body) {
      if (busy.value) {
        return false;
      }
      busy.value = true;
      newest = body;
      problem.value = null;
      try {
        const result = await call(body, intent.keyFor(body));
        intent.settled();
        done(result, body);
        return true;
      } catch (error) {
        const why = error instanceof Problem ? error : unreachable();
        if (!(error instanceof Problem)) {
          console.error(error);
        }
        if (!why.passing) {
          intent.settled();
        }
        problem.value = why;
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
  return act;
}

/** One act of a screen, made anew when what it acts on changes. */
export function useAct<Body, Result>(
  on: unknown[],
  call: (body: Body, idempotencyKey: string) => Promise<Result>,
  done: (result: Result, body: Body) => void,
): Act<Body> {
  const latest = useMemo(() => ({ call, done }), on);
  latest.call = call;
  latest.done = done;
  return useMemo(
    () =>
      makeAct<Body, Result>(
        (body, key) => latest.call(body, key),
        (result, body) => latest.done(result, body),
      ),
    on,
  );
}
