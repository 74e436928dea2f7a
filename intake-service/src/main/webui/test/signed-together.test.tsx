import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../src/api/problem';
import type { Case } from '../src/api/shapes';
import { Outcomes } from '../src/rooms/signing/signing';
import type { Signed } from '../src/rooms/signing/batch';

// the clients take fetch as it stands when they are made: it is replaced before they are imported
const { asked } = vi.hoisted(() => {
  const asked: string[] = [];
  globalThis.fetch = ((request: Request | string) => {
    asked.push(typeof request === 'string' ? request : request.url);
    return Promise.resolve(new Response(new Blob(['x'], { type: 'image/png' }), { status: 200 }));
  }) as typeof fetch;
  return { asked };
});

const one = (id: string) => ({ id, dossierId: `d-${id}`, code: `H52-${id}`, reference: id }) as Case;
const done = (id: string): Signed => ({ one: one(id), problem: null, result: `r-${id}` });
const failed = (id: string): Signed => ({ one: one(id), problem: new Problem(412, 'precondition-failed', 'Đã thay đổi', null, [], {}), result: null });

beforeEach(() => {
  asked.length = 0;
});

describe('after a batch', () => {
  it('one button prints what was signed in its order, and leaves out what was not', async () => {
    render(<Outcomes signed={[done('b'), failed('x'), done('a')]} busy={false} rows={{}} close={() => undefined} />);
    fireEvent.click(screen.getByRole('button', { name: 'In 2 kết quả đã ký' }));
    expect(await screen.findByAltText('Kết quả đã ký, để in')).toBeTruthy();
    expect(asked).toEqual(['/api/processing/results/print?ids=r-b,r-a']);
  });

  it('nothing is printed while it is under way, nor where nothing was signed', () => {
    const { rerender } = render(<Outcomes signed={[done('a')]} busy rows={{}} close={() => undefined} />);
    expect(screen.queryByRole('button', { name: /In 1 kết quả/ })).toBeNull();
    rerender(<Outcomes signed={[failed('x')]} busy={false} rows={{}} close={() => undefined} />);
    expect(screen.queryByRole('button', { name: /^In/ })).toBeNull();
  });

  it('more than fifty are printed in parts that say which', () => {
    render(<Outcomes signed={Array.from({ length: 52 }, (_, n) => done(`${n}`))} busy={false} rows={{}} close={() => undefined} />);
    expect(screen.getByRole('button', { name: 'In kết quả đã ký từ 1 đến 50' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'In kết quả đã ký từ 51 đến 52' })).toBeTruthy();
  });
});
