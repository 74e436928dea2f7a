import { Problem, unreachable } from '../../api/problem';
import type { Case } from '../../api/shapes';

/** What came of one signature. */
export interface Signed {
  one: Case;
  /** Null where it was taken. */
  problem: Problem | null;
}

/**
 * Signs one after the other, each as the approver has seen it; what goes wrong with one stops none of the others. The key of one that
 * nobody answered is kept, so that trying again signs nothing twice.
 */
export class Batch {
  private readonly keys = new Map<string, string>();

  constructor(private readonly sign: (seen: Case, key: string) => Promise<unknown>) {}

  async run(chosen: readonly Case[], told: (signed: Signed) => void): Promise<Signed[]> {
    const all: Signed[] = [];
    for (const one of chosen) {
      const signed = { one, problem: await this.one(one) };
      all.push(signed);
      told(signed);
    }
    return all;
  }

  private async one(one: Case): Promise<Problem | null> {
    const meant = `${one.id} ${one.revision}`;
    const key = this.keys.get(meant) ?? crypto.randomUUID();
    this.keys.set(meant, key);
    try {
      await this.sign(one, key);
      this.keys.delete(meant);
      return null;
    } catch (error) {
      if (!(error instanceof Problem)) console.error(error);
      const problem = error instanceof Problem ? error : unreachable();
      if (!problem.passing) this.keys.delete(meant);
      return problem;
    }
  }
}
