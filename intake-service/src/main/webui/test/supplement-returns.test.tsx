import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SupplementFigures, SupplementReturn } from '../src/api/shapes';
import { inOrder, monthOf, ReturnRow, rowsOf, SupplementReturns } from '../src/rooms/board/supplement-returns';
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

const UNIT = '14-03712-20250701';
const LIST = `/api/processing/units/${UNIT}/supplement-returns`;
const figures = {
  from: '2026-11-01',
  to: '2026-11-26',
  all: 12,
  lateReturn: 2,
  lateTelling: 1,
  departments: [{ department: 'office', all: 12, lateReturn: 2, lateTelling: 1 }],
  officers: [
    { department: 'office', subject: 's-hoa', name: 'Lò Thị Hoa', all: 7, lateReturn: 2, lateTelling: 0 },
    { department: 'office', subject: null, name: null, all: 5, lateReturn: 0, lateTelling: 1 },
  ],
} as unknown as SupplementFigures;
const late = {
  id: 'r1',
  caseId: 'c1',
  dossierId: 'd1',
  code: 'H52.712.00-261110-0004',
  department: 'office',
  returnedBy: 'Lò Thị Hoa',
  receivedAt: '2026-11-10T02:00:00Z',
  returnBy: '2026-11-12T02:00:00Z',
  returnedAt: '2026-11-13T02:00:00Z',
  tellBy: '2026-11-16T02:00:00Z',
  toldAt: null,
  lateReturn: true,
  lateTelling: true,
} as unknown as SupplementReturn;

beforeEach(() => {
  language.value = 'vi';
  asked.length = 0;
});

describe('the period', () => {
  it('begins with the month so far, and needs both days in their order', () => {
    expect(monthOf('2026-11-26')).toEqual({ from: '2026-11-01', to: '2026-11-26' });
    expect(inOrder({ from: '2026-11-26', to: '2026-11-26' })).toBe(true);
    expect(inOrder({ from: '2026-11-27', to: '2026-11-26' })).toBe(false);
    expect(inOrder({ from: '', to: '2026-11-26' })).toBe(false);
  });

  it('that ends before it begins is said and not asked for', () => {
    render(<SupplementReturns unit={UNIT} />);
    asked.length = 0;
    fireEvent.input(screen.getByLabelText(/Từ ngày/), { target: { value: '2099-01-01' } });
    expect(screen.getByText('Ngày đầu phải trước hoặc trùng ngày cuối.')).toBeTruthy();
    expect(asked).toEqual([]);
  });
});

describe('incomplete dossiers', () => {
  it('are counted for the unit, its departments and their officers, with numerator and denominator', async () => {
    answers[`${LIST}/figures`] = figures;
    render(<SupplementReturns unit={UNIT} />);
    expect(await screen.findByRole('button', { name: '12 Đã trả lại, Cả đơn vị' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '2 trên 7 Trả chậm, Lò Thị Hoa' })).toBeTruthy();
    expect(rowsOf(figures).map((row) => row.name)).toEqual(['Cả đơn vị', 'Văn phòng HĐND và UBND', 'Lò Thị Hoa', 'Chưa ghi tên cán bộ']);
    // nobody knows whom to ask for
    expect(screen.queryByRole('button', { name: /Chưa ghi tên/ })).toBeNull();
  });

  it('stand behind each figure, and lead to the dossier', async () => {
    answers[`${LIST}/figures`] = figures;
    answers[LIST] = { items: [late], next: null };
    render(<SupplementReturns unit={UNIT} />);
    fireEvent.click(await screen.findByRole('button', { name: '2 trên 7 Trả chậm, Lò Thị Hoa' }));
    const link = await screen.findByRole('link', { name: /H52.712.00-261110-0004/ });
    expect(link.getAttribute('href')).toContain('/history/d1');
    const query = asked.find((url) => url.pathname === LIST)?.searchParams;
    expect(query?.get('officer')).toBe('s-hoa');
    expect(query?.get('department')).toBe('office');
    expect(query?.get('late')).toBe('true');
  });

  it('that were none are said to be none', async () => {
    answers[`${LIST}/figures`] = { ...figures, all: 0, departments: [], officers: [] };
    render(<SupplementReturns unit={UNIT} />);
    expect(await screen.findByText('Không có hồ sơ nào phải bổ sung trong thời gian này.')).toBeTruthy();
  });

  it('say what was late by a word and a shape, in both languages', () => {
    const { unmount } = render(<ReturnRow one={late} />);
    expect(screen.getByText(/■ trả chậm 09:00 13\/11\/2026, hạn 09:00 12\/11\/2026/)).toBeTruthy();
    expect(screen.getByText(/■ chưa báo, đã quá hạn 09:00 16\/11\/2026/)).toBeTruthy();
    unmount();
    language.value = 'en';
    render(<ReturnRow one={{ ...late, lateReturn: false, lateTelling: false, toldAt: '2026-11-13T03:00:00Z' }} />);
    expect(screen.getByText(/^returned 09:00 13\/11\/2026/)).toBeTruthy();
    expect(screen.getByText(/^told 10:00 13\/11\/2026/)).toBeTruthy();
    language.value = 'vi';
  });
});
