import { render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Feedback, FeedbackAction, FeedbackFigures } from '../src/api/shapes';
import { begun, shown } from '../src/rooms/hotline/act';
import { ReadBack } from '../src/rooms/hotline/entry';
import { FigureLine } from '../src/rooms/hotline/hotline';
import { Whole } from '../src/rooms/hotline/one';
import { bodyOf, choicesOf, concernedOf, fieldsOf, inOrder, missing } from '../src/rooms/hotline/plan';
import { hasWord } from '../src/words/words';

// no test waits for a service
vi.hoisted(() => {
  globalThis.fetch = (() => Promise.resolve(new Response('{"days":[]}', { status: 200, headers: { 'Content-Type': 'application/json' } }))) as typeof fetch;
});

const ACTIONS: FeedbackAction[] = [
  'AMEND', 'CONFIRM', 'DROP', 'SCREEN', 'REJECT', 'FORWARD', 'HAND_OVER', 'ASSIGN', 'ASK', 'REPLY', 'PROPOSE', 'SEND_BACK', 'APPROVE',
  'REDACT', 'RETURN_REDACTION', 'PUBLISH', 'TAKE_DOWN', 'WITHHOLD',
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
