import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem, unreachable } from '../../api/problem';
import { file } from '../../api/services';
import type { Purpose } from '../../api/shapes';
import { stream, type Sink } from '../../api/stream';
import { Field, Pick } from '../../parts/field';
import { showForm } from '../../parts/print';
import { ProblemNote } from '../../parts/problem-note';
import { save } from '../../parts/save';
import { legalDay, now } from '../../time/legal';
import { words } from '../../words/words';
import { filtersOf, type Asked } from './filters';

const PURPOSES: Purpose[] = ['REPORTING', 'ARCHIVING', 'INSPECTION', 'SUPERVISION', 'ENQUIRY'];
const LINE_FEED = 10;

interface Progress {
  lines: number;
  total: number;
}

/** The lines of a file so far: each ends with a line feed, and the head is none. */
export function counted(sink: Sink, told: (lines: number) => void): Sink {
  let feeds = 0;
  return {
    async write(bytes) {
      for (const byte of bytes) if (byte === LINE_FEED) feeds++;
      await sink.write(bytes);
      told(Math.max(0, feeds - 1));
    },
    close: () => sink.close(),
    abort: () => sink.abort(),
  };
}

/** Keeps the bytes until the file is whole; the browser lays large ones on the disk itself. */
function download(name: string): Sink {
  const parts: BlobPart[] = [];
  return {
    async write(bytes) {
      parts.push(new Blob([bytes as BlobPart]));
    },
    async close() {
      save(new Blob(parts, { type: 'text/csv' }), name);
    },
    async abort() {
      parts.length = 0;
    },
  };
}

/** Form 07 of what is looked at: as CSV with its purpose, as page and PDF for a stretch of days. */
export function RegisterOut({ asked, unit }: { asked: Asked; unit: string }) {
  return (
    <div class="pair no-print">
      <Export asked={asked} unit={unit} />
      <Book asked={asked} unit={unit} />
    </div>
  );
}

function Export({ asked, unit }: { asked: Asked; unit: string }) {
  const [purpose, setPurpose] = useState<Purpose>('REPORTING');
  const [progress, setProgress] = useState<Progress | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  async function run(): Promise<void> {
    const mine = new AbortController();
    abort.current = mine;
    setProblem(null);
    setDone(null);
    setProgress({ lines: 0, total: 0 });
    let lines = 0;
    try {
      await stream(
        `/api/intake/registers/${unit}/export`,
        { purpose, filters: filtersOf({ ...asked, unit: '' }) },
        async (headers) => {
          const total = Number(headers.get('Total-Lines') ?? 0);
          setProgress({ lines: 0, total });
          return counted(download(`so-theo-doi-${unit}-${legalDay(now.value)}.csv`), (so) => {
            lines = so;
            setProgress({ lines: so, total });
          });
        },
        mine.signal,
      );
      setDone(lines);
    } catch (error) {
      if (!mine.signal.aborted) setProblem(error instanceof Problem ? error : unreachable());
    } finally {
      setProgress(null);
    }
  }

  return (
    <section>
      <h2>{words('register.export')}</h2>
      <ProblemNote problem={problem} retry={() => void run()} close={() => setProblem(null)} />
      <Pick label={words('register.purpose')} value={purpose} options={PURPOSES.map((value) => ({ value, label: words(`purpose.${value}`) }))} onPick={setPurpose} />
      <p class="small">{words(asked.name.trim() ? 'register.export.no-name' : 'register.export.noted')}</p>
      {progress ? (
        <div class="row" role="status">
          <progress max={progress.total || 1} value={progress.lines} aria-label={words('register.export')} />
          <span>{words('register.export.so-far', { n: progress.lines, total: progress.total })}</span>
          <button type="button" class="quiet" onClick={() => abort.current?.abort()}>
            {words('register.export.stop')}
          </button>
        </div>
      ) : (
        <button type="button" class="quiet" onClick={() => void run()}>
          {words('register.export.do')}
        </button>
      )}
      {done === null ? null : <p role="status">{words('register.export.done', { n: done })}</p>}
    </section>
  );
}

function Book({ asked, unit }: { asked: Asked; unit: string }) {
  const today = legalDay(now.value);
  const [from, setFrom] = useState(asked.receivedFrom || today);
  const [to, setTo] = useState(asked.receivedTo || today);
  const [problem, setProblem] = useState<Problem | null>(null);
  const get = (kind: string): Promise<Blob> => file(`/api/intake/registers/${unit}/${kind}?from=${from}&to=${to}`);
  const failed = (error: unknown) => setProblem(error instanceof Problem ? error : unreachable());
  return (
    <section>
      <h2>{words('form.REGISTER')}</h2>
      <ProblemNote problem={problem} close={() => setProblem(null)} />
      <div class="pair">
        <Field label={words('register.from')} type="date" value={from} onInput={setFrom} problem={problem?.at('/from') ?? problem?.at('/receivedFrom') ?? null} />
        <Field label={words('register.to')} type="date" value={to} onInput={setTo} problem={problem?.at('/to') ?? problem?.at('/receivedTo') ?? null} />
      </div>
      <div class="row">
        <button
          type="button"
          class="quiet"
          onClick={() =>
            void get('book')
              .then((page) => page.text())
              .then((html) => showForm(words('form.REGISTER'), html))
              .catch(failed)
          }
        >
          {words('form.print')}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() =>
            void get('book.pdf')
              .then((pdf) => save(pdf, `so-theo-doi-${from}-${to}.pdf`))
              .catch(failed)
          }
        >
          {words('form.pdf')}
        </button>
      </div>
    </section>
  );
}
