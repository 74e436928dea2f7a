import { useLive } from '../../api/live';
import { body, catalog } from '../../api/services';
import { words } from '../../words/words';

/** Whether a part of an address names a commune, ward or township; nothing before it is ever sent anywhere. */
const COMMUNE = /^(xã|phường|thị trấn|đặc khu)\s/iu;

/** The commune, district and province of an address, without what is nearer to a house; null where no commune is named. */
export function placeOf(address: string): string | null {
  const parts = address
    .normalize('NFC')
    .split(',')
    .map((part) => part.trim());
  const at = parts.findIndex((part) => COMMUNE.test(part));
  return at < 0 ? null : parts.slice(at, at + 3).join(', ');
}

/** Which unit an address with a former name belongs to now. The name as it stands in the papers is kept. */
export function AddressNow({ address }: { address: string }) {
  const place = placeOf(address);
  const live = useLive(
    place ? `address ${place}` : null,
    async (abort) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      if (abort.aborted || !place) return [];
      return (await body(catalog.GET('/api/catalog/units/resolve', { params: { query: { name: place } }, signal: abort }))).units;
    },
    3600,
  );
  const former = (live.data.value ?? []).filter((each) => each.reasons.every((reason) => reason.why !== 'IN_FORCE')).slice(0, 4);
  const name = former[0]?.reasons[0]?.fromName;
  if (!name) return null;
  return (
    <p class="note" role="status">
      {words('person.address.now', { former: name, units: former.map((each) => each.name).join(' · ') })}
    </p>
  );
}
