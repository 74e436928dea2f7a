import { describe, expect, it, vi } from 'vitest';
import { Intent, makeAct } from '../src/api/intent';
import { Problem, problemOf, unreachable } from '../src/api/problem';

vi.spyOn(console, 'error').mockImplementation(() => undefined);

describe('an intended act', () => {
  it('keeps its key while the same thing is tried again', () => {
    const intent = new Intent();
    const key = intent.keyFor({ action: 'RECEIVE', revision: 3 });
    expect(intent.keyFor({ action: 'RECEIVE', revision: 3 })).toBe(key);
    expect(intent.keyFor({ action: 'RECEIVE', revision: 4 })).not.toBe(key);
  });

  it('is sent again under the same key after silence, and under another once it was answered', async () => {
    const keys: string[] = [];
    const answers: (() => void)[] = [
      () => {
        throw unreachable();
      },
      () => {
        throw new Problem(503, 'unavailable', '', null, [], {});
      },
      () => undefined,
      () => undefined,
    ];
    const act = makeAct<object, void>(
      async (_, key) => {
        keys.push(key);
        answers[keys.length - 1]?.();
      },
      () => undefined,
    );
    for (let n = 0; n < 4; n++) await act.run({ action: 'PAY' });
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[3]).not.toBe(keys[2]);
  });

  it('takes a new key after a refusal', async () => {
    const keys: string[] = [];
    const act = makeAct<object, void>(
      async (_, key) => {
        keys.push(key);
        throw problemOf(412, { type: '/problems/precondition-failed' });
      },
      () => undefined,
    );
    await act.run({});
    await act.run({});
    expect(keys[0]).not.toBe(keys[1]);
    expect(act.problem.value?.overtaken).toBe(true);
  });

  it('is done once, however often it is pressed', async () => {
    let calls = 0;
    let release: () => void = () => undefined;
    const act = makeAct<object, void>(
      () => {
        calls++;
        return new Promise((resolve) => {
          release = resolve;
        });
      },
      () => undefined,
    );
    const first = act.run({});
    expect(await act.run({})).toBe(false);
    release();
    expect(await first).toBe(true);
    expect(calls).toBe(1);
  });

  it('is not sent while what somebody else changed is read anew, and the refusal is forgotten with it', async () => {
    let calls = 0;
    const act = makeAct<object, void>(
      async () => {
        calls++;
        throw problemOf(412, { type: '/problems/precondition-failed' });
      },
      () => undefined,
    );
    await act.run({});
    let arrived: () => void = () => undefined;
    const renewed = act.renew(() => new Promise((resolve) => (arrived = resolve)));
    expect(await act.run({})).toBe(false);
    expect(calls).toBe(1);
    arrived();
    await renewed;
    expect(act.problem.value).toBeNull();
    expect(act.busy.value).toBe(false);
  });

  it('takes what nobody foresaw for silence, so that nothing typed is lost', async () => {
    const act = makeAct<object, void>(
      async () => {
        throw new TypeError('fetch failed');
      },
      () => undefined,
    );
    expect(await act.run({})).toBe(false);
    expect(act.problem.value?.status).toBe(0);
  });
});
