import { useState } from 'preact/hooks';
import { useLive } from '../../api/live';
import { unitName } from '../../api/names';
import { body, catalog } from '../../api/services';
import { Choices, Field } from '../../parts/field';
import { ownUnit } from '../../session/session';
import { language, words } from '../../words/words';

interface UnitPickProps {
  label: string;
  value: string;
  onPick: (unit: string) => void;
  problem: string | null;
}

/** The own unit, or any other of the province by its old or new name. */
export function UnitPick({ label, value, onPick, problem }: UnitPickProps) {
  const [name, setName] = useState('');
  const other = value !== '' || name !== '';
  const [asks, setAsks] = useState(other);
  const live = useLive(name.length > 2 ? `unit ${name}` : null, async (abort) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (abort.aborted) return [];
    const answer = await body(
      catalog.GET('/api/catalog/units/resolve', { params: { query: { name } }, signal: abort }),
    );
    return answer.units;
  }, 3600);
  const province = ownUnit.value.slice(0, 3);
  const candidates = (live.data.value ?? []).filter((each) => each.id.startsWith(province)).slice(0, 6);
  return (
    <div>
      <Choices
        label={label}
        value={asks ? 'other' : 'own'}
        options={[
          { value: 'own', label: words('open.own-unit') },
          { value: 'other', label: words('open.other-unit') },
        ]}
        onPick={(which) => {
          setAsks(which === 'other');
          if (which === 'own') {
            onPick('');
            setName('');
          }
        }}
      />
      {asks ? (
        <>
          <Field label={words('open.unit.find')} value={name} onInput={setName} problem={problem} />
          {value ? <p class="note">{words('open.unit.chosen', { unit: unitName(value) })}</p> : null}
          {name.length > 2 && live.data.value && candidates.length === 0 ? <p class="small">{words('open.unit.none')}</p> : null}
          <div class="row" lang={language.value}>
            {candidates
              .filter((each) => each.id !== value)
              .map((each) => (
                <button key={each.id} type="button" class="quiet" onClick={() => onPick(each.id)}>
                  {each.name}
                </button>
              ))}
          </div>
        </>
      ) : null}
    </div>
  );
}
