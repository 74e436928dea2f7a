import { Problem, unreachable } from '../../api/problem';
import type { Case, SigningLine } from '../../api/shapes';

/** What came of one signature. */
export interface Signed {
  one: Case;
  /** Null where it was taken. */
  problem: Problem | null;
  /** The signed file; null where there is none. */
  result: string | null;
}

/** How many results one document for the printer holds. */
export const PRINTED_MOST = 50;

/** What was signed, in the order in which it was, as documents for the printer. */
export function printable(signed: readonly Signed[]): string[][] {
  const results = signed.flatMap(({ result }) => (result === null ? [] : [result]));
  const parts: string[][] = [];
  for (let from = 0; from < results.length; from += PRINTED_MOST) parts.push(results.slice(from, from + PRINTED_MOST));
  return parts;
}

/** Where a document for the printer is. */
export const printPath = (results: readonly string[]): string => `/api/processing/results/print?ids=${results.join(',')}`;

/**
 * Signs one after the other, each as the approver has seen it; what goes wrong with one stops none of the others. The key of one that
 * nobody answered is kept, so that trying again signs nothing twice.
 */
export class Batch {
  private readonly keys = new Map<string, string>();

  constructor(private readonly sign: (seen: Case, key: string) => Promise<Pick<SigningLine, 'result'>>) {}

  async run(chosen: readonly Case[], told: (signed: Signed) => void): Promise<Signed[]> {
    const all: Signed[] = [];
    for (const one of chosen) {
      const signed = await this.one(one);
      all.push(signed);
      told(signed);
    }
    return all;
  }

  private async one(one: Case): Promise<Signed> {
    const meant = `${one.id} ${one.revision}`;
    const key = this.keys.get(meant) ?? crypto.randomUUID();
    this.keys.set(meant, key);
    try {
      const { result } = await this.sign(one, key);
      this.keys.delete(meant);
      return { one, problem: null, result };
    } catch (error) {
      if (!(error instanceof Problem)) console.error(error);
      const problem = error instanceof Problem ? error : unreachable();
      if (!problem.passing) this.keys.delete(meant);
      return { one, problem, result: null };
    }
  }
}
