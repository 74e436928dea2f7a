import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { useLive } from '../../api/live';
import { body, processing } from '../../api/services';
import type { Absence, Board as BoardData, BoardOfficer, Figure, QueueFigures, Show } from '../../api/shapes';
import { Loaded } from '../../parts/states';
import { ownUnit } from '../../session/session';
import { when } from '../../time/legal';
import { named, words } from '../../words/words';
import { AbsenceBox, AbsenceLine, readAbsences } from '../queue/absence';
import { lookAt } from '../queue/asked';
import { counted } from '../queue/figures';
import { SupplementReturns } from './supplement-returns';

interface Shown {
  board: BoardData;
  absences: Absence[];
}

/** The load of the unit: every figure opens the cases behind it. */
export function Board() {
  const unit = ownUnit.value;
  const live = useLive<Shown>(`board ${unit}`, (signal) => read(unit, signal), 15);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="queue board">
      <h1 ref={heading} tabIndex={-1}>
        {words('board.title')}
      </h1>
      <Loaded live={live} loading={words('list.loading')}>
        {({ board, absences }) => (
          <>
            <h2>{words('board.departments')}</h2>
            <Departments all={board.departments} />
            <h2>{words('board.officers')}</h2>
            {board.officers.length === 0 ? <p class="empty">{words('board.officers.none')}</p> : <Officers unit={unit} all={board.officers} />}
            <h2>{words('board.absences')}</h2>
            {absences.length === 0 ? <p class="empty">{words('board.absences.none')}</p> : absences.map((each) => <AbsenceLine key={each.id} absence={each} />)}
          </>
        )}
      </Loaded>
      <SupplementReturns unit={unit} />
    </section>
  );
}

const COLUMNS: [Show, (of: QueueFigures) => Figure][] = [
  ['ALL', (of) => of.all],
  ['UNCLAIMED', (of) => of.unclaimed],
  ['LATE', (of) => of.late],
  ['TODAY', (of) => of.today],
  ['AT_RISK', (of) => of.atRisk],
  ['SENT_BACK', (of) => of.sentBack],
  ['PROPOSED', (of) => of.proposed],
  ['PAUSED', (of) => of.paused],
];

function Departments({ all }: { all: QueueFigures[] }) {
  const shown = all.filter((each) => each.all.count > 0);
  if (shown.length === 0) return <p class="empty">{words('queue.none')}</p>;
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{words('queue.department')}</th>
          {COLUMNS.map(([show]) => (
            <th key={show} scope="col">
              {named('queue.show', show)}
            </th>
          ))}
          <th scope="col">{words('board.oldest')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((each) => (
          <tr key={each.department}>
            <th scope="row">{named('department', each.department)}</th>
            {COLUMNS.map(([show, of]) => (
              <td key={show} data-label={named('queue.show', show)}>
                <Press figure={of(each)} label={`${named('queue.show', show)}, ${named('department', each.department)}`} late={show === 'LATE'} onPress={() => lookAt(each.department, show)} />
              </td>
            ))}
            <td data-label={words('board.oldest')}>{each.oldest ? when(each.oldest) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Officers({ unit, all }: { unit: string; all: BoardOfficer[] }) {
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{words('board.officer')}</th>
          <th scope="col">{words('board.held')}</th>
          <th scope="col">{named('queue.show', 'LATE')}</th>
          <th scope="col">{named('queue.show', 'TODAY')}</th>
          <th scope="col">{named('queue.show', 'AT_RISK')}</th>
          <th scope="col">{words('board.longest')}</th>
          <th scope="col">{words('board.absences')}</th>
        </tr>
      </thead>
      <tbody>
        {all.map((each) => {
          const name = each.name ?? each.subject;
          const look = (show: Show) => () => lookAt(each.department, show, { subject: each.subject, name });
          return (
            <tr key={`${each.department} ${each.subject}`}>
              <th scope="row">
                {name}
                <span class="small line">{named('department', each.department)}</span>
                {each.absentUntil ? (
                  <strong class="line">
                    {words('board.away', { to: when(each.absentUntil) })}
                    {each.substituteName ? ` · ${words('absence.substitute-is', { who: each.substituteName })}` : ''}
                  </strong>
                ) : null}
              </th>
              <td data-label={words('board.held')}>
                <Press figure={each.held} label={`${words('board.held')}, ${name}`} onPress={look('HELD')} />{' '}
                <span class="small">{words('board.limit', { n: each.limit })}</span>
              </td>
              <td data-label={named('queue.show', 'LATE')}>
                <Press figure={each.late} label={`${named('queue.show', 'LATE')}, ${name}`} late onPress={look('LATE')} />
              </td>
              <td data-label={named('queue.show', 'TODAY')}>
                <Press figure={each.today} label={`${named('queue.show', 'TODAY')}, ${name}`} onPress={look('TODAY')} />
              </td>
              <td data-label={named('queue.show', 'AT_RISK')}>
                <Press figure={each.atRisk} label={`${named('queue.show', 'AT_RISK')}, ${name}`} onPress={look('AT_RISK')} />
              </td>
              <td data-label={words('board.longest')}>{each.oldest ? when(each.oldest) : '–'}</td>
              <td data-label={words('board.absences')}>
                {each.absentUntil ? null : <AbsenceBox who={{ unit, department: each.department, subject: each.subject }} title={words('board.enter-absence')} />}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface PressProps {
  figure: Figure;
  label: string;
  late?: boolean;
  onPress: () => void;
}

/** A figure that opens the cases it counts; nothing to press where there is none. */
function Press({ figure, label, late, onPress }: PressProps) {
  const [, navigate] = useLocation();
  if (figure.count === 0) return <>0</>;
  return (
    <button
      type="button"
      class={late ? 'quiet show late' : 'quiet show'}
      aria-label={`${counted(figure)} ${label}`}
      onClick={() => {
        onPress();
        navigate('/queue');
      }}
    >
      <strong>{counted(figure)}</strong>
    </button>
  );
}

async function read(unit: string, signal: AbortSignal): Promise<Shown> {
  const [board, absences] = await Promise.all([
    body(processing.GET('/api/processing/board', { params: { query: { unit } }, signal })),
    readAbsences(unit, null, false, signal),
  ]);
  return { board, absences };
}
