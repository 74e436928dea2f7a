import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Draft, DraftAction, DraftBody, Versions } from '../src/api/shapes';
import { ChangeTable, fieldName } from '../src/rooms/catalogue/changes';
import { Ending } from '../src/rooms/catalogue/ending';
import { DraftForm, tidied } from '../src/rooms/catalogue/form';
import { changedRow, dayOnPaper, draftButtons, draftSentence, lines, raisedRow, withoutRow } from '../src/rooms/catalogue/plan';
import { problemOf } from '../src/api/problem';
import { roomsOf } from '../src/shell/rooms';

const content = {
  code: '8.100000',
  name: { vi: 'Thủ tục thử', en: null },
  field: 'Hộ tịch',
  department: 'office',
  authority: null,
  channels: ['COUNTER'],
  limits: [{ channel: 'COUNTER', amount: 3, unit: 'WORKING_DAY' }],
  fees: [{ rule: 'FREE', amountVnd: 0 }],
  components: [{ id: '8.100000-01', name: 'Tờ khai', originals: 1, copies: 0 }],
  results: [],
  legalBasis: ['60/2014/QH13'],
} as unknown as Draft['content'];

const draft = (more: Partial<Draft>): Draft => ({ content, effectiveFrom: '2026-12-10', ...more }) as Draft;

describe('the buttons of a draft', () => {
  it('are those of allowedActions and nothing else', () => {
    expect(draftButtons([])).toEqual({ edits: false, main: null, others: [] });
    expect(draftButtons(['EDIT', 'SUBMIT', 'DISCARD'])).toEqual({
      edits: true,
      main: 'SUBMIT',
      others: [{ action: 'DISCARD', shortcut: undefined }],
    });
    expect(draftButtons(['SEND_BACK', 'PUBLISH']).main).toBe('PUBLISH');
    expect(draftButtons(['SEND_BACK']).main).toBeNull();
  });

  it('leave none of the actions without a button', () => {
    const all: DraftAction[] = ['EDIT', 'SUBMIT', 'DISCARD', 'APPROVE', 'SEND_BACK', 'PUBLISH'];
    const shown = draftButtons(all);
    expect([shown.main, ...shown.others.map((each) => each.action), 'EDIT'].sort()).toEqual([...all].sort());
  });

  it('ask once before a publication and before a draft is thrown away', () => {
    expect(draftSentence({ action: 'PUBLISH', effectiveFrom: '2026-12-15' }, draft({}))).toContain('15/12/2026');
    expect(draftSentence({ action: 'PUBLISH' } as never, draft({}))).toContain('10/12/2026');
    expect(draftSentence({ action: 'DISCARD' } as never, draft({}))).toContain('Thủ tục thử');
    expect(draftSentence({ action: 'SUBMIT' } as never, draft({}))).toBeNull();
  });
});

describe('rows', () => {
  it('are changed, raised and taken out without touching the others', () => {
    const rows = ['a', 'b', 'c'];
    expect(changedRow(rows, 1, 'x')).toEqual(['a', 'x', 'c']);
    expect(raisedRow(rows, 2)).toEqual(['a', 'c', 'b']);
    expect(raisedRow(rows, 0)).toEqual(rows);
    expect(withoutRow(rows, 0)).toEqual(['b', 'c']);
    expect(rows).toEqual(['a', 'b', 'c']);
  });

  it('of lines lose what is empty', () => {
    expect(lines(' 1/2014 \n\n 2/2015')).toEqual(['1/2014', '2/2015']);
    expect(dayOnPaper('2026-12-01')).toBe('01/12/2026');
    expect(dayOnPaper(null)).toBe('');
  });
});

describe('the form of a draft', () => {
  function show(problem = null as ReturnType<typeof problemOf> | null) {
    let body: DraftBody = { content };
    render(<DraftForm body={body} problem={problem} onChange={(next) => (body = next)} />);
    return () => body;
  }

  it('takes what is typed and leaves the rest as it was', () => {
    const body = show();
    fireEvent.input(screen.getByLabelText(/Tên thủ tục/), { target: { value: 'Tên mới' } });
    expect(body().content.name.vi).toBe('Tên mới');
    expect(body().content.limits).toEqual(content.limits);
  });

  it('adds a paper and a limit as rows', () => {
    const body = show();
    fireEvent.click(screen.getByRole('button', { name: 'Thêm giấy tờ' }));
    expect(body().content.components).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Thêm thời hạn' }));
    expect(body().content.limits).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Bỏ: Tờ khai' }));
    expect(body().content.components).toEqual([]);
  });

  it('takes what the lists do not tell, and sends no empty line of it', () => {
    const body = show();
    fireEvent.input(screen.getByLabelText(/Trình tự thực hiện/), { target: { value: 'Nộp hồ sơ\n\n Nhận kết quả ' } });
    expect(tidied(body()).content.further?.steps).toEqual(['Nộp hồ sơ', 'Nhận kết quả']);
    fireEvent.click(screen.getByRole('button', { name: 'Thêm cơ quan phối hợp' }));
    expect(body().content.further?.coordination).toEqual([{ who: '', amount: null, unit: null }]);
    expect(tidied({ content } as unknown as DraftBody).content).not.toHaveProperty('further');
  });

  it('tells a share of the limit with its unit, or neither', () => {
    const shared = { ...content, further: { coordination: [{ who: 'Công an xã' }] } } as unknown as Draft['content'];
    let body = { content: shared } as unknown as DraftBody;
    const view = render(<DraftForm body={body} problem={null} onChange={(next) => (body = next)} />);
    fireEvent.input(screen.getByLabelText(/Thời hạn phối hợp/), { target: { value: '2' } });
    expect(body.content.further?.coordination[0]).toEqual({ who: 'Công an xã', amount: 2, unit: 'WORKING_DAY' });
    view.rerender(<DraftForm body={body} problem={null} onChange={(next) => (body = next)} />);
    fireEvent.input(screen.getByLabelText(/Thời hạn phối hợp/), { target: { value: '' } });
    expect(body.content.further?.coordination[0]).toEqual({ who: 'Công an xã', amount: null, unit: null });
  });

  it('says what is wrong at its place', () => {
    show(problemOf(400, { type: '/problems/validation', violations: [{ pointer: '/content/name/vi', message: 'Bắt buộc' }] }));
    expect(screen.getByLabelText(/Tên thủ tục/).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Bắt buộc')).toBeTruthy();
  });

  it('sends no empty line of the legal basis', () => {
    expect(tidied({ content: { ...content, legalBasis: ['a', '', ' b '] } }).content.legalBasis).toEqual(['a', 'b']);
  });
});

describe('what changed', () => {
  it('is told in words, and a field that nobody knows as it is', () => {
    expect(fieldName('further.coordination.amount')).toBe('Cơ quan phối hợp, số');
    expect(fieldName('limits.amount')).toBe('Thời hạn, số');
    expect(fieldName('components')).toBe('Giấy tờ');
    expect(fieldName('somethingNew.deep')).toBe('somethingNew, deep');
    render(<ChangeTable changes={[{ field: 'limits.amount', item: 'COUNTER', kind: 'CHANGED', before: '3', after: '2' }]} />);
    expect(screen.getByText('3').tagName).toBe('DEL');
    expect(screen.getByText('2').tagName).toBe('INS');
    expect(screen.getByText(/Nộp tại quầy/)).toBeTruthy();
  });

  it('may be nothing', () => {
    render(<ChangeTable changes={[]} />);
    expect(screen.getByText('Không có thay đổi.')).toBeTruthy();
  });
});

describe('the end of a procedure', () => {
  const proposedEnd = {
    lastDay: '2026-12-31',
    endingReason: 'REPLACED',
    successors: ['2.000815'],
    decision: { number: '9/QĐ-UBND', date: '2026-11-20' },
    reason: 'Gộp thủ tục',
    by: { subject: 'x', name: 'Nguyễn Văn Biên', title: 'Công chức' },
    at: '2026-11-24T01:00:00Z',
  };
  const versions = (more: Partial<Versions>): Versions =>
    ({ code: '8.100000', revision: 3, items: [], next: null, allowedActions: [], proposedEnd: null, ...more }) as unknown as Versions;
  const shown = (more: Partial<Versions>) => render(<Ending versions={versions(more)} reload={async () => undefined} />).container;

  it('is proposed by who may, and by nobody else', () => {
    expect(shown({}).textContent).toBe('');
    expect(shown({ allowedActions: ['DRAFT', 'PROPOSE_END'] }).textContent).toContain('Đề xuất kết thúc thủ tục');
  });

  it('is decided by another person, who sees what was proposed and by whom', () => {
    const text = shown({ allowedActions: ['END', 'DECLINE_END'], proposedEnd } as unknown as Partial<Versions>).textContent;
    expect(text).toContain('31/12/2026');
    expect(text).toContain('2.000815');
    expect(text).toContain('9/QĐ-UBND · 20/11/2026');
    expect(text).toContain('Nguyễn Văn Biên, Công chức');
    expect(text).toContain('Kết thúc thủ tục');
    expect(text).not.toContain('cần một người có thẩm quyền khác');
  });

  it('waits where who looks at it may not decide', () => {
    const waiting = shown({ proposedEnd } as unknown as Partial<Versions>);
    expect(waiting.textContent).toContain('cần một người có thẩm quyền khác');
    expect(waiting.querySelector('button')).toBeNull();
  });
});

describe('the room', () => {
  it('is open to those who work on the catalogue', () => {
    expect(roomsOf(['catalog-editor']).map((room) => room.path)).toEqual(['/catalogue']);
    expect(roomsOf(['approver']).map((room) => room.path)).toContain('/catalogue');
    expect(roomsOf(['reception']).map((room) => room.path)).not.toContain('/catalogue');
  });
});
