import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Case, RoutingRule, Stay } from '../src/api/shapes';
import { caseButtons, CaseForm, type CaseFormAct } from '../src/rooms/queue/case-acts';
import { Place } from '../src/rooms/queue/case';
import { asks } from '../src/rooms/queue/routing';
import { StayList } from '../src/rooms/queue/stays';

const OURS = '14-03712-20250701';
const THEIRS = '14-03703-20250701';

vi.mock('../src/rooms/counter/unit-pick', () => ({
  UnitPick: ({ onPick }: { onPick: (unit: string) => void }) => <button onClick={() => onPick('14-03703-20250701')}>Quỳnh Nhai</button>,
}));

const lying = (id: string, unit: string, change: object = {}) =>
  ({
    id,
    unit,
    department: unit === OURS ? 'office' : 'economy',
    competentUnit: OURS,
    homeDepartment: unit === OURS ? null : 'office',
    holder: { fence: 4, mine: true },
    handed: null,
    allowedActions: [],
    ...change,
  }) as unknown as Case;

const form = (act: CaseFormAct, one: Case) => {
  const sent = vi.fn();
  render(<CaseForm act={act} one={one} dossier={null} problem={null} busy={false} onSend={sent} onCancel={() => undefined} />);
  return sent;
};

/** Picks the department; the library's own `change` is an `input` once the pages for printing are loaded, and a list hears none. */
const pick = async (department: string) => {
  const list = screen.getByLabelText(/^Chuyển đến/) as HTMLSelectElement;
  list.value = department;
  fireEvent(list, new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(screen.getByRole('button', { name: /Chuyển phòng, đơn vị khác/ }).getAttribute('aria-disabled')).not.toBe('true'));
};

const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('a case that is handed on', () => {
  it('goes to another department here without naming a unit', async () => {
    const sent = form('HAND_ON', lying('h1', OURS));
    await pick('economy');
    press(/Chuyển phòng, đơn vị khác/);
    expect(sent).toHaveBeenCalledWith({ action: 'HAND_ON', fence: 4, toDepartment: 'economy' });
  });

  it('goes to any department of another commune, and what stays here is said before', async () => {
    const sent = form('HAND_ON', lying('h2', OURS));
    expect(screen.queryByText(/vẫn thuộc thẩm quyền/)).toBeNull();
    press(/Quỳnh Nhai/);
    expect(screen.getByText(/vẫn thuộc thẩm quyền/)).toBeTruthy();
    await pick('office');
    press(/Chuyển phòng, đơn vị khác/);
    expect(sent).toHaveBeenCalledWith({ action: 'HAND_ON', fence: 4, toUnit: THEIRS, toDepartment: 'office' });
  });

  it('goes back from there to where it came from, with one press', () => {
    const sent = form('HAND_ON', lying('h3', THEIRS));
    press(/Chuyển phòng, đơn vị khác/);
    expect(sent).toHaveBeenCalledWith({ action: 'HAND_ON', fence: 4, toUnit: OURS, toDepartment: 'office' });
  });

  it('is taken back with a reason by those who may', () => {
    const one = lying('h4', THEIRS, { allowedActions: ['RECALL', 'EXTEND'] });
    expect(caseButtons(one).others.map(({ act }) => act)).toContain('RECALL');
    const sent = form('RECALL', one);
    press(/Thu hồi hồ sơ/);
    expect(sent).toHaveBeenCalledWith({ action: 'RECALL', reasonCode: 'DUE_SOON' });
  });
});

describe('where a case lies', () => {
  it('is said only while that is another unit, with who handed it over', () => {
    const { container, rerender } = render(<Place one={lying('h5', OURS)} />);
    expect(container.textContent).toBe('');
    rerender(<Place one={lying('h5', THEIRS, { handed: { unit: OURS, from: 'office', by: 'Cà Văn Tú', at: '2026-11-23T08:30:00Z' } })} />);
    expect(container.textContent).toMatch(/phối hợp/);
    expect(container.textContent).toContain(OURS);
    expect(container.textContent).toMatch(/chờ phòng tiếp nhận/);
  });
});

describe('stays in another unit', () => {
  const stay = (change: object) =>
    ({
      id: 's1',
      caseId: 'c1',
      code: 'H52.712.00-261123-0001',
      procedureCode: '1.001193',
      procedureName: 'Đăng ký khai sinh',
      fromUnit: OURS,
      fromDepartment: 'office',
      toUnit: THEIRS,
      toDepartment: 'economy',
      givenBy: 'Cà Văn Tú',
      givenAt: '2026-11-23T08:30:00Z',
      acceptedAt: null,
      ended: null,
      endedAt: null,
      due: null,
      ...change,
    }) as unknown as Stay;

  it('lead to the case while it may be read, and say how they ended', () => {
    const { rerender } = render(<StayList items={[]} side="TAKEN" />);
    expect(screen.getByText('Chưa có hồ sơ nào.')).toBeTruthy();
    rerender(<StayList items={[stay({})]} side="TAKEN" />);
    expect(screen.getByRole('link', { name: /261123-0001/ })).toBeTruthy();
    expect(screen.getByText(/chưa tiếp nhận/)).toBeTruthy();
    rerender(<StayList items={[stay({ ended: 'RECALLED', endedAt: '2026-11-24T08:30:00Z' })]} side="TAKEN" />);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText(/đơn vị có thẩm quyền thu hồi/)).toBeTruthy();
    rerender(<StayList items={[stay({ ended: 'GIVEN_BACK', endedAt: '2026-11-24T08:30:00Z' })]} side="GIVEN" />);
    expect(screen.getByRole('link')).toBeTruthy();
  });
});

describe('a routing rule', () => {
  it('says what it asks of papers and values', () => {
    const rule = { name: 'x', department: 'office', presented: '1.013225-01', notApplicable: '1.013225-02', pagesAtLeast: 40, feesAtLeastVnd: 1_000_000 } as RoutingRule;
    expect(asks(rule)).toContain('có giấy tờ 1.013225-01 · không cần giấy tờ 1.013225-02 · từ 40 trang');
    expect(asks(rule)).toMatch(/phí từ 1.000.000/);
  });
});
