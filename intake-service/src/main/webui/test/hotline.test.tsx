import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../src/api/problem';
import type { ComplaintHandOver, Feedback, FeedbackAction, FeedbackFigures, HotlineLimits } from '../src/api/shapes';
import { begun, shown } from '../src/rooms/hotline/act';
import { collected } from '../src/parts/pages';
import { Lines } from '../src/rooms/hotline/complaints';
import { DAYS, daysOf } from '../src/rooms/hotline/days';
import { ReadBack } from '../src/rooms/hotline/entry';
import { FiguresOf } from '../src/rooms/hotline/figures';
import { LimitsOf } from '../src/rooms/hotline/limits';
import { FigureLine } from '../src/rooms/hotline/hotline';
import { Whole } from '../src/rooms/hotline/one';
import { bodyOf, choicesOf, concernedOf, ENDED_STATES, fieldsOf, inOrder, missing, OPEN_STATES, opens } from '../src/rooms/hotline/plan';
import { hasWord } from '../src/words/words';

// no test waits for a service
vi.hoisted(() => {
  globalThis.fetch = (() => Promise.resolve(new Response('{"days":[]}', { status: 200, headers: { 'Content-Type': 'application/json' } }))) as typeof fetch;
});

const ACTIONS: FeedbackAction[] = [
  'AMEND', 'CONFIRM', 'DROP', 'SCREEN', 'REJECT', 'FORWARD', 'HAND_OVER', 'ASSIGN', 'ASK', 'REPLY', 'PROPOSE', 'SEND_BACK', 'APPROVE',
  'REDACT', 'RETURN_REDACTION', 'PUBLISH', 'TAKE_DOWN', 'WITHHOLD', 'ATTACH',
];

const one = (more: Partial<Feedback> = {}): Feedback =>
  ({
    line: { feedbackId: 'f1', number: '12/2026', category: 'LATENESS', channel: 'CALL', unit: 'u', state: 'ASSIGNED', anonymous: false, aboutDossier: false, receivedAt: '2026-11-26T02:00:00Z', clock: 'RESOLVE', dueAt: '2026-12-17T10:00:00Z', paused: false, handlerName: 'Cà Văn Bình', revision: 3 },
    text: 'Hẹn ba lần chưa trả',
    contact: '0987654321',
    toldBy: 'SMS',
    told: [{ template: 'feedback-received', channel: 'SMS', state: 'DELIVERED', reason: null, openedAt: '2026-11-26T02:00:00Z' }],
    concerned: [],
    files: [],
    acts: [],
    intact: true,
    concernsYou: null,
    allowedActions: ['ASK', 'PROPOSE', 'HAND_OVER'],
    revision: 3,
    ...more,
  }) as unknown as Feedback;

describe('the acts of the hotline', () => {
  it('each has a button, a word and words for its choices', () => {
    expect(inOrder(ACTIONS)).toHaveLength(ACTIONS.length);
    for (const action of ACTIONS) {
      expect(hasWord('hotline.action', action)).toBe(true);
      for (const field of fieldsOf(action)) {
        expect(hasWord('hotline.field', field)).toBe(true);
        for (const choice of choicesOf(action, field)) {
          expect(hasWord(field === 'category' ? 'hotline.category' : field === 'toldBy' ? 'hotline.told' : 'hotline.reason', choice)).toBe(true);
        }
      }
    }
  });

  it('corrects how a caller is told, and leaves it alone where the officer does not see the contact', () => {
    expect(begun(one(), 'AMEND')).toMatchObject({ contact: '0987654321', toldBy: 'SMS' });
    expect(bodyOf('AMEND', { category: 'FEES', text: 'x', contact: '', toldBy: 'PAGE' })).toEqual({ action: 'AMEND', category: 'FEES', text: 'x', contact: null, toldBy: 'PAGE' });
    const kept = one({ contact: null, concernsYou: 'NAMED' } as unknown as Partial<Feedback>);
    expect(shown('AMEND', kept)).toEqual(['category', 'text']);
    expect(bodyOf('AMEND', begun(kept, 'AMEND'))).toMatchObject({ contact: null, toldBy: null });
  });

  it('puts the lawful next act first and never offers to rate', () => {
    expect(inOrder(['HAND_OVER', 'ASK', 'PROPOSE', 'RATE'])).toEqual(['PROPOSE', 'ASK', 'HAND_OVER']);
  });

  it('sends what the act asks for and no more', () => {
    expect(bodyOf('SCREEN', { category: 'CONDUCT', aboutCounter: 'true', concerned: 'Lò Thị Hoa, Công chức\n\n Cà Văn Bình ', note: 'x' })).toEqual({
      action: 'SCREEN',
      category: 'CONDUCT',
      aboutCounter: true,
      concerned: [{ name: 'Lò Thị Hoa', title: 'Công chức' }, { name: 'Cà Văn Bình', title: null }],
    });
    expect(bodyOf('REJECT', { reasonCode: 'REPEATED', note: ' Trùng ' })).toEqual({ action: 'REJECT', reasonCode: 'REPEATED', note: 'Trùng', repeats: null });
    expect(concernedOf(' , x\n')).toEqual([]);
  });

  it('says what is still to be filled in', () => {
    expect(missing('REDACT', { text: ' ', answer: 'a' })).toEqual(['text']);
    expect(missing('SCREEN', { category: 'FEES' })).toEqual([]);
    expect(missing('PUBLISH', {})).toEqual([]);
  });

  it('forwards to a unit or to a body by its name, never to both, and says where it opens', () => {
    const unit = '14-03703-20250701';
    expect(missing('FORWARD', { how: 'FORWARDED', note: 'x' })).toEqual(['body']);
    expect(missing('FORWARD', { how: 'FORWARDED', note: 'x', body: 'Sở Nội vụ' })).toEqual([]);
    expect(missing('FORWARD', { how: 'FORWARDED', note: 'x', unit })).toEqual([]);
    expect(bodyOf('FORWARD', { how: 'FORWARDED', note: 'x', unit, body: 'Sở Nội vụ' })).toEqual({ action: 'FORWARD', how: 'FORWARDED', note: 'x', unit, body: null });
    expect(bodyOf('FORWARD', { how: 'GUIDED', note: 'x', body: 'Sở Nội vụ' })).toEqual({ action: 'FORWARD', how: 'GUIDED', note: 'x', unit: null, body: 'Sở Nội vụ' });
    expect(opens('FORWARD', { how: 'FORWARDED', unit })).toBe(true);
    expect(opens('FORWARD', { how: 'GUIDED', unit })).toBe(false);
    expect(opens('FORWARD', { how: 'FORWARDED', body: 'Sở Nội vụ' })).toBe(false);
  });

  it('begins with what is corrected or written anew', () => {
    const answered = one({ acts: [{ action: 'PROPOSE', text: 'Lần một' }, { action: 'PROPOSE', text: 'Lần hai' }] } as unknown as Partial<Feedback>);
    expect(begun(answered, 'REDACT')).toEqual({ text: 'Hẹn ba lần chưa trả', answer: 'Lần hai' });
    expect(begun(answered, 'ASK')).toEqual({});
  });
});

describe('one feedback', () => {
  it('shows what was said, the contact and the acts in their order', () => {
    render(<Whole one={one()} etag='"3"' refresh={() => Promise.resolve()} />);
    expect(screen.getByText('Hẹn ba lần chưa trả')).toBeTruthy();
    expect(screen.getByText('0987654321')).toBeTruthy();
    expect(screen.getByText(/Đã nhận: đã đến nơi/)).toBeTruthy();
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Enter ↵Trình trả lời', 'Hỏi lại người gửi', 'Bàn giao khiếu nại, tố cáo']);
  });

  it('tells an officer whom it concerns why there is nothing to do, and not who complains', () => {
    render(<Whole one={one({ contact: null, concernsYou: 'NAMED', allowedActions: [] } as unknown as Partial<Feedback>)} etag='"3"' refresh={() => Promise.resolve()} />);
    expect(screen.getByText(/nêu tên Ông\/Bà/)).toBeTruthy();
    expect(screen.getByText('Không hiển thị với người liên quan')).toBeTruthy();
    expect(screen.queryAllByRole('button')).toHaveLength(0);
  });

  it('offers a file input for what the person gave, and names it in the history by its place', () => {
    const given = one({ allowedActions: ['ATTACH'], files: [{ id: 'x', position: 1, mediaType: 'image/png', size: 9 }], acts: [{ number: 2, action: 'ATTACH', role: 'reception', by: 'Quàng Thị Dung', at: '2026-11-26T02:00:00Z', second: '1' }] } as unknown as Partial<Feedback>);
    render(<Whole one={given} etag='"3"' refresh={() => Promise.resolve()} />);
    expect(screen.getByText('Tệp 1')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /Thêm tệp người gửi đưa/ }));
    expect(screen.getByLabelText(/Ảnh hoặc PDF/).getAttribute('accept')).toBe('image/jpeg,image/png,application/pdf');
    expect(screen.getByText(/còn thêm được 2 tệp/)).toBeTruthy();
  });

  it('says aloud that its history is not whole', () => {
    render(<Whole one={one({ intact: false })} etag='"3"' refresh={() => Promise.resolve()} />);
    expect(screen.getByRole('alert').textContent).toContain('không còn nguyên vẹn');
  });
});

describe('a call', () => {
  const entered = { feedbackId: 'f1', code: '7K3M9QX2TD', number: null, state: 'NOTED', revision: 1 } as never;

  it('is read back with its code before it is confirmed', () => {
    render(<ReadBack entered={entered} text="Thu phí cao" contact="0987654321" toldBy="SMS" onDone={() => undefined} />);
    expect(screen.getByText('7K3M9QX2TD')).toBeTruthy();
    expect(screen.getByText('Thu phí cao')).toBeTruthy();
    expect(screen.getByText('Nhắn tin · 0987654321')).toBeTruthy();
    expect(screen.getByRole('button', { name: /Người gọi đã xác nhận/ })).toBeTruthy();
  });
});

describe('figures', () => {
  it('show every share with numerator and denominator, and no median of nothing', () => {
    const figures = { unit: 'u', states: { RECEIVED: 2, PUBLISHED: 9 }, overdue: 1, answered: 12, answeredInTime: 11, medianDays: null, ratings: null, meanRating: null } as unknown as FeedbackFigures;
    render(<FigureLine figures={figures} />);
    expect(screen.getByText('2 đang giải quyết · 1 quá hạn · trả lời đúng hạn 11/12')).toBeTruthy();
  });
});

describe('the figures room', () => {
  const figures = {
    unit: 'u', states: { RECEIVED: 2, ASSIGNED: 1, PUBLISHED: 9 }, overdue: 1, answered: 12, answeredInTime: 11, medianDays: 4, ratings: 3, meanRating: 4.333,
    categories: [{ category: 'FEES', open: 2, overdue: 1, answered: 7, medianDays: 3 }, { category: 'PRAISE', open: 1, overdue: 0, answered: 0, medianDays: null }],
  } as unknown as FeedbackFigures;

  it('shows shares with their denominators, where all stand and what people speak of', () => {
    render(<FiguresOf figures={figures} />);
    expect(screen.getByText('11/12')).toBeTruthy();
    expect(screen.getByText('■ 1')).toBeTruthy();
    const rows = within(screen.getByRole('table', { name: 'Theo nội dung' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'Nội dung vềĐang giải quyếtQuá hạnĐã trả lời trong 365 ngày quaThời gian trả lời trung vị',
      'Phí, lệ phí2173 ngày làm việc',
      'Khen ngợi100–',
    ]);
  });

  it('says that there is nothing to count where nothing came', () => {
    render(<FiguresOf figures={{ ...figures, states: {}, overdue: 0, answered: 0, answeredInTime: 0, medianDays: null, ratings: 0, meanRating: null, categories: [] } as unknown as FeedbackFigures} />);
    expect(screen.getByText(/Chưa có phản ánh/)).toBeTruthy();
  });

  it('knows every state once', () => {
    expect(new Set([...OPEN_STATES, ...ENDED_STATES]).size).toBe(OPEN_STATES.length + ENDED_STATES.length);
    for (const state of [...OPEN_STATES, ...ENDED_STATES]) expect(hasWord('hotline.state', state)).toBe(true);
  });
});

describe('the limits of a unit', () => {
  const limits = { unit: 'u', screenDays: 2, askDays: 5, resolveDays: 15, publishDays: 2, source: 'Chỉ số 5.2', own: false, officerName: null, changedAt: '2022-06-23T00:00:00Z', revision: 0 } as unknown as HotlineLimits;
  const shown = (leads: boolean) => render(<LimitsOf limits={limits} etag='"0"' unit="u" leads={leads} refresh={() => Promise.resolve()} />);

  it('are read by all and changed by the leader, with a rule they come from', () => {
    shown(true);
    expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual(['Phân loại2 ngày làm việc', 'Hỏi lại người gửi5 ngày làm việc', 'Trả lời15 ngày làm việc', 'Công khai trả lời2 ngày làm việc']);
    fireEvent.click(screen.getByRole('button', { name: /Thay đổi thời hạn/ }));
    expect((screen.getByLabelText(/^Trả lời/) as HTMLInputElement).value).toBe('15');
    const save = screen.getByRole('button', { name: /Lưu thời hạn/ });
    expect(save.getAttribute('aria-disabled')).toBe('true');
    fireEvent.input(screen.getByLabelText(/^Căn cứ của thời hạn/), { target: { value: 'Quyết định 80/2025' } });
    expect(save.getAttribute('aria-disabled')).toBeNull();
    fireEvent.input(screen.getByLabelText(/^Trả lời/), { target: { value: '0' } });
    expect(save.getAttribute('aria-disabled')).toBe('true');
  });

  it('are not offered to be changed by others', () => {
    shown(false);
    expect(screen.queryAllByRole('button')).toHaveLength(0);
    expect(DAYS.map((each) => daysOf(limits)[each])).toEqual(['2', '5', '15', '2']);
  });

  it('say which one is too long', () => {
    expect(new Problem(400, 'validation', 'x', null, [{ pointer: '/resolveDays', message: '1 … 15' }], {}).at('/resolveDays')).toBe('1 … 15');
  });
});

describe('the register of complaints', () => {
  const line = (n: number) => ({ id: `h${n}`, feedbackId: `f${n}`, unit: 'u', number: `0${n}/BBBG-TTPVHCC`, kind: 'COMPLAINT', receiver: 'Ban Tiếp công dân', officerName: 'Quàng Thị Dung', at: '2026-11-26T02:00:00Z' }) as unknown as ComplaintHandOver;

  it('has a line a record, which leads to its feedback and to its document', () => {
    render(<Lines lines={[line(2), line(1)]} />);
    expect(screen.getByRole('link', { name: '02/BBBG-TTPVHCC' }).getAttribute('href')).toBe('/hotline/f2');
    expect(screen.getByRole('button', { name: 'Tải biên bản (PDF) 01/BBBG-TTPVHCC' })).toBeTruthy();
    expect(screen.getByText('2 biên bản bàn giao')).toBeTruthy();
  });

  it('is read to its end for the paper and to the wanted page for the screen', async () => {
    const pages: Record<string, { items: number[]; next: string | null }> = { '': { items: [1, 2], next: 'a' }, a: { items: [3], next: 'b' }, b: { items: [4], next: null } };
    const read = (after?: string) => Promise.resolve(pages[after ?? ''] ?? { items: [], next: null });
    expect(await collected(read, 2)).toEqual({ items: [1, 2, 3], next: 'b' });
    expect(await collected(read, 50)).toEqual({ items: [1, 2, 3, 4], next: null });
  });
});
