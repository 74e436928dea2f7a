import { describe, expect, it } from 'vitest';
import type { Case, Dossier } from '../src/api/shapes';
import { certifies, itemsOf } from '../src/rooms/signing/certify';

const of = (code: string) => ({ procedure: { code } }) as Case;
const counted = { originals: [{ number: 1, kind: 'Bằng tốt nghiệp', pages: 2, copies: 5 }, { number: 2, kind: 'Căn cước', pages: 1, copies: 1 }] } as unknown as Dossier;

describe('what is certified', () => {
  it('is one item for each kind of original, whatever its copies, in the register of its procedure', () => {
    expect(itemsOf(of('2.000815'), counted)).toEqual([
      { register: 'COPY', subject: 'Bằng tốt nghiệp', pages: 2, copies: 5 },
      { register: 'COPY', subject: 'Căn cước', pages: 1, copies: 1 },
    ]);
    expect(itemsOf(of('2.000884'), counted)[0]?.register).toBe('SIGNATURE');
  });

  it('is the paper itself where nothing was counted', () => {
    expect(itemsOf({ procedure: { code: '2.000884', nameVi: 'x'.repeat(300) } } as Case, {} as Dossier)).toEqual([
      { register: 'SIGNATURE', subject: 'x'.repeat(200), pages: 1, copies: 1 },
    ]);
  });

  it('is nothing for a result of another procedure', () => {
    expect(certifies(of('1.001193'))).toBe(false);
    expect(itemsOf(of('1.001193'), counted)).toEqual([]);
  });
});
