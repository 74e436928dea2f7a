import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ReminderDays, Return } from '../src/api/shapes';
import { CollectedForm, handOverOf, missing, NOBODY_YET } from '../src/rooms/returns/collected';
import { Kept } from '../src/rooms/returns/kept';
import { Change, daysOf } from '../src/rooms/shelf/reminders';
import { SignaturePad } from '../src/rooms/returns/signature-pad';

const nothing = () => undefined;

describe('who collects', () => {
  it('needs to say nothing more as the owner, and by what they act as somebody else', () => {
    expect(missing(NOBODY_YET)).toBeNull();
    const other = { ...NOBODY_YET, collector: 'AUTHORISED' as const };
    expect(missing(other)).toBe('name');
    expect(missing({ ...other, name: 'Lò Văn Tủa' })).toBe('proxy');
    expect(missing({ ...other, name: 'Lò Văn Tủa', proxy: 'CERTIFIED' })).toBeNull();
    expect(missing({ ...other, name: 'Lò Văn Tủa', proxy: 'FAMILY', relation: 'OTHER' })).toBe('relation');
    expect(missing({ ...other, name: 'Lò Văn Tủa', proxy: 'FAMILY', relation: 'CHILD' })).toBeNull();
    expect(missing({ ...NOBODY_YET, signed: 'ON_PAD' })).toBe('signature');
  });

  it('is sent as the service takes it: strokes only from the pad, a proxy only of somebody else', () => {
    expect(handOverOf('HAND_OVER', NOBODY_YET)).toEqual({ action: 'HAND_OVER', collector: 'OWNER', how: 'SLIP', signature: { signed: 'ON_PAPER' } });
    expect(handOverOf('GIVE_PAPER', { ...NOBODY_YET, collector: 'AUTHORISED', name: ' Tủa ', proxy: 'WRITTEN', relation: 'COLLEAGUE', signed: 'ON_PAD', strokes: [[1, 2]] })).toEqual({
      action: 'GIVE_PAPER',
      collector: 'AUTHORISED',
      how: 'SLIP',
      person: { name: 'Tủa', relation: 'COLLEAGUE', proxy: 'WRITTEN' },
      signature: { signed: 'ON_PAD', strokes: [[1, 2]] },
    });
  });

  it('is asked for name and paper only where somebody else comes', () => {
    const { rerender } = render(<CollectedForm value={NOBODY_YET} onChange={nothing} />);
    expect(screen.queryByLabelText(/Họ và tên người nhận/)).toBeNull();
    rerender(<CollectedForm value={{ ...NOBODY_YET, collector: 'AUTHORISED', proxy: 'FAMILY' }} onChange={nothing} />);
    expect(screen.getByLabelText(/Họ và tên người nhận/)).toBeTruthy();
    expect(screen.getByText(/Chỉ vợ chồng, cha mẹ/)).toBeTruthy();
  });

  it('signs in the field of the service, however large the frame is', () => {
    const drawn: number[][][] = [];
    render(<SignaturePad strokes={[]} onStrokes={(strokes) => drawn.push(strokes)} />);
    const pad = screen.getByRole('img', { name: 'Khung ký' });
    pad.getBoundingClientRect = () => ({ left: 100, top: 50, width: 500, height: 200, right: 600, bottom: 250, x: 100, y: 50, toJSON: nothing }) as DOMRect;
    fireEvent.pointerDown(pad, { clientX: 150, clientY: 100, pointerId: 1 });
    fireEvent.pointerMove(pad, { clientX: 700, clientY: 400, pointerId: 1 });
    fireEvent.pointerUp(pad, { clientX: 700, clientY: 400, pointerId: 1 });
    expect(drawn).toEqual([[[100, 100, 1000, 400]]]);
  });
});

describe('what is kept of a return', () => {
  const found = (change: object, kept: object = {}) =>
    ({ dossierId: 'd1', state: 'ANNOUNCED', allowedActions: [], pending: false, revision: 3, kept: { slip: false, downloads: 0, ...kept }, ...change }) as unknown as Return;
  const shown = (what: Return) => render(<Kept found={what} take={nothing} reload={() => Promise.resolve()} />);

  it('is laid on the shelf with a place, and sent on where another centre returns it', () => {
    shown(found({ allowedActions: ['SHELVE', 'SEND_ON'] }, { liesAt: 'here' }));
    expect(screen.getByLabelText('Vị trí')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Chuyển đến trung tâm trả' })).toBeTruthy();
    expect(screen.getByText(/được trả tại trung tâm khác/)).toBeTruthy();
    expect(screen.queryByText('Mời đánh giá')).toBeNull();
  });

  it('offers the slip and the question once it is over, and says how often it was downloaded', () => {
    shown(found({ state: 'PLACED' }, { slip: true, downloads: 2, lastDownload: '2026-11-26T03:00:00Z' }));
    expect(screen.getByRole('button', { name: 'In phiếu trả kết quả' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Mở phiếu đánh giá' })).toBeTruthy();
    expect(screen.getByText(/2 lần, gần nhất/)).toBeTruthy();
  });

  it('asks nobody while the dossier has not answered', () => {
    shown(found({ state: 'HANDED_OVER', pending: true }));
    expect(screen.queryByRole('button', { name: 'Mở phiếu đánh giá' })).toBeNull();
  });
});

describe('the days after which people are reminded', () => {
  it('are taken however they are parted, in order', () => {
    expect(daysOf('30, 7 15')).toEqual([7, 15, 30]);
    expect(daysOf(' 3;20 ')).toEqual([3, 20]);
  });

  it('are refused before they are sent where the service would refuse them', () => {
    for (const wrong of ['', 'bảy', '0', '-3', '7, 7', '366', '1.5', '1 2 3 4 5 6 7']) {
      expect(daysOf(wrong), wrong).toBeNull();
    }
  });

  it('cannot be saved, and say why, while what is typed makes no sense', () => {
    const now = { unit: '14-03712-20250701', days: [7, 15, 30], own: false, before: [], revision: 1 } as unknown as ReminderDays;
    render(<Change now={now} unit={now.unit} take={nothing} reload={() => Promise.resolve()} />);
    const days = screen.getByLabelText(/Nhắc sau số ngày/);
    const save = screen.getByText('Lưu số ngày nhắc');
    expect(save.getAttribute('aria-disabled')).toBe('true');
    fireEvent.input(days, { target: { value: '7, 400' } });
    expect(screen.getByText(/từ 1 đến 365/)).toBeTruthy();
    expect(save.getAttribute('aria-disabled')).toBe('true');
    fireEvent.input(days, { target: { value: '20, 3' } });
    expect(screen.queryByText(/từ 1 đến 365/)).toBeNull();
    expect(save.getAttribute('aria-disabled')).toBeNull();
  });
});
