import type { Case, CaseAction, Dossier, SigningRequest } from '../../api/shapes';
import { readDossier } from '../counter/dossier';
import { actOnCase, readCase, signCase } from '../queue/cases';

type Item = NonNullable<SigningRequest['items']>[number];

/** The procedures of certification and the register each is numbered in (Decree 23/2015/NĐ-CP Art. 13). */
const REGISTERS: Readonly<Record<string, Item['register']>> = {
  '2.000815': 'COPY',
  '2.000884': 'SIGNATURE',
  '2.001035': 'CONTRACT',
  '2.000913': 'CONTRACT',
  '2.000927': 'CONTRACT',
};

export const certifies = (one: Case): boolean => Object.hasOwn(REGISTERS, one.procedure.code);

/** What is certified, as it was counted at the counter: one item for each kind of original. */
export function itemsOf(one: Case, dossier: Pick<Dossier, 'originals'>): Item[] {
  const register = REGISTERS[one.procedure.code];
  if (!register) return [];
  const counted = dossier.originals ?? [];
  // nothing was counted: the paper itself is what is certified
  const matter = (one.procedure.nameVi ?? one.procedure.code).slice(0, 200);
  if (counted.length === 0) return [{ register, subject: matter, pages: 1, copies: 1 }];
  return counted.map(({ kind, pages, copies }) => ({
    register,
    subject: (kind ?? '').length > 1 ? kind! : matter, // the counter need not name the kind of a single original
    pages: Math.max(pages ?? 1, 1),
    copies: Math.max(copies ?? 1, 1),
  }));
}

/** What the signer says with the signature of this case; of a certification with what was counted for it. */
export async function requestFor(one: Case): Promise<SigningRequest> {
  if (!certifies(one)) return { declaration: true };
  const dossier = await readDossier(one.dossierId, new AbortController().signal);
  return { declaration: true, items: itemsOf(one, dossier) };
}

/** An act on a case; what issues a result is numbered and signed with it. */
export async function actOrSign(seen: Case, action: CaseAction, key: string): Promise<Case> {
  if (action.action !== 'DECIDE' && action.action !== 'REISSUE') return actOnCase(seen, action, key);
  await signCase(seen, await requestFor(seen), key);
  return readCase(seen.id, new AbortController().signal);
}
