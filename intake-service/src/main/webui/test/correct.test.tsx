import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Dossier } from '../src/api/shapes';
import { CorrectForm } from '../src/rooms/counter/correct';

// the clients take fetch as it stands when they are made: it is replaced before they are imported
vi.hoisted(() => {
  const procedure = {
    components: [{ id: 'copy-01' }],
    fees: [{ rule: 'TIERED_PER_PAGE', per: 'copy', amountVnd: 2_000, fromUnit: 1, toUnit: null, capVnd: null, channel: null }],
  };
  globalThis.fetch = (() =>
    Promise.resolve(new Response(JSON.stringify(procedure), { status: 200, headers: { 'Content-Type': 'application/json' } }))) as typeof fetch;
});

const dossier = (more: Partial<Dossier>): Dossier =>
  ({
    revision: 4,
    procedureCode: 'copy',
    channel: 'COUNTER',
    versionInForce: null,
    returnMode: 'COUNTER',
    originals: [],
    quantities: { pages: 0, copies: 0, originals: [] },
    people: { owner: { name: 'Quàng Thị Vui' } },
    ...more,
  }) as unknown as Dossier;

const show = (shown: Dossier) => {
  const onSend = vi.fn();
  render(<CorrectForm act="CORRECT" dossier={shown} problem={null} busy={false} onSend={onSend} onCancel={() => undefined} />);
  return onSend;
};
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label, { exact: false }), { target: { value } });
const send = () => fireEvent.click(screen.getByRole('button', { name: /Sửa thông tin/ }));
const IN_FORCE = { version: 2, effectiveFrom: '2026-11-25' };

describe('what was typed wrong', () => {
  it('is told pages and copies that only the version in force counts, before the draft is carried over', async () => {
    const onSend = show(dossier({ id: 'to-count', versionInForce: IN_FORCE }));
    await screen.findByLabelText('Số trang của giấy tờ 1');
    type('Số trang của giấy tờ 1', '4');
    type('Số bản sao của giấy tờ 1', '2');
    type('Vì sao sửa?', 'Tính phí theo phiên bản mới');
    send();
    expect(onSend).toHaveBeenCalledOnce();
    expect(onSend.mock.calls[0]?.[0]).toMatchObject({ action: 'CORRECT', quantities: { pages: 4, copies: 2 } });
  });

  it('leaves pages and copies alone that nobody typed', async () => {
    const onSend = show(dossier({ id: 'left-alone', versionInForce: IN_FORCE }));
    await screen.findByLabelText('Số trang của giấy tờ 1');
    type('Vì sao sửa?', 'Nhầm tên');
    send();
    expect(onSend.mock.calls[0]?.[0].quantities).toBeUndefined();
  });

  it('asks for none where the dossier stands under the version in force', async () => {
    show(dossier({ id: 'in-force' }));
    await new Promise((done) => setTimeout(done, 20));
    expect(screen.queryByLabelText('Số trang của giấy tờ 1')).toBeNull();
  });
});
