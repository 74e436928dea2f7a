import { describe, expect, it } from 'vitest';
import examples from '../../../../../deploy/contracts/rules/fees.json';
import type { Original, Procedure } from '../src/api/shapes';
import { anOriginal, costOf, countsOriginals, feesOf, originalsOf, quantitiesOf } from '../src/rooms/counter/originals';

const tier = (amountVnd: number, fromUnit: number, toUnit: number | null) =>
  ({ rule: 'TIERED_PER_PAGE', per: 'copy', amountVnd, fromUnit, toUnit, capVnd: 200_000 }) as unknown as Procedure['fees'][number];
const COPY = [tier(2_000, 1, 2), tier(1_000, 3, null)];

describe('the originals of a visitor', () => {
  it('cost by the formula of the circular, each with its own cap', () => {
    for (const [pages, copies] of [[1, 1], [2, 3], [3, 1], [12, 1], [198, 2], [500, 2]] as const) {
      const formula = copies * Math.min(200_000, 2_000 * Math.min(pages, 2) + 1_000 * Math.max(pages - 2, 0));
      expect(costOf(COPY, anOriginal(String(pages), String(copies)))).toBe(formula);
    }
  });

  it('cost what the catalogue and intake say, by the examples all three share', () => {
    const tiered = examples.filter(({ fees }) => fees.some(({ rule }) => rule === 'TIERED_PER_PAGE'));
    expect(tiered.length).toBeGreaterThan(9);
    for (const each of tiered) {
      const fees = feesOf(each.fees as unknown as Procedure['fees'], each.channel);
      expect(costOf(fees, anOriginal(String(each.pages), String(each.copies))), each.example).toBe(each.totalVnd);
    }
  });

  it('owe by the rows of their own way of filing, where it has any', () => {
    const of = (channel: string | null) => ({ channel }) as unknown as Procedure['fees'][number];
    expect(feesOf([of(null), of('ONLINE')], 'ONLINE')).toEqual([of('ONLINE')]);
    expect(feesOf([of(null), of('ONLINE')], 'COUNTER')).toEqual([of(null)]);
  });

  it('are told apart only where the one paper is what is copied', () => {
    const of = (components: number, fees: Procedure['fees']) => ({ components: Array(components).fill({}), fees }) as unknown as Procedure;
    expect(countsOriginals(of(1, COPY))).toBe(true);
    expect(countsOriginals(of(2, COPY))).toBe(false);
    expect(countsOriginals(of(1, [{ rule: 'FIXED', per: 'copy' } as unknown as Procedure['fees'][number]]))).toBe(false);
  });

  it('cost nothing known where no fee counts pages', () => {
    expect(costOf([{ rule: 'FIXED', amountVnd: 8_000 } as unknown as Procedure['fees'][number]], anOriginal())).toBeNull();
  });

  it('are pages and copies where there is one without a name, else each is named', () => {
    expect(quantitiesOf([anOriginal('3', '2')])).toEqual({ pages: 3, copies: 2 });
    const two = [{ kind: ' Học bạ ', pages: '12', copies: '1' }, { kind: 'Bằng', pages: '1', copies: '2' }];
    expect(quantitiesOf(two)).toEqual({
      pages: 0,
      copies: 0,
      originals: [
        { kind: 'Học bạ', pages: 12, copies: 1 },
        { kind: 'Bằng', pages: 1, copies: 2 },
      ],
    });
  });

  it('come back into the form as they stood, and none where nothing is counted', () => {
    const none = { pages: 0, copies: 0, originals: [] };
    expect(originalsOf({ originals: [], quantities: { ...none, pages: 3, copies: 2 } })).toEqual([anOriginal('3', '2')]);
    expect(originalsOf({ originals: [], quantities: none })).toEqual([]);
    const book = { number: 2, kind: 'Học bạ', pages: 12, copies: 1, file: null, etag: '"1"' } as unknown as Original;
    const rows = originalsOf({ originals: [book], quantities: none });
    expect(rows).toEqual([{ kind: 'Học bạ', pages: '12', copies: '1', number: 2, scanned: false }]);
    expect(quantitiesOf(rows)).toEqual({ pages: 0, copies: 0, originals: [{ number: 2, kind: 'Học bạ', pages: 12, copies: 1 }] });
  });

  it('cost what their scan will tell, and are opened with one page until then', () => {
    const row = { ...anOriginal(''), kind: 'Học bạ', file: new File(['x'], 'hoc-ba.pdf', { type: 'application/pdf' }) };
    expect(costOf(COPY, row)).toBeNull();
    expect(quantitiesOf([row, anOriginal('0')])).toMatchObject({ originals: [{ kind: 'Học bạ', pages: 1 }, { pages: 0 }] });
  });
});
