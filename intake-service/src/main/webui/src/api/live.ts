import { useEffect, useMemo } from 'preact/hooks';
import { signal, type Signal } from '@preact/signals';
import { Problem, unreachable } from './problem';

/** Something read from a service that keeps itself up to date while it is looked at. */
export interface Live<T> {
  data: Signal<T | null>;
  /** Why the newest reading failed; the data before stays. */
  problem: Signal<Problem | null>;
  refresh(): Promise<void>;
  /** Takes what an act answered, without asking again. */
  set(data: T): void;
}

/** Moves after each act: every list on the screen reads again. */
const changes = signal(0);

/** Says that something was changed here. */
export function changed(): void {
  changes.value++;
}

/**
 * @param key what is read; null reads nothing, another key forgets what was read
 * @param seconds between two readings while the page is visible; a function may look at what was read
 */
export function useLive<T>(
  key: string | null,
  read: (abort: AbortSignal) => Promise<T>,
  seconds: number | ((data: T | null) => number) = 15,
): Live<T> {
  const live = useMemo(() => new Reading<T>(), [key]);
  live.read = read;
  live.seconds = seconds;
  useEffect(() => (key === null ? undefined : live.start()), [key]);
  return live;
}

class Reading<T> implements Live<T> {
  readonly data = signal<T | null>(null);
  readonly problem = signal<Problem | null>(null);
  read!: (abort: AbortSignal) => Promise<T>;
  seconds!: number | ((data: T | null) => number);
  private text = '';
  private timer = 0;
  private abort: AbortController | null = null;
  private stopped = true;

  start(): () => void {
    this.stopped = false;
    void this.refresh();
    const seen = () => {
      if (document.visibilityState === 'visible') void this.refresh();
    };
    document.addEventListener('visibilitychange', seen);
    let first = true;
    const unsubscribe = changes.subscribe(() => {
      if (!first) void this.refresh();
      first = false;
    });
    return () => {
      this.stopped = true;
      clearTimeout(this.timer);
      this.abort?.abort();
      document.removeEventListener('visibilitychange', seen);
      unsubscribe();
    };
  }

  async refresh(): Promise<void> {
    clearTimeout(this.timer);
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    try {
      const data = await this.read(abort.signal);
      if (abort.signal.aborted) return;
      this.take(data);
      this.problem.value = null;
    } catch (error) {
      if (abort.signal.aborted) return;
      if (!(error instanceof Problem)) console.error(error);
      this.problem.value = error instanceof Problem ? error : unreachable();
    }
    this.plan();
  }

  set(data: T): void {
    this.abort?.abort();
    this.take(data);
    this.problem.value = null;
    this.plan();
  }

  private take(data: T): void {
    const text = JSON.stringify(data);
    if (text !== this.text) {
      this.text = text;
      this.data.value = data;
    }
  }

  private plan(): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    const seconds = typeof this.seconds === 'function' ? this.seconds(this.data.value) : this.seconds;
    this.timer = window.setTimeout(() => {
      if (document.visibilityState === 'visible') void this.refresh();
    }, seconds * 1000);
  }
}
