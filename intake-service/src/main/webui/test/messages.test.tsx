import { fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Delivery, Mailbox, Ringing } from '../src/api/shapes';
import { Box } from '../src/rooms/hotline/mailbox';
import { Table } from '../src/rooms/messages/deliveries';
import { begun, reasonOf, shapeOf, wanted } from '../src/rooms/messages/plan';
import { Wish } from '../src/rooms/messages/wish';

const nothing = () => Promise.resolve();
const ringing = (more: Partial<Ringing> = {}): Ringing => ({ dossierId: 'd1', sms: true, email: true, mayChange: true, changes: [], ...more }) as Ringing;

const fetched = vi.hoisted(() => ({ calls: [] as Request[], answer: { status: 200, body: '{}' } }));
vi.hoisted(() => {
  globalThis.fetch = ((request: Request) => {
    fetched.calls.push(request.clone());
    return Promise.resolve(new Response(fetched.answer.body, { status: fetched.answer.status, headers: { 'Content-Type': 'application/json' } }));
  }) as typeof fetch;
});

afterEach(() => {
  fetched.calls.length = 0;
  fetched.answer = { status: 200, body: '{}' };
});

describe('what a person wants to be told by', () => {
  it('is sent once something changes and it is known who asks for it', () => {
    const now = ringing();
    expect(wanted(now, begun(now))).toBeNull();
    expect(wanted(now, { ...begun(now), sms: false })).toBeNull();
    expect(wanted(now, { ...begun(now), askedBy: 'OWNER' })).toBeNull();
    expect(wanted(now, { sms: false, email: true, askedBy: 'AUTHORISED' })).toEqual({ sms: false, email: true, askedBy: 'AUTHORISED' });
  });

  it('is entered with the keys, on the state that was seen', async () => {
    render(<Wish now={ringing()} etag={'"0"'} refresh={nothing} />);
    expect(screen.getByText(/Chưa ai thay đổi/)).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'Enter' });
    const save = await screen.findByRole('button', { name: /Lưu mong muốn/ });
    expect(save.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getByLabelText('Có nhắn tin vào điện thoại'));
    fireEvent.click(screen.getByLabelText('Chủ hồ sơ'));
    expect(save.getAttribute('aria-disabled')).toBeNull();
    fireEvent.keyDown(document.body, { key: 'F8' });
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: /Lưu mong muốn/ })).toBeNull());
    const sent = fetched.calls.find((each) => each.method === 'PUT');
    expect(sent?.headers.get('If-Match')).toBe('"0"');
    expect(await sent?.json()).toEqual({ sms: false, email: true, askedBy: 'OWNER' });
  });

  it('stays typed where somebody was faster, and offers to read it anew', async () => {
    fetched.answer = { status: 412, body: JSON.stringify({ type: '/problems/stale', title: 'Hồ sơ đã thay đổi', current: { at: '2026-11-26T02:00:00Z' } }) };
    const refresh = vi.fn(nothing);
    render(<Wish now={ringing()} etag={'"0"'} refresh={refresh} />);
    fireEvent.click(screen.getByRole('button', { name: /Ghi mong muốn/ }));
    fireEvent.click(screen.getByLabelText('Có gửi thư điện tử'));
    fireEvent.click(screen.getByLabelText('Người được ủy quyền'));
    fireEvent.click(screen.getByRole('button', { name: /Lưu mong muốn/ }));
    expect(await screen.findByText('Hồ sơ đã thay đổi')).toBeTruthy();
    expect((screen.getByLabelText('Có gửi thư điện tử') as HTMLInputElement).checked).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Tải lại hồ sơ' }));
    await vi.waitFor(() => expect(refresh).toHaveBeenCalledTimes(1));
  });

  it('is only read by whoever is not at the counter, with who said what', () => {
    const changes = [
      { number: 2, sms: true, email: false, by: 'PERSON', at: '2026-11-26T03:00:00Z' },
      { number: 1, sms: false, email: true, by: 'RECEPTION', askedBy: 'OWNER', unit: 'u', officer: 'Lò Thị Hoa, Công chức', at: '2026-11-26T02:00:00Z' },
    ];
    render(<Wish now={ringing({ mayChange: false, changes: changes as Ringing['changes'] })} etag={'"2"'} refresh={nothing} />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/người dân tự chọn/)).toBeTruthy();
    expect(screen.getByText(/Lò Thị Hoa, Công chức ghi tại .*theo đề nghị của: Chủ hồ sơ/)).toBeTruthy();
  });
});

describe('how far messages came', () => {
  const delivery = (more: object): Delivery =>
    ({ id: 'x', messageId: 'm', template: 'received', title: 'Hồ sơ đã được tiếp nhận', language: 'vi', channel: 'SMS', state: 'DELIVERED', attempts: 1, openedAt: '2026-11-26T02:00:00Z', ...more }) as Delivery;

  it('is said in a word and a shape, never by colour alone', () => {
    expect(['WAITING', 'SENDING', 'HANDED_OVER', 'DELIVERED', 'FAILED', 'UNKNOWN', 'GIVEN_UP', 'EXPIRED', 'SUPPRESSED'].map((state) => shapeOf(state as Delivery['state']))).toEqual(['○', '○', '●', '●', '■', '○', '■', '■', '–']);
  });

  it('gives a reason in words, and keeps the number of a server and a code that nobody knows', () => {
    expect(reasonOf(null)).toBe('');
    expect(reasonOf('opted-out')).toBe('người dân không muốn nhận');
    expect(reasonOf('status-550')).toBe('bị từ chối, mã 550');
    expect(reasonOf('something-new')).toBe('something-new');
  });

  it('stands in one row for each way, without a contact', () => {
    render(<Table deliveries={[delivery({ id: 'a', handedOverAt: '2026-11-26T02:01:00Z' }), delivery({ id: 'b', channel: 'EMAIL', state: 'SUPPRESSED', reason: 'opted-out' })]} />);
    const rows = screen.getAllByRole('row');
    expect(rows).toHaveLength(3);
    expect(rows[1]?.textContent).toMatch(/tin nhắn điện thoại● đã đến nơi/);
    expect(rows[2]?.textContent).toMatch(/thư điện tử– không gửi \(người dân không muốn nhận\)/);
  });
});

describe('the mailbox of a unit', () => {
  const box = (more: object): Mailbox =>
    ({ unit: 'u', address: 'gopy@muongsai.example', state: 'ANSWERS', answeredAt: '2026-11-26T02:00:00Z', receivesFrom: '2026-11-01T00:00:00Z', takenInHour: 2, perHour: 60, takenInWeek: 9, leftInWeek: 0, ...more }) as Mailbox;

  it('says that it works, and how much came', () => {
    render(<Box box={box({})} />);
    expect(screen.getByText(/đang hoạt động/)).toBeTruthy();
    expect(screen.getByText('2 trên tối đa 60')).toBeTruthy();
    expect(screen.queryByText(/Không trả lời từ/)).toBeNull();
  });

  it('says since when it is down, that nothing is lost, and what lies there to be read', () => {
    render(<Box box={box({ state: 'FAILING', failingSince: '2026-11-26T01:00:00Z', leftInWeek: 3 })} />);
    expect(screen.getByText('Không trả lời từ')).toBeTruthy();
    expect(screen.getByText(/không mất/)).toBeTruthy();
    expect(screen.getByText('■ 3')).toBeTruthy();
  });

  it('that was never looked into has no time', () => {
    render(<Box box={box({ state: 'NEW', answeredAt: null })} />);
    expect(screen.getByText('chưa lần nào')).toBeTruthy();
  });
});
