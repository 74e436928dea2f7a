import { describe, expect, it } from 'vitest';
import { examined } from '../src/rooms/queue/examination';
import type { Examination } from '../src/api/shapes';

const item = (id: string, change: object = {}) =>
  ({ id, kind: 'PAPER', text: id, answer: null, note: null, findings: 0, ...change }) as unknown as Examination['items'][number];

describe('findings', () => {
  it('are sent for what was found anew, with the fence of the claim', () => {
    const items = [item('a'), item('b', { answer: 'MET' }), item('c')];
    const typed = { a: { answer: 'MET' as const, note: '' }, b: { answer: 'MET' as const, note: '' } };
    expect(examined(items, typed, '', 7)).toEqual({ action: 'EXAMINE', fence: 7, findings: [{ item: 'a', answer: 'MET', note: undefined }], note: undefined });
  });

  it('are not sent while a reason is missing', () => {
    expect(examined([item('a')], { a: { answer: 'NOT_MET', note: '  ' } }, 'x', 1)).toBeNull();
    expect(examined([item('a')], { a: { answer: 'NOT_MET', note: 'mờ' } }, '', 1)?.findings).toEqual([{ item: 'a', answer: 'NOT_MET', note: 'mờ' }]);
  });

  it('are not sent where nothing is new, but a note alone is', () => {
    expect(examined([item('a', { answer: 'MET' })], { a: { answer: 'MET', note: '' } }, ' ', 1)).toBeNull();
    expect(examined([], {}, ' đã gọi ', 1)).toEqual({ action: 'EXAMINE', fence: 1, findings: [], note: 'đã gọi' });
  });
});
