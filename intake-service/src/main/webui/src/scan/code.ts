import { answersOf, queryOf } from './guidance';

/** What a scanned or typed text means. Personal terms are never put into an address. */
export type Asked =
  | { kind: 'code'; code: string }
  | { kind: 'reference'; reference: string }
  | { kind: 'procedure'; code: string; answers?: string }
  | { kind: 'identity'; identity: Identity }
  | { kind: 'words'; words: string };

/** What the QR code of a citizen's card says: number, former number, name, birth, sex, address, day of issue. */
export interface Identity {
  number: string;
  name: string;
  address: string;
}

const CODE = /^[0-9A-Z]+(?:\.[0-9A-Z]+)*-(?:\d{6}|\d{8})-\d{4,18}$/;
const REFERENCE = /^[0-9A-HJKMNP-TV-Z]{10}$/;
const PROCEDURE = /^\d\.\d{6}(?:\.[A-Z]\d{2})?$/;

export function asked(typed: string): Asked {
  const text = typed.trim();
  const identity = identityOf(text);
  if (identity) return { kind: 'identity', identity };
  const guided = guidedTo(text);
  if (guided) return guided;
  for (const part of candidates(text)) {
    const upper = part.toUpperCase();
    if (CODE.test(upper)) return { kind: 'code', code: upper };
    if (PROCEDURE.test(upper)) return { kind: 'procedure', code: upper };
    if (REFERENCE.test(upper) && (/\d/.test(upper) || part !== text)) return { kind: 'reference', reference: upper };
  }
  return { kind: 'words', words: text };
}

/** The card's code: 012345678901|123456789|Name|ddmmyyyy|sex|address|ddmmyyyy; whole with its last date, while it is typed. */
export function identityOf(text: string): Identity | null {
  const fields = text.split('|').map((field) => field.trim());
  if (fields.length < 7 || !/^\d{12}$/.test(fields[0] ?? '') || !/^\d{8}$/.test(fields[6] ?? '')) return null;
  return { number: fields[0] ?? '', name: fields[2] ?? '', address: fields[5] ?? '' };
}

/** The link of a personal checklist: the procedure with the answers in it. */
function guidedTo(text: string): Asked | null {
  const link = /^https?:\/\/[^/]+\/(?:.*\/)?thu-tuc\/([^/?#]+)\/huong-dan(\?[^#]*)?(?:#.*)?$/i.exec(text);
  const code = link?.[1]?.toUpperCase();
  if (code === undefined || !PROCEDURE.test(code)) return null;
  const answers = queryOf(answersOf(link?.[2] ?? ''));
  return answers === '' ? { kind: 'procedure', code } : { kind: 'procedure', code, answers };
}

/** The text itself, or the pieces of an address printed as QR code. */
function candidates(text: string): string[] {
  if (!/^https?:\/\//i.test(text)) return [text];
  try {
    const url = new URL(text);
    return [...url.searchParams.values(), url.hash.slice(1), ...url.pathname.split('/').filter(Boolean).reverse()];
  } catch {
    return [text];
  }
}
