import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Case, DraftOffer } from '../src/api/shapes';
import { caseButtons, CaseForm, caseSentence } from '../src/rooms/queue/case-acts';
import { DraftRow, draftSentence } from '../src/rooms/queue/drafts';

const offer = (change: object) =>
  ({
    id: 'd1',
    result: 'r1',
    state: 'OFFERED',
    offeredBy: 'Cà Văn Tú',
    offeredAt: '2026-11-23T08:30:00Z',
    until: '2026-11-24T08:30:00Z',
    answeredBy: null,
    answeredAt: null,
    how: null,
    officer: null,
    fault: null,
    objection: null,
    ...change,
  }) as unknown as DraftOffer;

const one = (change: object) =>
  ({ id: 'c1', allowedActions: [], holder: { mine: true, fence: 3 }, draft: null, draftResult: 'r1', opinionsUntil: null, ...change }) as unknown as Case;

describe('the draft before the person', () => {
  it('says where it stands, and until when they may answer', () => {
    expect(draftSentence(one({}))).toBeNull();
    expect(draftSentence(one({ draft: { state: 'NEEDED', until: null } }))).toContain('xác nhận bản nháp trước khi trình');
    expect(draftSentence(one({ draft: { state: 'OFFERED', until: '2026-11-24T08:30:00Z' } }))).toContain('15:30 24/11/2026');
    expect(draftSentence(one({ draft: { state: 'OBJECTED', until: null } }))).toContain('chưa đúng');
    expect(draftSentence(one({ draft: { state: 'CONFIRMED', until: null } }))).toContain('có thể trình');
  });

  it('is offered before anything is proposed, with one sentence of what follows', () => {
    const waiting = one({ allowedActions: ['OFFER_DRAFT', 'PROPOSE', 'RELEASE'], draft: { state: 'NEEDED', until: null } });
    expect(caseButtons(waiting).main).toBe('OFFER_DRAFT');
    expect(caseSentence({ action: 'OFFER_DRAFT', fence: 3, resultId: 'r1' }, waiting)).toContain('không trả lời thì coi như đồng ý');
  });

  it('shows what the person wrote, and that silence was silence', () => {
    const { unmount } = render(
      <DraftRow one={offer({ state: 'OBJECTED', answeredBy: 'RECEPTION', answeredAt: '2026-11-23T09:00:00Z', how: 'PHONE', officer: 'Lò Thị Hoa', fault: 'NAME_WRONG', objection: 'Tên đệm là Thị' })} />,
    );
    expect(screen.getByText('Họ, chữ đệm, tên')).toBeTruthy();
    expect(screen.getByText(/Tên đệm là Thị/)).toBeTruthy();
    expect(screen.getByText(/qua điện thoại · Lò Thị Hoa/)).toBeTruthy();
    unmount();
    render(<DraftRow one={offer({ state: 'CONFIRMED', answeredBy: 'SILENCE', answeredAt: '2026-11-24T08:31:00Z' })} />);
    expect(screen.getByText(/coi như đồng ý/)).toBeTruthy();
  });

  it('lets only a refusal be proposed while it is not agreed', () => {
    const form = (draft: object | null) => {
      const sent: unknown[] = [];
      const shown = render(
        <CaseForm act="PROPOSE" one={one({ id: JSON.stringify(draft), draft })} dossier={null} problem={null} busy={false} onSend={(action) => sent.push(action)} onCancel={() => {}} />,
      );
      fireEvent.click(shown.getByLabelText('đồng ý'));
      fireEvent.click(shown.getByRole('button', { name: /Trình/ }));
      shown.unmount();
      return sent.length;
    };
    expect(form({ state: 'NEEDED', until: null })).toBe(0);
    expect(form({ state: 'CONFIRMED', until: null })).toBe(1);
    expect(form(null)).toBe(1);
  });
});
