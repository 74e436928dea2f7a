import type { ActionRequest, Dossier } from '../../api/shapes';
import { procedureName, unitName } from '../../api/names';
import { Choices, Field, Tick } from '../../parts/field';
import { useKept } from '../../parts/kept';
import { clockTime, dong, legalDay, now } from '../../time/legal';
import { named, words } from '../../words/words';
import { Foot, type ActFormProps } from './act-form';
import { PersonLine } from './people';

type ReadBack = 'READ_ALOUD' | 'ON_SCREEN' | 'PRINTED';

/** Handing in what came by post, or what was typed for a person who files online. */
export function SubmitForm({ dossier, problem, busy, onSend, onCancel }: ActFormProps) {
  const at = new Date(now.value).toISOString();
  const [handOver, setHandOver] = useKept(`${dossier.id}/SUBMIT/handOver`, `${legalDay(at)}T${clockTime(at)}`);
  const [readBack, setReadBack] = useKept<ReadBack>(`${dossier.id}/SUBMIT/readBack`, 'READ_ALOUD');
  const [consent, setConsent] = useKept(`${dossier.id}/SUBMIT/consent/${dossier.revision}`, false);
  const post = dossier.channel === 'POST';
  const assisted = dossier.channel === 'ONLINE';
  return (
    <>
      {post ? (
        <Field
          label={words('open.post.at')}
          type="datetime-local"
          value={handOver}
          onInput={setHandOver}
          problem={problem?.at('/handOverAt') ?? null}
        />
      ) : null}
      {assisted ? (
        <>
          <Summary dossier={dossier} />
          <Choices
            label={words('assisted.read-back')}
            value={readBack}
            options={(['READ_ALOUD', 'ON_SCREEN', 'PRINTED'] as const).map((value) => ({ value, label: words(`assisted.read-back.${value}`) }))}
            onPick={setReadBack}
          />
          {readBack === 'PRINTED' ? (
            <button type="button" class="quiet" onClick={() => window.print()}>
              {words('assisted.print')}
            </button>
          ) : null}
          <Tick checked={consent} onTick={setConsent}>
            {words('assisted.consent')}
          </Tick>
        </>
      ) : null}
      <Foot
        label={words('action.SUBMIT')}
        ready={(!post || handOver !== '') && (!assisted || consent)}
        busy={busy}
        onSend={() =>
          onSend({
            action: 'SUBMIT',
            handOverAt: post ? new Date(`${handOver}:00+07:00`).toISOString() : undefined,
            assistance: assisted ? { consent, readBack } : undefined,
          } as ActionRequest)
        }
        onCancel={onCancel}
      />
    </>
  );
}

/** What was typed for the person, to be read to them, shown or printed. */
function Summary({ dossier }: { dossier: Dossier }) {
  return (
    <section class="read-back" aria-label={words('assisted.summary')}>
      <h3>{words('assisted.summary')}</h3>
      <dl class="facts">
        <dt>{words('assisted.procedure')}</dt>
        <dd>{procedureName(dossier.procedureCode)}</dd>
        <dt>{words('open.competent')}</dt>
        <dd>{unitName(dossier.competentUnit)}</dd>
        {(['owner', 'submitter', 'helper', 'contact'] as const).map((part) => (
          <PersonLine key={part} part={part} person={dossier.people[part]} />
        ))}
        <dt>{words('papers.title')}</dt>
        <dd>
          <ol class="plain">
            {dossier.papers.map((paper) => (
              <li key={paper.component}>
                {paper.name ?? paper.component} · {named('paper-state', paper.state)}
              </li>
            ))}
          </ol>
        </dd>
        <dt>{words('money.title')}</dt>
        <dd>{dossier.fees.known ? dong(dossier.fees.openVnd) : words('open.fee.open')}</dd>
        <dt>{words('open.return')}</dt>
        <dd>{named('return', dossier.returnMode)}</dd>
      </dl>
    </section>
  );
}
