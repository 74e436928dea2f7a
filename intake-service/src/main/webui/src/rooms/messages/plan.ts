import type { Delivery, Ringing, RingingWanted } from '../../api/shapes';
import { hasWord, named, words } from '../../words/words';

/** What is typed into the form of a wish; who asks for it is never guessed. */
export interface Typed {
  sms: boolean;
  email: boolean;
  askedBy: RingingWanted['askedBy'] | '';
}

export const begun = (now: Ringing): Typed => ({ sms: now.sms, email: now.email, askedBy: '' });

/** The body of the change; null while nothing changes or nobody is named who asks for it. */
export function wanted(now: Ringing, typed: Typed): RingingWanted | null {
  const same = typed.sms === now.sms && typed.email === now.email;
  return same || typed.askedBy === '' ? null : { sms: typed.sms, email: typed.email, askedBy: typed.askedBy };
}

/** A shape beside the word of a state: it came or left, is under way, did not come, was not sent. */
export function shapeOf(state: Delivery['state']): '●' | '○' | '■' | '–' {
  switch (state) {
    case 'HANDED_OVER':
    case 'DELIVERED':
      return '●';
    case 'WAITING':
    case 'SENDING':
    case 'UNKNOWN':
      return '○';
    case 'SUPPRESSED':
      return '–';
    default:
      return '■';
  }
}

/** Why a delivery stands where it does, in words; a code of a server keeps its number, one that nobody knows stays as it is. */
export function reasonOf(code: string | null | undefined): string {
  if (!code) return '';
  const status = /^status-(\w+)$/.exec(code);
  if (status) return words('ringing.reason.status', { code: status[1] ?? '' });
  return hasWord('ringing.reason', code) ? named('ringing.reason', code) : code;
}
