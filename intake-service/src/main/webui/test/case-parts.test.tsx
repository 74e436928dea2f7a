import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Case, Examination, Opinion, RoutingPreview, RoutingRule } from '../src/api/shapes';
import { caseButtons, caseFormFor } from '../src/rooms/queue/case-acts';
import { ItemRow } from '../src/rooms/queue/examination';
import { Owed, standingOf } from '../src/rooms/queue/opinions';
import { asks, PreviewBox } from '../src/rooms/queue/routing';

const opinion = (change: object) =>
  ({
    id: 'o1',
    code: 'H52.712.00-261123-0001',
    procedureName: 'Thủ tục đăng ký khai sinh',
    fromDepartment: 'office',
    toDepartment: 'economy',
    question: 'Đề nghị xác nhận quy hoạch',
    askedBy: 'Cà Văn Tú',
    askedAt: '2026-11-23T08:30:00Z',
    due: '2026-11-26T08:30:00Z',
    state: 'OPEN',
    late: false,
    mayAnswer: true,
    revision: 1,
    ...change,
  }) as unknown as Opinion;

describe('an opinion', () => {
  it('says where it stands in a word', () => {
    expect(standingOf(opinion({}))).toBe('đang chờ');
    expect(standingOf(opinion({ late: true }))).toBe('quá hạn, chưa trả lời');
    expect(standingOf(opinion({ state: 'ANSWERED' }))).toBe('đã trả lời');
    expect(standingOf(opinion({ state: 'ANSWERED', late: true }))).toBe('đã trả lời, quá hạn');
    expect(standingOf(opinion({ state: 'WITHDRAWN' }))).toBe('đã rút');
  });

  it('is answered only with something said', () => {
    render(<Owed one={opinion({})} refresh={() => Promise.resolve()} />);
    expect(screen.getByText('Đề nghị xác nhận quy hoạch')).toBeTruthy();
    fireEvent.click(screen.getByText('Trả lời'));
    expect((screen.getByText('Gửi ý kiến') as HTMLButtonElement).disabled).toBe(true);
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Phù hợp' } });
    expect((screen.getByText('Gửi ý kiến') as HTMLButtonElement).disabled).toBe(false);
  });

  it('of others has no button', () => {
    render(<Owed one={opinion({ id: 'o2', mayAnswer: false })} refresh={() => Promise.resolve()} />);
    expect(screen.queryByText('Trả lời')).toBeNull();
  });
});

describe('an item of the checklist', () => {
  const item = { id: 'condition-01', kind: 'CONDITION', text: 'Nam đủ 20 tuổi', answer: null, note: null, findings: 0 } as unknown as Examination['items'][number];

  it('asks why it is not met', () => {
    const found = vi.fn();
    render(<ItemRow item={item} found={{ answer: 'NOT_MET', note: '' }} onFind={found} />);
    fireEvent.input(screen.getByLabelText(/Vì sao không đạt/), { target: { value: 'Mới 19 tuổi' } });
    expect(found).toHaveBeenCalledWith({ answer: 'NOT_MET', note: 'Mới 19 tuổi' });
  });

  it('is only read by who does not hold the case', () => {
    render(<ItemRow item={item} found={null} onFind={null} />);
    expect(screen.queryAllByRole('radio')).toEqual([]);
  });
});

describe('routing', () => {
  it('says what a rule asks', () => {
    const rule = { name: 'x', procedure: '1.001193', channel: 'ONLINE', dueWithinDays: 1, department: 'office' } as RoutingRule;
    expect(asks(rule)).toBe('thủ tục 1.001193 · Nộp trực tuyến · hẹn trong 1 ngày');
  });

  it('shows what a draft would do, with numbers and the cases behind them', () => {
    const preview = {
      version: 2,
      lookedAt: 12,
      moved: 1,
      flows: [{ from: 'economy', to: 'office', cases: 1 }],
      cases: [{ caseId: 'c1', code: 'H52.712.00-261123-0002', procedureCode: '1.013225', lies: 'economy', from: 'economy', to: 'office', rule: 'x' }],
    } as unknown as RoutingPreview;
    render(<PreviewBox preview={preview} />);
    expect(screen.getByText(/1 trong 12 hồ sơ/)).toBeTruthy();
    expect(screen.getByText('H52.712.00-261123-0002')).toBeTruthy();
  });
});

describe('buttons of a case that was handed on', () => {
  const one = (change: object) => ({ allowedActions: [], holder: null, ...change }) as unknown as Case;

  it('claim first, which accepts, and let it be declined with a reason', () => {
    const { main, others } = caseButtons(one({ allowedActions: ['CLAIM', 'ACCEPT', 'DECLINE'] }));
    expect(main).toBe('CLAIM');
    expect(others.map((each) => each.act)).toEqual(['ACCEPT', 'DECLINE']);
    expect(caseFormFor('DECLINE')).toBe('DECLINE');
    expect(caseFormFor('ACCEPT')).toBeNull();
  });

  it('ask other departments by a form of their own; findings have none', () => {
    expect(caseFormFor('ASK_OPINION')).toBe('ASK_OPINION');
    expect(caseButtons(one({ allowedActions: ['EXAMINE', 'WITHDRAW_OPINION'] })).others).toEqual([]);
  });
});
