import type { Change } from '../../api/shapes';
import { hasWord, named, words } from '../../words/words';

/** A field's path in words: the part of the version, and what of it. */
export function fieldName(path: string): string {
  const [first = '', ...rest] = path.split('.');
  const whole = first === 'further' && rest.length > 0 ? [] : [hasWord('changed', first) ? named('changed', first) : first];
  return [...whole, ...rest.map((part) => (hasWord('changed.part', part) ? named('changed.part', part) : part))].join(', ');
}

/** Field by field what was and what is. */
export function ChangeTable({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p class="empty">{words('changes.none')}</p>;
  return (
    <table class="cards changes">
      <thead>
        <tr>
          <th scope="col">{words('changes.what')}</th>
          <th scope="col">{words('changes.before')}</th>
          <th scope="col">{words('changes.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, n) => (
          <tr key={n}>
            <td data-label={words('changes.what')}>
              <strong>{fieldName(change.field)}</strong>
              {change.item ? <span class="small"> {hasWord('channel', change.item) ? named('channel', change.item) : change.item}</span> : null}
              <span class="small"> · {words(`change.${change.kind}`)}</span>
            </td>
            <td data-label={words('changes.before')}>{change.before ? <del>{change.before}</del> : ''}</td>
            <td data-label={words('changes.after')}>{change.after ? <ins>{change.after}</ins> : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
