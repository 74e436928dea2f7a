import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Dossier } from '../src/api/shapes';
import { Said } from '../src/parts/said';
import { CarryOver } from '../src/rooms/counter/carry-over';

// the clients take fetch as it stands when they are made: it is replaced before they are imported
const { answers, asked } = vi.hoisted(() => {
  const answers: { status: number; json: unknown }[] = [];
  const asked: { method: string; url: string; ifMatch: string | null }[] = [];
  globalThis.fetch = ((request: Request) => {
    asked.push({ method: request.method, url: request.url, ifMatch: request.headers.get('If-Match') });
    const answer = answers.shift() ?? { status: 500, json: {} };
    return Promise.resolve(new Response(JSON.stringify(answer.json), { status: answer.status, headers: { 'Content-Type': 'application/json' } }));
  }) as typeof fetch;
  return { answers, asked };
});

const dossier = (more: Partial<Dossier>): Dossier =>
  ({ id: 'one', revision: 4, stage: 'PREPARING', procedureVersion: 1, versionInForce: null, originals: [], ...more }) as unknown as Dossier;
const show = (shown: Dossier, take = vi.fn()) => {
  render(<CarryOver dossier={shown} take={take} reload={async () => undefined} />);
  return take;
};

describe('a draft under a version that another one has followed', () => {
  it('says which one is in force since when, and is carried over with one press', async () => {
    const take = show(dossier({ versionInForce: { version: 2, effectiveFrom: '2026-11-25' } }));
    expect(screen.getByRole('status').textContent).toContain('phiên bản 2 có hiệu lực từ ngày 25/11/2026');
    answers.push({ status: 200, json: dossier({ revision: 5, procedureVersion: 2 }) });
    fireEvent.click(screen.getByRole('button', { name: 'Chuyển sang phiên bản 2' }));
    await waitFor(() => expect(take).toHaveBeenCalledOnce());
    expect(asked[0]).toMatchObject({ method: 'PUT', ifMatch: '"4"' });
    expect(asked[0]?.url).toContain('/api/intake/dossiers/one/version-in-force');
  });

  it('says how many originals the new version does not count', async () => {
    render(<Said />);
    const named = [{ number: 1, kind: 'Học bạ' }, { number: 2, kind: 'Bằng tốt nghiệp' }] as unknown as Dossier['originals'];
    show(dossier({ versionInForce: { version: 2, effectiveFrom: '2026-11-25' }, originals: named }));
    answers.push({ status: 200, json: dossier({ revision: 5, procedureVersion: 2 }) });
    fireEvent.click(screen.getByRole('button', { name: 'Chuyển sang phiên bản 2' }));
    expect(await screen.findByText(/Hồ sơ theo phiên bản 2.*2 bản chính không còn được tính/)).toBeTruthy();
  });

  it('says where pages and copies are entered that the new version counts', async () => {
    show(dossier({ versionInForce: { version: 2, effectiveFrom: '2026-11-25' } }));
    answers.push({
      status: 400,
      json: { type: '/problems/validation', title: 'Dữ liệu không hợp lệ', violations: [{ pointer: '/quantities', message: '0' }] },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Chuyển sang phiên bản 2' }));
    expect(await screen.findByText(/ghi các số này ở mục “Sửa thông tin”/)).toBeTruthy();
  });

  it('says why it is not carried over', async () => {
    const take = show(dossier({ versionInForce: { version: 2, effectiveFrom: '2026-11-25' } }));
    answers.push({ status: 409, json: { type: '/problems/procedure-not-in-force', title: 'Thủ tục không còn hiệu lực' } });
    fireEvent.click(screen.getByRole('button', { name: 'Chuyển sang phiên bản 2' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Thủ tục không còn hiệu lực');
    expect(take).not.toHaveBeenCalled();
  });

  it('is nothing to speak of under the version in force', () => {
    show(dossier({}));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
