import { beforeEach, describe, expect, it } from 'vitest';
import { counted } from '../src/rooms/register/export';
import { askedOf, contentOf, filtersOf, NOTHING } from '../src/rooms/register/filters';
import { holders } from '../src/rooms/register/holder';
import { now } from '../src/time/legal';

describe('filters of the register', () => {
  beforeEach(() => {
    now.value = Date.parse('2026-11-24T10:00:00Z');
  });

  it('leave out what nobody typed', () => {
    expect(filtersOf(NOTHING)).toEqual({});
    expect(filtersOf({ ...NOTHING, code: ' 0007 ', procedure: '  ' })).toEqual({ code: '0007' });
  });

  it('never hold a name, which belongs in no address', () => {
    expect(JSON.stringify(filtersOf({ ...NOTHING, name: 'Quàng Thị Vui' }))).not.toContain('Vui');
  });

  it('reckon what is overdue from the legal moment', () => {
    expect(filtersOf({ ...NOTHING, standing: 'OVERDUE' })).toEqual({ dueBefore: '2026-11-24T10:00:00.000Z' });
    expect(filtersOf({ ...NOTHING, standing: 'TODAY' })).toEqual({
      dueFrom: '2026-11-24T10:00:00.000Z',
      dueBefore: '2026-11-24T17:00:00.000Z',
    });
    expect(filtersOf({ ...NOTHING, standing: 'LATE' })).toEqual({ punctuality: 'LATE' });
  });
});

describe('who holds the case', () => {
  it('is nobody, oneself or one of the officers known, and stays as a kept view says', () => {
    const labels = (chosen: string, me: string, officers: { subject: string; name?: string | null }[]) =>
      holders(chosen, me, officers).map((each) => each.label);
    expect(labels('', '', [])).toEqual(['Chưa ai nhận']);
    expect(labels('', 'tu', [{ subject: 'tu', name: 'Tú' }, { subject: 'mai', name: 'Lò Thị Mai' }])).toEqual([
      'Chưa ai nhận',
      'Tôi đang giữ',
      'Lò Thị Mai',
    ]);
    expect(labels('somebody', '', [])).toEqual(['Chưa ai nhận', 'Cán bộ đã chọn']);
    expect(filtersOf({ ...NOTHING, holder: 'nobody' })).toEqual({ holder: 'nobody' });
    expect(askedOf({ filters: { holder: 'tu' }, standing: null } as never).holder).toBe('tu');
  });
});

describe('the lines of an export', () => {
  it('are counted as they come, without the head', async () => {
    const told: number[] = [];
    const kept: string[] = [];
    const sink = counted(
      {
        write: async (bytes) => {
          kept.push(new TextDecoder().decode(bytes));
        },
        close: async () => undefined,
        abort: async () => undefined,
      },
      (lines) => told.push(lines),
    );
    const send = (text: string) => sink.write(new TextEncoder().encode(text));
    await send('STT,M');
    await send('ã\r\n1,a\r\n2,');
    await send('b\r\n');
    expect(told).toEqual([0, 1, 2]);
    expect(kept.join('')).toBe('STT,Mã\r\n1,a\r\n2,b\r\n');
  });
});

describe('a kept view', () => {
  it('says what moves with the day as its word, and comes back as it was chosen', () => {
    const asked = { ...NOTHING, procedure: 'chứng thực', standing: 'OVERDUE' as const, name: 'Quàng Thị Vui' };
    const content = contentOf(asked);
    expect(content).toEqual({ filters: { procedure: 'chứng thực' }, standing: 'OVERDUE' });
    expect(askedOf({ filters: content.filters, standing: content.standing ?? null } as never)).toEqual({ ...asked, name: '' });
    const ended = { ...NOTHING, standing: 'LATE' as const };
    expect(askedOf({ ...contentOf(ended), standing: null } as never)).toEqual(ended);
  });
});
