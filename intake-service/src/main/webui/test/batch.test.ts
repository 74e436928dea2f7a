import { describe, expect, it } from 'vitest';
import { Problem, unreachable } from '../src/api/problem';
import type { Case } from '../src/api/shapes';
import { Batch, printable, printPath, type Signed } from '../src/rooms/signing/batch';

const one = (id: string, revision = 1) => ({ id, revision }) as Case;
const line = { result: 'r' };
const overtaken = new Problem(412, 'precondition-failed', 'Changed meanwhile', null, [], {});

describe('signing several', () => {
  it('gives one result each, in order, and goes on after one that failed', async () => {
    const told: Signed[] = [];
    const batch = new Batch((seen) => (seen.id === 'b' ? Promise.reject(overtaken) : Promise.resolve({ result: `r-${seen.id}` })));
    await batch.run([one('a'), one('b'), one('c')], (signed) => told.push(signed));
    expect(told.map((each) => [each.one.id, each.problem?.slug ?? 'done'])).toEqual([
      ['a', 'done'],
      ['b', 'precondition-failed'],
      ['c', 'done'],
    ]);
    expect(printable(told)).toEqual([['r-a', 'r-c']]);
  });

  it('tries again under the same key where nobody answered, under a new one where the answer was no', async () => {
    const keys: string[] = [];
    const answers = [unreachable(), overtaken, null];
    const batch = new Batch((_, key) => {
      keys.push(key);
      const answer = answers.shift();
      return answer ? Promise.reject(answer) : Promise.resolve(line);
    });
    for (let n = 0; n < 3; n++) await batch.run([one('a')], () => undefined);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it('means something else once the case has changed', async () => {
    const keys: string[] = [];
    const batch = new Batch((_, key) => {
      keys.push(key);
      return Promise.reject(unreachable());
    });
    await batch.run([one('a', 1)], () => undefined);
    await batch.run([one('a', 2)], () => undefined);
    expect(keys[1]).not.toBe(keys[0]);
  });
});

describe('printing what was signed', () => {
  const done = (n: number) => ({ one: one(`${n}`), problem: null, result: `r${n}` });

  it('leaves out what was not signed and asks for nothing where nothing was', () => {
    expect(printable([{ one: one('a'), problem: overtaken, result: null }])).toEqual([]);
    expect(printable([])).toEqual([]);
  });

  it('goes in the order of signing, fifty to a document', () => {
    const parts = printable(Array.from({ length: 51 }, (_, n) => done(n)));
    expect(parts.map((part) => part.length)).toEqual([50, 1]);
    expect(printPath(parts[1] ?? [])).toBe('/api/processing/results/print?ids=r50');
    expect(printPath(['a', 'b'])).toBe('/api/processing/results/print?ids=a,b');
    // ids of 36 letters: below what a server takes as the first line of a request
    expect(printPath(Array.from({ length: 50 }, () => crypto.randomUUID())).length).toBeLessThan(2000);
  });
});
