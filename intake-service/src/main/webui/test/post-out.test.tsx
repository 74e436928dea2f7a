import { render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { officer, type Officer } from '../src/session/session';
import { PostOut } from '../src/rooms/post/out';

// the clients take fetch as it stands when they are made: it is replaced before they are imported
const { answers } = vi.hoisted(() => {
  const answers: Record<string, unknown> = {};
  globalThis.fetch = ((request: Request) => {
    const path = new URL(request.url).pathname;
    const json = Object.hasOwn(answers, path) ? answers[path] : {};
    return Promise.resolve(new Response(JSON.stringify(json), { status: 200, headers: { 'Content-Type': 'application/json' } }));
  }) as typeof fetch;
  return { answers };
});

const waiting = (more: object = {}) => ({ consignments: [], more: false, toMakeUp: [], ...more });
const consignment = { id: 'c1', dossierId: 'd1', code: 'H52.712.00-261123-0001', slip: 'RR123456789VN', preparedAt: '2026-11-26T02:00:00Z', result: true, originals: true, wished: false };

afterEach(() => {
  officer.value = null;
});

describe('what goes out by post', () => {
  it('says what waits, what is still to be made up, and who no longer wants it so', async () => {
    officer.value = { roles: ['reception'], units: ['14-03712-20250701'] } as unknown as Officer;
    answers['/api/notification/post-lists'] = { items: [], next: null };
    answers['/api/notification/post-lists/waiting'] = waiting({
      consignments: [consignment],
      toMakeUp: [{ dossierId: 'd2', code: 'ABCDE12345', openedAt: '2026-11-26T01:00:00Z', result: false, originals: true }],
    });
    render(<PostOut />);
    expect(await screen.findByText(/RR123456789VN/)).toBeTruthy();
    expect(screen.getByText(/không còn chọn nhận qua bưu chính/)).toBeTruthy();
    expect(screen.getByText('ABCDE12345')).toBeTruthy();
    expect(screen.getByText(/bản chính của hồ sơ không có kết quả/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Xem trước danh sách (PDF)' })).toBeTruthy();
    expect(screen.getByLabelText(/Nhân viên bưu chính ký lúc/)).toBeTruthy();
  });

  it('shows neither a preview nor a form to sign where nothing waits, nor the form to who only reads', async () => {
    officer.value = { roles: ['director'], units: ['14-03712-20250702'] } as unknown as Officer;
    answers['/api/notification/post-lists/waiting'] = waiting();
    render(<PostOut />);
    expect(await screen.findByText('Không có bưu gửi nào chờ bàn giao.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Xem trước danh sách (PDF)' })).toBeNull();
    expect(screen.queryByLabelText(/Nhân viên bưu chính ký lúc/)).toBeNull();
  });
});
