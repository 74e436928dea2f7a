import { useAct } from '../../api/intent';
import { changed } from '../../api/live';
import { body, intake } from '../../api/services';
import type { Dossier } from '../../api/shapes';
import { KeyButton } from '../../keys/keys';
import { ProblemNote } from '../../parts/problem-note';
import { say } from '../../parts/said';
import { words } from '../../words/words';

/** A draft that was begun under another version than the one in force: it is received under that one, once it was carried over. */
export function CarryOver({ dossier, take, reload }: { dossier: Dossier; take: (dossier: Dossier) => void; reload: () => Promise<void> }) {
  const next = dossier.versionInForce;
  const act = useAct<{ revision: number }, Dossier>(
    [dossier.id],
    ({ revision }) =>
      body(
        intake.PUT('/api/intake/dossiers/{id}/version-in-force', {
          params: { path: { id: dossier.id } },
          headers: { 'If-Match': `"${revision}"` },
        }),
      ),
    (after) => {
      take(after);
      changed();
      const left = dossier.originals.length - after.originals.length;
      const carried = words('version.carried', { to: after.procedureVersion });
      say(left > 0 ? `${carried} ${words('version.originals-left', { n: left })}` : carried);
    },
  );
  if (!next) return null;
  return (
    <div class="note" role="status">
      <p>{words('version.replaced', { from: dossier.procedureVersion, to: next.version, day: next.effectiveFrom.split('-').reverse().join('/') })}</p>
      {act.problem.value?.at('/quantities') ? <p>{words('version.quantities', { act: words('action.CORRECT') })}</p> : null}
      <ProblemNote problem={act.problem.value} retry={act.again} reload={() => void act.renew(reload)} close={act.clear} />
      <KeyButton busy={act.busy.value} onPress={() => void act.run({ revision: dossier.revision })}>
        {words('version.carry', { to: next.version })}
      </KeyButton>
    </div>
  );
}
