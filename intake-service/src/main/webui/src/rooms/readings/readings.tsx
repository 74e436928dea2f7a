import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { unitName } from '../../api/names';
import { Problem, unreachable } from '../../api/problem';
import { body, intake } from '../../api/services';
import type { ReadingLine } from '../../api/shapes';
import { ProblemNote } from '../../parts/problem-note';
import { onPaper } from '../../time/legal';
import { named, words } from '../../words/words';

const LINES = 50;

/** Who read people's data, when and for what: for those who inspect the unit. */
export function Readings() {
  const [lines, setLines] = useState<ReadingLine[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);
  const [subject, setSubject] = useState<{ id: string; name: string } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const abort = useRef<AbortController | null>(null);

  async function read(by: string | undefined, before: ReadingLine[], after: string | null): Promise<void> {
    abort.current?.abort();
    const mine = new AbortController();
    abort.current = mine;
    setBusy(true);
    setProblem(null);
    try {
      const query = { subject: by, after: after ?? undefined, limit: LINES };
      const page = await body(intake.GET('/api/intake/readings', { params: { query }, signal: mine.signal }));
      if (mine.signal.aborted) return;
      setLines([...before, ...page.items]);
      setNext(page.next ?? null);
    } catch (error) {
      if (!mine.signal.aborted) setProblem(error instanceof Problem ? error : unreachable());
    } finally {
      if (!mine.signal.aborted) setBusy(false);
    }
  }

  useEffect(() => {
    heading.current?.focus();
  }, []);
  useEffect(() => {
    setLines([]);
    setNext(null);
    void read(subject?.id, [], null);
    return () => abort.current?.abort();
  }, [subject]);

  return (
    <section class="queue">
      <h1 ref={heading} tabIndex={-1}>
        {words('room.readings')}
      </h1>
      <p class="small">{words('readings.what')}</p>
      {subject ? (
        <p class="row">
          {words('readings.by', { name: subject.name })}
          <button type="button" class="quiet" onClick={() => setSubject(null)}>
            {words('readings.everybody')}
          </button>
        </p>
      ) : null}
      <ProblemNote problem={problem} retry={() => void read(subject?.id, lines, next)} close={() => setProblem(null)} />
      {lines.length > 0 ? (
        <table class="cards">
          <thead>
            <tr>
              <th scope="col">{words('readings.at')}</th>
              <th scope="col">{words('readings.who')}</th>
              <th scope="col">{words('readings.read')}</th>
              <th scope="col">{words('readings.purpose')}</th>
              <th scope="col">{words('readings.dossier')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <td data-label={words('readings.at')}>{onPaper(line.at)}</td>
                <td data-label={words('readings.who')}>
                  <button type="button" class="plain-button" onClick={() => setSubject({ id: line.subject, name: line.name ?? line.subject })}>
                    {line.name ?? line.subject}
                  </button>{' '}
                  <span class="small">
                    {named('actor', line.role)} · {unitName(line.unit)}
                  </span>
                </td>
                <td data-label={words('readings.read')}>
                  {words(`reading.${line.what}`)}
                  {line.lines > 1 ? <span class="small"> {words('readings.lines', { n: line.lines })}</span> : null}
                </td>
                <td data-label={words('readings.purpose')}>{words(`purpose.${line.purpose}`)}</td>
                <td data-label={words('readings.dossier')}>
                  {line.dossierId ? <Link href={`/history/${line.dossierId}`}>{words('readings.history')}</Link> : '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : busy ? null : (
        <p class="empty">{words('readings.none')}</p>
      )}
      {busy ? (
        <p class="waiting" role="status">
          {words('list.loading')}
        </p>
      ) : next ? (
        <p>
          <button type="button" class="quiet" onClick={() => void read(subject?.id, lines, next)}>
            {words('register.more')}
          </button>
        </p>
      ) : null}
    </section>
  );
}
