import { beforeAll, describe, expect, it } from 'vitest';
import type { rowsOf as RowsOf } from '../src/rooms/returns/returns';

// the clients take fetch as it stands when they are made: it is replaced before they are imported
let rowsOf: typeof RowsOf;
const asked: number[] = [];

beforeAll(async () => {
  globalThis.fetch = ((request: Request) => {
    const ids = (new URL(request.url).searchParams.get('ids') ?? '').split(',');
    asked.push(ids.length);
    return Promise.resolve(new Response(JSON.stringify({ items: ids.map((id) => ({ id })) }), { status: 200, headers: { 'Content-Type': 'application/json' } }));
  }) as typeof fetch;
  ({ rowsOf } = await import('../src/rooms/returns/returns'));
});

describe('the list of what lies ready', () => {
  it('has names for all of it, asking for as many as intake takes at once', async () => {
    const ids = Array.from({ length: 130 }, (_, n) => `d${n}`);
    expect(Object.keys(await rowsOf(ids, new AbortController().signal))).toHaveLength(130);
    expect(asked).toEqual([100, 30]);
  });
});
