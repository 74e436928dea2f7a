import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Case, Examination, Opinion, RoutingPreview, RoutingRule } from '../src/api/shapes';
import { caseButtons, CaseForm, caseFormFor } from '../src/rooms/queue/case-acts';
import { ItemRow } from '../src/rooms/queue/examination';
import { ClosedList, Hint, Owed, standingOf } from '../src/rooms/queue/opinions';
import { asks, PreviewBox } from '../src/rooms/queue/routing';

vi.mock('../src/rooms/counter/unit-pick', () => ({
  UnitPick: ({ onPick }: { onPick: (unit: string) => void }) => (
    <>
      <button onClick={() => onPick('')}>Đơn vị của tôi</button>
      <button onClick={() => onPick('14-03703-20250701')}>Quỳnh Nhai</button>
    </>
  ),
}));

const opinion = (change: object) =>
  ({
    id: 'o1',
    code: 'H52.712.00-261123-0001',
    procedureName: 'Thủ tục đăng ký khai sinh',
    fromUnit: '14-03712-20250701',
    fromDepartment: 'office',
    toUnit: '14-03712-20250701',
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

describe('a question between communes', () => {
  const asked = (change: object) => opinion({ id: 'o3', fromUnit: '14-03703-20250701', question: 'Đề nghị xác minh tình trạng hôn nhân', ...change });

  it('names the commune that asks and is answered by what is on record', () => {
    render(<Owed one={asked({})} refresh={() => Promise.resolve()} />);
    expect(screen.getByText(/14-03703-20250701/)).toBeTruthy();
    fireEvent.click(screen.getByText('Trả lời'));
    expect((screen.getByLabelText('Xác nhận đúng') as HTMLInputElement).checked).toBe(true);
    expect(screen.getByLabelText('Không có thông tin lưu giữ')).toBeTruthy();
    expect(screen.getByText('Kèm tệp trả lời')).toBeTruthy();
  });

  it('is declined with a reason only', () => {
    render(<Owed one={asked({ id: 'o4' })} refresh={() => Promise.resolve()} />);
    fireEvent.click(screen.getByText('Trả lời'));
    fireEvent.click(screen.getByLabelText('Từ chối trả lời'));
    expect((screen.getByText('Gửi ý kiến') as HTMLButtonElement).disabled).toBe(true);
    fireEvent.input(screen.getByLabelText(/Lý do từ chối/), { target: { value: 'Sổ đã chuyển lưu trữ tỉnh' } });
    expect((screen.getByText('Gửi ý kiến') as HTMLButtonElement).disabled).toBe(false);
  });

  it('says that silence is no consent, and that an answer may come after the date of the dossier', () => {
    const { rerender, container } = render(<Hint each={asked({ late: true })} caseDue={null} />);
    expect(screen.getByText(/không phải là đồng ý/)).toBeTruthy();
    rerender(<Hint each={asked({})} caseDue="2026-11-25T10:00:00Z" />);
    expect(screen.getByText(/sau hạn trả kết quả/)).toBeTruthy();
    rerender(<Hint each={asked({})} caseDue="2026-11-30T10:00:00Z" />);
    expect(container.textContent).toBe('');
    rerender(<Hint each={asked({ state: 'ANSWERED', late: true })} caseDue={null} />);
    expect(container.textContent).toBe('');
  });

  it('stays to be read with what was answered and its file', () => {
    const { rerender } = render(<ClosedList items={[]} />);
    expect(screen.getByText('Phòng mình chưa trả lời yêu cầu nào.')).toBeTruthy();
    const file = { sha256: 'a', size: 3, mediaType: 'application/pdf' };
    rerender(<ClosedList items={[asked({ state: 'ANSWERED', late: true, answerKind: 'NO_RECORD', answer: 'Sổ không có tên', answeredBy: 'Lò Văn Quỳnh', answeredAt: '2026-11-27T02:00:00Z', file })]} />);
    expect(screen.getByText(/đã trả lời, quá hạn/)).toBeTruthy();
    expect(screen.getByText(/Không có thông tin lưu giữ: Sổ không có tên/)).toBeTruthy();
    expect(screen.getByText('Xem')).toBeTruthy();
  });

  const form = (id: string) => {
    const sent = vi.fn();
    const one = { id, unit: '14-03712-20250701', department: 'office', holder: { fence: 4 }, allowedActions: [] } as unknown as Case;
    render(<CaseForm act="ASK_OPINION" one={one} dossier={null} problem={null} busy={false} onSend={sent} onCancel={() => undefined} />);
    fireEvent.input(screen.getByLabelText(/Nội dung đề nghị/), { target: { value: 'Xác minh' } });
    return sent;
  };
  const pick = (department: string) => fireEvent.change(screen.getByLabelText(/Hỏi phòng/), { target: { value: department } });
  const send = () => fireEvent.click(screen.getByRole('button', { name: /Lấy ý kiến/ }));

  it('goes to any department of another commune, without a time of one’s own', () => {
    const sent = form('c1');
    fireEvent.click(screen.getByText('Quỳnh Nhai'));
    expect(screen.getByText(/03 ngày làm việc/)).toBeTruthy();
    expect(screen.queryByLabelText(/Thời gian trả lời/)).toBeNull();
    pick('office');
    send();
    expect(sent).toHaveBeenCalledWith({ action: 'ASK_OPINION', fence: 4, toUnit: '14-03703-20250701', toDepartment: 'office', question: 'Xác minh' });
  });

  it('within the own unit keeps its time, and never goes to the own department', () => {
    const sent = form('c2');
    fireEvent.click(screen.getByText('Quỳnh Nhai'));
    pick('office');
    fireEvent.click(screen.getByText('Đơn vị của tôi'));
    send();
    expect(sent).not.toHaveBeenCalled();
    pick('economy');
    send();
    expect(sent).toHaveBeenCalledWith({ action: 'ASK_OPINION', fence: 4, toDepartment: 'economy', question: 'Xác minh', amount: 1, limit: 'WORKING_DAY' });
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
