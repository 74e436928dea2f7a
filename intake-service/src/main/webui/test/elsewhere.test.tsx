import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Shadow } from '../src/api/shapes';
import { Elsewhere, ShadowTable } from '../src/rooms/queue/elsewhere';
import { language } from '../src/words/words';

// the clients take fetch as it stands when they are made: it is replaced before they are imported
const { answers, asked } = vi.hoisted(() => {
  const answers: Record<string, unknown> = {};
  const asked: URL[] = [];
  globalThis.fetch = ((request: Request) => {
    const url = new URL(request.url);
    asked.push(url);
    return Promise.resolve(new Response(JSON.stringify(answers[url.pathname] ?? {}), { status: 200, headers: { 'Content-Type': 'application/json' } }));
  }) as typeof fetch;
  return { answers, asked };
});

const LIST = '/api/processing/shadows';
const shadow = {
  id: 's1',
  system: 'civil-status',
  systemName: 'Hệ thống thông tin hộ tịch',
  reference: 'G22.99.02-261123-000417',
  procedureCode: '1.001193',
  unit: '14-03712-20250701',
  department: 'office',
  status: 5,
  since: '2026-11-23T03:40:00Z',
  due: null,
  sync: 'IN_SYNC',
  syncSince: '2026-11-23T03:41:00Z',
  conflict: null,
} as unknown as Shadow;

beforeEach(() => {
  language.value = 'vi';
  asked.length = 0;
  answers[LIST] = { items: [], next: null };
  answers['/api/catalog/procedures/1.001193'] = { code: '1.001193', name: { vi: 'Đăng ký khai sinh', en: null } };
});

describe('dossiers in other systems', () => {
  it('show their national status, who keeps them and since when both stand so', () => {
    const { container } = render(<ShadowTable shadows={[shadow]} />);
    expect(container.textContent).toContain('5 · Yêu cầu bổ sung giấy tờ');
    expect(container.textContent).toContain('Hệ thống thông tin hộ tịch');
    expect(container.textContent).toContain('Khớp');
    expect(container.textContent).not.toContain('Vui lòng xem trên hệ thống đó');
    expect(container.querySelector('a')).toBeNull();
  });

  it('say what is wrong with their news and where to look', () => {
    const { container } = render(
      <ShadowTable
        shadows={[
          { ...shadow, sync: 'LAGGING' },
          { ...shadow, id: 's2', sync: 'CONFLICT', conflict: 'OWN_DOSSIER' },
          { ...shadow, id: 's3', sync: 'PARKED' },
        ]}
      />,
    );
    for (const word of ['Chậm tin', 'Mâu thuẫn', 'Mã này là hồ sơ do đơn vị quản lý', 'Tin mới chưa đọc được']) {
      expect(container.textContent).toContain(word);
    }
    expect(container.textContent?.split('Vui lòng xem trên hệ thống đó').length).toBe(4);
  });

  it('are said not to be there, open or ended', async () => {
    render(<Elsewhere />);
    expect(await screen.findByText('Không có hồ sơ nào đang giải quyết ở hệ thống khác.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Xem hồ sơ đã kết thúc' }));
    expect(await screen.findByText('Chưa có hồ sơ nào kết thúc ở hệ thống khác.')).toBeTruthy();
    expect(asked.filter((url) => url.pathname === LIST).at(-1)?.searchParams.get('ended')).toBe('true');
  });
});
