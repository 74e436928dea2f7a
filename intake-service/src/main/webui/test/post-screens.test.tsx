import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { HandOver, Return } from '../src/api/shapes';
import { SignedRecord } from '../src/rooms/post/signed';
import { ByPost } from '../src/rooms/returns/by-post';

const item = {
  position: 1,
  slip: 'RR123456789VN',
  sender: { name: 'Quàng Thị Vui', address: 'Bản Nong', phone: null, identifier: null },
  procedureCode: '1.001193',
  documents: [
    { component: '1.001193-07', name: null, as: 'ORIGINAL', listed: 1, found: 1, note: null },
    { component: null, name: 'Thư', as: 'COPY', listed: 2, found: 1, note: 'rách' },
  ],
  complete: false,
  dossier: null,
};

const record = (change: object = {}) =>
  ({
    id: 'r1',
    number: '05/BBGN-TTPVHCC',
    state: 'CLOSED',
    handedOverAt: '2026-11-23T02:00:00Z',
    postman: { name: 'Hà Văn Bưu', number: 'BT-07' },
    officerName: 'Lò Thị Hoa',
    officerTitle: null,
    signed: 'ON_PAPER',
    items: [item],
    notes: [],
    page: '/p',
    pdf: '/p.pdf',
    revision: 2,
    ...change,
  }) as unknown as HandOver;

const nothing = () => undefined;

describe('a signed record', () => {
  it('says who signed when, what is missing, and that a dossier may be opened all the same', () => {
    render(<SignedRecord record={record()} writes onChanged={nothing} reload={nothing} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('05/BBGN-TTPVHCC');
    expect(screen.getByText('09:00 23/11/2026')).toBeTruthy();
    expect(screen.getByText(/Thư \(bản sao\): phiếu ghi 2, đếm được 1 – rách/)).toBeTruthy();
    expect(screen.getByText(/vẫn mở hồ sơ/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Mở hồ sơ' }));
    fireEvent.click(screen.getByLabelText('người khác, người gửi nộp thay'));
    expect(screen.getByLabelText(/Họ và tên/)).toBeTruthy();
  });

  it('leads to the dossier of an item, and opens another only where that draft was given up', () => {
    const dossier = { id: 'd1', reference: 'ABCDE12345', code: null, givenUp: false };
    render(<SignedRecord record={record({ items: [{ ...item, dossier }] })} writes onChanged={nothing} reload={nothing} />);
    expect(screen.getByText('Hồ sơ ABCDE12345')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Mở hồ sơ' })).toBeNull();
  });

  it('frees the item of a draft that was given up', () => {
    const dossier = { id: 'd1', reference: 'ABCDE12345', code: null, givenUp: true };
    render(<SignedRecord record={record({ items: [{ ...item, dossier }] })} writes onChanged={nothing} reload={nothing} />);
    expect(screen.getByRole('button', { name: 'Mở hồ sơ' })).toBeTruthy();
  });
});

describe('a record for who only reads', () => {
  it('opens no dossier and takes no note, and prints nothing before it is signed', () => {
    const open = record({ state: 'OPEN', number: null, page: null, pdf: null, signed: null });
    render(<SignedRecord record={open} writes={false} onChanged={nothing} reload={nothing} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Đang kiểm đếm, chưa ký');
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

describe('a return by post', () => {
  const found = (change: object) =>
    ({ dossierId: 'd1', state: 'ANNOUNCED', returnMode: 'POST', consignment: null, allowedActions: ['HAND_OVER', 'POST', 'SHELVE'], revision: 3, ...change }) as unknown as Return;
  const reload = () => Promise.resolve();

  it('says that the person wants it so', () => {
    render(<ByPost found={found({})} take={nothing} reload={reload} />);
    expect(screen.getByText('Người nộp chọn nhận kết quả qua bưu chính.')).toBeTruthy();
    expect(screen.getByRole('button', { name: /Lập bưu gửi/ })).toBeTruthy();
  });

  it('asks who signed for it once the postman has it', () => {
    const consignment = { slip: 'RR1', preparedAt: '2026-11-23T02:00:00Z', dispatchedAt: '2026-11-23T03:00:00Z', replacedAt: null, deliveredAt: null, failedAt: null, failure: null };
    render(<ByPost found={found({ state: 'POSTED', consignment, allowedActions: ['DELIVERED', 'UNDELIVERABLE'] })} take={nothing} reload={reload} />);
    fireEvent.click(screen.getByRole('button', { name: /Đã phát cho người nhận/ }));
    expect(screen.getByLabelText(/Người ký nhận/)).toBeTruthy();
  });

  it('takes back the report of a loss once it has turned up', () => {
    const consignment = { slip: 'RR1', preparedAt: '2026-11-23T02:00:00Z', dispatchedAt: '2026-11-23T03:00:00Z', replacedAt: null, deliveredAt: null, failedAt: '2026-11-24T03:00:00Z', failure: 'LOST' };
    render(<ByPost found={found({ state: 'UNDELIVERABLE', consignment, allowedActions: ['FOUND'] })} take={nothing} reload={reload} />);
    expect(screen.getByText(/bưu gửi bị mất/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /Đã tìm thấy, tiếp tục chuyển phát/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Lưu trên giá/ })).toBeNull();
  });

  it('shows nothing where nothing can be sent', () => {
    const { container } = render(<ByPost found={found({ allowedActions: [] })} take={nothing} reload={reload} />);
    expect(container.textContent).toBe('');
  });
});
