import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useAct } from '../../api/intent';
import { useLive } from '../../api/live';
import { unitName } from '../../api/names';
import { file } from '../../api/services';
import type { ComplaintHandOver } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { ProblemNote } from '../../parts/problem-note';
import { save } from '../../parts/save';
import { Loaded, ShowMore } from '../../parts/states';
import { ownUnit } from '../../session/session';
import { onPaper } from '../../time/legal';
import { named, words } from '../../words/words';
import '../../words/later';
import { readHandOvers, type HandOverPage } from './calls';
import { Parts } from './parts';

/** More than a unit hands over in years. */
const PAGES_MOST = 50;

/** The register of complaints and denunciations that left for their own track, newest first, each with its record; printed whole. */
export function Complaints() {
  const [pages, setPages] = useState(1);
  const live = useLive<HandOverPage>(`hotline hand-overs ${pages}`, (signal) => readHandOvers(pages, signal), 60);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const whole = useAct<null, HandOverPage>(
    [],
    () => readHandOvers(PAGES_MOST),
    (all) => {
      live.set(all);
      setTimeout(() => print(), 300);
    },
  );
  return (
    <section class="queue complaints">
      <h1 ref={heading} tabIndex={-1}>
        {words('hotline.part.complaints')}
      </h1>
      <p class="print-only">{unitName(ownUnit.value)}</p>
      <Parts />
      <p class="small no-print">{words('hotline.complaints.what')}</p>
      <Loaded live={live} loading={words('list.loading')}>
        {(found) =>
          found.items.length === 0 ? (
            <p class="empty">{words('hotline.complaints.none')}</p>
          ) : (
            <>
              <Lines lines={found.items} />
              <ShowMore next={found.next} onMore={() => setPages(pages + 1)} />
              <ProblemNote problem={whole.problem.value} retry={whole.again} close={whole.clear} />
              <p class="no-print">
                <KeyButton shortcut="P" busy={whole.busy.value} onPress={() => void whole.run(null)}>
                  {words('hotline.complaints.print')}
                </KeyButton>
              </p>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

export function Lines({ lines }: { lines: ComplaintHandOver[] }) {
  const heads = [words('hotline.complaints.number'), words('hotline.complaints.at'), words('hotline.field.kind'), words('hotline.field.receiver'), words('hotline.complaints.by')];
  return (
    <table class="cards">
      <caption>{words('hotline.complaints.count', { n: lines.length })}</caption>
      <thead>
        <tr>
          {heads.map((each) => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
          <th scope="col" class="no-print">
            {words('hotline.handover')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((each) => (
          <Line key={each.id} line={each} heads={heads} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, heads }: { line: ComplaintHandOver; heads: string[] }) {
  const record = useAct<null, Blob>(
    [line.id],
    () => file(`/api/notification/hotline/hand-overs/${line.id}/record.pdf`),
    (pdf) => save(pdf, `bien-ban-${line.number.replace('/', '-')}.pdf`),
  );
  return (
    <tr>
      <th scope="row">
        <Link href={`/hotline/${line.feedbackId}`}>{line.number}</Link>
      </th>
      <td data-label={heads[1]}>{onPaper(line.at)}</td>
      <td data-label={heads[2]}>{named('hotline.reason', line.kind)}</td>
      <td data-label={heads[3]}>{line.receiver}</td>
      <td data-label={heads[4]}>{line.officerName ?? '–'}</td>
      <td class="no-print">
        <button type="button" class="quiet" aria-disabled={record.busy.value ? 'true' : undefined} onClick={() => void record.run(null)}>
          {words('hotline.handover.print')}
          <span class="visually-hidden"> {line.number}</span>
        </button>
        <ProblemNote problem={record.problem.value} retry={record.again} close={record.clear} />
      </td>
    </tr>
  );
}
