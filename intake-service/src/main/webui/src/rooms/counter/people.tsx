import { identityOf } from '../../scan/code';
import type { Person, PersonInput } from '../../api/shapes';
import type { Problem } from '../../api/problem';
import { Field, Pick } from '../../parts/field';
import { named, words } from '../../words/words';
import { AddressNow } from './address-now';

export type PersonForm = Record<
  'name' | 'identifierKind' | 'identifier' | 'address' | 'phone' | 'phoneOwner' | 'email' | 'authorisation',
  string
>;

export const nobody = (): PersonForm => ({
  name: '',
  identifierKind: 'CITIZEN_NUMBER',
  identifier: '',
  address: '',
  phone: '',
  phoneOwner: 'SELF',
  email: '',
  authorisation: '',
});

/** What is typed as the API takes it: what is empty is left out. */
export function inputOf(form: PersonForm): PersonInput {
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim());
  const identifier = text(form.identifier);
  const phone = text(form.phone);
  return {
    name: form.name.trim(),
    identifierKind: identifier ? (form.identifierKind as PersonInput['identifierKind']) : undefined,
    identifier,
    address: text(form.address),
    phone,
    phoneOwner: phone ? (form.phoneOwner as PersonInput['phoneOwner']) : undefined,
    email: text(form.email),
    authorisation: text(form.authorisation),
  };
}

export const formOf = (person: Person | null): PersonForm => ({
  name: person?.name ?? '',
  identifierKind: person?.identifierKind ?? 'CITIZEN_NUMBER',
  identifier: person?.identifier ?? '',
  address: person?.address ?? '',
  phone: person?.phone ?? '',
  phoneOwner: person?.phoneOwner ?? 'SELF',
  email: person?.email ?? '',
  authorisation: person?.authorisation ?? '',
});

/** When a card was last scanned into a form: the scanner's own Enter must not send the form. */
let scannedAt = -Infinity;
export const justScanned = (): boolean => performance.now() - scannedAt < 1_000;

const KINDS = ['CITIZEN_NUMBER', 'FORMER_NUMBER', 'PASSPORT', 'BUSINESS', 'HOUSEHOLD', 'OTHER'];
const OWNERS = ['SELF', 'RELATIVE', 'HELPER', 'OTHER'];

interface PersonFieldsProps {
  form: PersonForm;
  onChange: (form: PersonForm) => void;
  /** JSON pointer of this person in the body, for what is wrong. */
  pointer: string;
  problem: Problem | null;
  authorised?: boolean;
  autoFocus?: boolean;
  nameProblem?: string | null;
}

/** A person at the counter. Everything but the name may be missing. */
export function PersonFields({ form, onChange, pointer, problem, authorised, autoFocus, nameProblem }: PersonFieldsProps) {
  const set = (member: keyof PersonForm) => (value: string) => {
    const card = member === 'name' || member === 'identifier' ? identityOf(value) : null;
    if (card) scannedAt = performance.now();
    onChange(
      card
        ? { ...form, name: card.name, identifier: card.number, identifierKind: 'CITIZEN_NUMBER', address: card.address }
        : { ...form, [member]: value },
    );
  };
  const wrong = (member: keyof PersonForm) => problem?.at(`${pointer}/${member}`) ?? null;
  const oddNumber =
    form.identifierKind === 'CITIZEN_NUMBER' && form.identifier !== '' && !/^\d{12}$/.test(form.identifier.replace(/\s/g, ''))
      ? words('person.warn.digits')
      : null;
  return (
    <div class="person-fields">
      <Field
        label={words('person.name')}
        value={form.name}
        onInput={set('name')}
        required
        maxLength={400}
        autoFocus={autoFocus}
        problem={nameProblem ?? wrong('name')}
        hint={autoFocus ? words('person.scan') : null}
      />
      <div class="pair">
        <Pick
          label={words('person.kind')}
          value={form.identifierKind}
          options={KINDS.map((value) => ({ value, label: named('identifier', value) }))}
          onPick={set('identifierKind')}
        />
        <Field label={words('person.number')} value={form.identifier} onInput={set('identifier')} maxLength={400} problem={wrong('identifier')} hint={oddNumber} />
      </div>
      <Field label={words('person.address')} value={form.address} onInput={set('address')} maxLength={300} problem={wrong('address')} />
      <AddressNow address={form.address} />
      <div class="pair">
        <Field label={words('person.phone')} type="tel" value={form.phone} onInput={set('phone')} maxLength={20} problem={wrong('phone')} />
        <Pick
          label={words('person.phone.owner')}
          value={form.phoneOwner}
          options={OWNERS.map((value) => ({ value, label: named('phone-owner', value) }))}
          onPick={set('phoneOwner')}
        />
      </div>
      <Field label={words('person.email')} type="email" value={form.email} onInput={set('email')} maxLength={200} problem={wrong('email')} />
      {authorised ? (
        <Field label={words('person.authorisation')} value={form.authorisation} onInput={set('authorisation')} maxLength={200} problem={wrong('authorisation')} />
      ) : null}
    </div>
  );
}

/** Groups of digits, as people read them to each other. */
export function spaced(number: string): string {
  return /^\d{12}$/.test(number)
    ? number.replace(/(\d{3})(?=\d)/g, '$1 ')
    : /^0\d{9}$/.test(number)
      ? `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`
      : number;
}

export function PersonLine({ part, person }: { part: string; person: Person | null }) {
  if (!person) return null;
  const rest = [
    person.identifier ? spaced(person.identifier) : null,
    person.phone
      ? spaced(person.phone) + (person.phoneOwner && person.phoneOwner !== 'SELF' ? ` (${named('phone-owner', person.phoneOwner)})` : '')
      : null,
    person.address,
    person.authorisation,
  ].filter((each): each is string => Boolean(each));
  return (
    <>
      <dt>{named('part', part)}</dt>
      <dd>
        <strong>{person.name}</strong>
        {rest.length > 0 ? <span class="person-rest"> · {rest.join(' · ')}</span> : null}
        {person.address ? <AddressNow address={person.address} /> : null}
      </dd>
    </>
  );
}
