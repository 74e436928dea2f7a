import { fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { RetentionItem, RetentionReport } from '../src/api/shapes';
import { mayDecide, outcome, progress, size, term, whyNot } from '../src/rooms/retention/reports';
import { Decide, Facts, ItemTable } from '../src/rooms/retention/retention';
import { officer } from '../src/session/session';
import { now } from '../src/time/legal';

const report = (change: object) =>
  ({
    id: 'r1',
    unit: '14-03712-20250701',
    state: 'MADE',
    countedOn: '2026-11-20',
    decideUntil: '2026-12-20',
    more: false,
    mine: false,
    madeBy: 'Lò Văn Thắng',
    madeByTitle: 'Giám đốc',
    madeAt: '2026-11-20T03:00:00Z',
    decidedBy: null,
    decidedByTitle: null,
    decidedAt: null,
    ground: null,
    doneAt: null,
    items: 12,
    files: 20,
    bytes: 4_200_000,
    destroyed: 0,
    kept: 0,
    kinds: [{ kind: 'SIGNATURE', ruleVersion: 1, years: 2, source: 'Nghị định 23/2015/NĐ-CP, Điều 14', items: 12, files: 20, bytes: 4_200_000, destroyed: 0, kept: 0 }],
    revision: 3,
    ...change,
  }) as unknown as RetentionReport;

const as = (...roles: string[]) => {
  officer.value = { subject: 's', name: 'Quàng Văn Thành', title: '', units: ['14-03712-20250701'], department: null, roles } as never;
};

afterEach(() => {
  officer.value = null;
});

describe('who decides on a report', () => {
  it('is an approver who did not make it, in its time, once', () => {
    expect(mayDecide(report({}), true, '2026-11-26')).toBe(true);
    expect(mayDecide(report({}), true, '2026-12-20')).toBe(true);
    expect(mayDecide(report({}), true, '2026-12-21')).toBe(false);
    expect(mayDecide(report({ mine: true }), true, '2026-11-26')).toBe(false);
    expect(mayDecide(report({}), false, '2026-11-26')).toBe(false);
    for (const state of ['APPROVED', 'DONE', 'DECLINED', 'SUPERSEDED']) {
      expect(mayDecide(report({ state }), true, '2026-11-26'), state).toBe(false);
    }
  });

  it('is told why nobody presses here', () => {
    expect(whyNot(report({ mine: true }), true, '2026-11-26')).toContain('chính mình lập');
    expect(whyNot(report({}), false, '2026-11-26')).toContain('Người ký duyệt');
    expect(whyNot(report({}), true, '2027-01-01')).toContain('30 ngày');
    expect(whyNot(report({}), true, '2026-11-26')).toBeNull();
    expect(whyNot(report({ state: 'DONE', mine: true }), true, '2026-11-26')).toBeNull();
  });
});

describe('a report', () => {
  it('says sizes, terms and outcomes in words', () => {
    expect([size(0), size(999), size(1500), size(4_200_000), size(25_000_000_000)]).toEqual(['0 B', '999 B', '1,5 kB', '4,2 MB', '25 GB']);
    expect(term({ years: null } as never)).toBe('vĩnh viễn');
    expect(term({ years: 2 } as never)).toBe('2 năm');
    expect(outcome({ state: 'KEPT', reason: 'CASE_OPEN' } as never)).toBe('giữ lại: hồ sơ đang mở');
    expect(outcome({ state: 'DESTROYED', reason: null } as never)).toBe('đã hủy');
    expect(progress(report({ state: 'APPROVED', destroyed: 5, kept: 2 }))).toMatchObject({ done: 7, all: 12 });
  });

  it('names who proposed, who decided on what ground, and the rule of each kind', () => {
    render(<Facts one={report({ state: 'DONE', decidedBy: 'Quàng Văn Thành', decidedByTitle: 'Phó Chủ tịch', decidedAt: '2026-11-21T03:00:00Z', ground: 'Quyết định 12/QĐ-UBND', doneAt: '2026-11-21T03:05:00Z', destroyed: 11, kept: 1 })} />);
    expect(screen.getByText(/Lò Văn Thắng, Giám đốc/)).toBeTruthy();
    expect(screen.getByText(/Quyết định 12\/QĐ-UBND/)).toBeTruthy();
    expect(screen.getByText(/Nghị định 23\/2015/)).toBeTruthy();
    expect(screen.getByText(/hủy 11, giữ lại 1/)).toBeTruthy();
  });

  it('is approved only with a ground and after one sentence of what goes for ever', () => {
    as('approver');
    now.value = Date.parse('2026-11-26T03:00:00Z');
    render(<Decide one={report({})} take={() => {}} refresh={() => Promise.resolve()} />);
    const approve = screen.getByText('Duyệt hủy').closest('button') as HTMLButtonElement;
    fireEvent.click(approve);
    expect(screen.queryByText(/không khôi phục được/)).toBeNull();
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Quyết định 12/QĐ-UBND' } });
    fireEvent.click(approve);
    expect(screen.getByText(/không khôi phục được/)).toBeTruthy();
  });

  it('of one’s own has no button, and of others none for a director', () => {
    now.value = Date.parse('2026-11-26T03:00:00Z');
    as('approver');
    const own = render(<Decide one={report({ mine: true })} take={() => {}} refresh={() => Promise.resolve()} />);
    expect(own.queryByText('Duyệt hủy')).toBeNull();
    own.unmount();
    as('director');
    render(<Decide one={report({})} take={() => {}} refresh={() => Promise.resolve()} />);
    expect(screen.queryByText('Duyệt hủy')).toBeNull();
    expect(screen.getByText(/Người ký duyệt/)).toBeTruthy();
  });

  it('lists dossiers by code and number, without anybody’s name', () => {
    render(<ItemTable items={[{ position: 1, caseId: 'c', code: 'H52.712.00-241120-0001', number: '07/SCT/CK,ĐC', kind: 'SIGNATURE', ruleVersion: 1, since: '2024-11-20', until: '2026-11-19', ageDays: 735, files: 2, bytes: 1500, state: 'KEPT', reason: 'FILES_CHANGED', settledAt: null } as unknown as RetentionItem]} />);
    expect(screen.getByText('H52.712.00-241120-0001')).toBeTruthy();
    expect(screen.getByText('20/11/2024 – 19/11/2026')).toBeTruthy();
    expect(screen.getByText('giữ lại: tệp đã thay đổi')).toBeTruthy();
  });
});
