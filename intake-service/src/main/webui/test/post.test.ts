import { describe, expect, it } from 'vitest';
import { anItem, aRecord, formOfRecord, noPaper, ready, requestOf } from '../src/rooms/post/shape';
import { nobody } from '../src/rooms/counter/people';
import type { HandOver } from '../src/api/shapes';

const filled = () => ({
  ...aRecord('2026-11-23T02:00:00Z'),
  postman: ' Hà Văn Bưu ',
  number: 'BT-07',
  items: [
    {
      ...anItem(),
      slip: ' rr123456789vn ',
      sender: { ...nobody(), name: 'Quàng Thị Vui' },
      procedureCode: '1.001193',
      papers: { '1.001193-07': { ...noPaper(), as: 'ORIGINAL' as const }, '1.001193-04': { ...noPaper(), as: 'COPY' as const, found: '0', note: ' rách ' }, '1.001193-05': noPaper() },
      others: [{ ...noPaper(), as: 'COPY' as const, name: ' Thư ' }, { ...noPaper(), as: 'COPY' as const, name: '  ' }],
    },
  ],
});

describe('a hand-over record that is typed', () => {
  it('begins now, in legal time', () => {
    expect(aRecord('2026-11-23T02:00:00Z').at).toBe('2026-11-23T09:00');
  });

  it('lists only papers whose shape is chosen, and those beside the list that have a name', () => {
    const request = requestOf(filled(), '14-03712-20250701');
    expect(request.handedOverAt).toBe('2026-11-23T02:00:00.000Z');
    expect(request.postman).toEqual({ name: 'Hà Văn Bưu', number: 'BT-07' });
    expect(request.items[0]?.slip).toBe('RR123456789VN');
    expect(request.items[0]?.documents).toEqual([
      { component: '1.001193-07', as: 'ORIGINAL', listed: 1, found: 1, held: true, note: undefined },
      { component: '1.001193-04', as: 'COPY', listed: 1, found: 0, held: false, note: 'rách' },
      { name: 'Thư', as: 'COPY', listed: 1, found: 1, held: false, note: undefined },
    ]);
  });

  it('holds an original back unless somebody says it stays', () => {
    const form = filled();
    form.items[0]!.papers['1.001193-07'] = { ...form.items[0]!.papers['1.001193-07']!, held: false } as never;
    expect(requestOf(form, '14-03712-20250701').items[0]?.documents[0]?.held).toBe(false);
  });

  it('is not kept without postman, slip, sender, procedure and a paper', () => {
    expect(ready(filled())).toBe(true);
    expect(ready({ ...filled(), postman: ' ' })).toBe(false);
    const item = filled().items[0]!;
    for (const lacks of [{ slip: '' }, { sender: nobody() }, { procedureCode: '' }, { papers: {}, others: [] }]) {
      expect(ready({ ...filled(), items: [{ ...item, ...lacks }] })).toBe(false);
    }
  });

  it('comes back from what is kept as it was typed', () => {
    const request = requestOf(filled(), '14-03712-20250701');
    const kept = {
      ...request,
      items: request.items.map((item, n) => ({ ...item, position: n + 1, complete: false, dossier: null })),
    } as unknown as HandOver;
    expect(requestOf(formOfRecord(kept), '14-03712-20250701')).toEqual(request);
  });
});
