import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Paper, PaperEntry } from '../src/api/shapes';
import { PaperEditor } from '../src/rooms/counter/paper-editor';

const usual: PaperEntry = { state: 'PRESENTED', presentedAs: 'ORIGINAL', quantity: 1, held: false };
const paper = (more: Partial<Paper>): Paper =>
  ({ component: '1.001193-01', state: 'MISSING', open: true, quantity: 0, held: false, ...more }) as Paper;

function edited(more: Partial<Paper>) {
  const onSave = vi.fn();
  render(<PaperEditor paper={paper(more)} usual={usual} busy={false} onSave={onSave} onCancel={() => undefined} />);
  return onSave;
}

const choose = (way: string) => fireEvent.change(screen.getByLabelText('Hình thức'), { target: { value: way } });
const save = () => fireEvent.click(screen.getByText('Ghi'));

describe('the ways of a paper', () => {
  it('offer the data that the catalogue names, and no others', () => {
    const onSave = edited({ replacedBy: 'Cơ sở dữ liệu quốc gia về dân cư' });
    expect(screen.getByText('Lấy từ: Cơ sở dữ liệu quốc gia về dân cư')).toBeTruthy();
    choose('TAKEN_FROM_DATA');
    save();
    expect(onSave).toHaveBeenCalledWith({ state: 'TAKEN_FROM_DATA' });
  });

  it('do not offer data where none are established', () => {
    edited({});
    expect(screen.queryByText(/Lấy từ:/)).toBeNull();
  });

  it('ask why a paper is missing before it is noted', () => {
    const onSave = edited({});
    choose('MISSING');
    save();
    expect(onSave).not.toHaveBeenCalled();
    fireEvent.input(screen.getByLabelText(/Vì sao chưa có/), { target: { value: ' Đang xin cấp lại ' } });
    save();
    expect(onSave).toHaveBeenCalledWith({ state: 'MISSING', reason: 'Đang xin cấp lại' });
  });

  it('keep the last day of a paper that was brought', () => {
    const onSave = edited({});
    fireEvent.input(screen.getByLabelText('Có giá trị đến ngày'), { target: { value: '2027-01-31' } });
    save();
    expect(onSave).toHaveBeenCalledWith({ ...usual, validUntil: '2027-01-31' });
  });
});
