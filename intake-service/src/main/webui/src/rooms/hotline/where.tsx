import { useState } from 'preact/hooks';
import { useLive } from '../../api/live';
import { unitName } from '../../api/names';
import { body, catalog } from '../../api/services';
import { Field } from '../../parts/field';
import { language, words } from '../../words/words';
import '../../words/later';

const SHOWN = 6;
const LETTERS_LEAST = 3;

/** Another unit of the province by its old or new name; without one the body is named below. */
export function Where({ unit, own, onPick }: { unit: string; own: string; onPick: (unit: string) => void }) {
  const [name, setName] = useState('');
  const live = useLive(name.trim().length >= LETTERS_LEAST ? `unit ${name.trim()}` : null, async (abort) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (abort.aborted) return [];
    return (await body(catalog.GET('/api/catalog/units/resolve', { params: { query: { name: name.trim() } }, signal: abort }))).units;
  }, 3600);
  if (unit) {
    return (
      <p class="note">
        {words('open.unit.chosen', { unit: unitName(unit) })}{' '}
        <button type="button" class="quiet" onClick={() => onPick('')}>
          {words('hotline.where.other')}
        </button>
      </p>
    );
  }
  const found = (live.data.value ?? []).filter((each) => each.id.startsWith(own.slice(0, 3)) && each.id !== own).slice(0, SHOWN);
  return (
    <div>
      <Field label={words('hotline.field.unit')} value={name} onInput={setName} hint={words('hotline.where.hint')} />
      {live.data.value && found.length === 0 ? <p class="small">{words('open.unit.none')}</p> : null}
      <div class="row" lang={language.value}>
        {found.map((each) => (
          <button key={each.id} type="button" class="quiet" onClick={() => onPick(each.id)}>
            {each.name}
          </button>
        ))}
      </div>
    </div>
  );
}
