import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { CalendarChange, MovedDossier, WatchTask } from '../src/api/shapes';
import { changeText, MovedTable } from '../src/rooms/dates/dates';
import { TaskRow } from '../src/rooms/watch/watch';
import { buttons, formFor, sentence } from '../src/rooms/counter/plan';
import { roomsOf } from '../src/shell/rooms';
import type { ActionRequest, Dossier } from '../src/api/shapes';

const holiday = { kind: 'DAY_OFF', date: '2026-12-01', name: 'Nghỉ bù' } as CalendarChange;

describe('a changed calendar', () => {
  it('says what changed on which day', () => {
    expect(changeText(holiday)).toBe('01/12/2026 là ngày nghỉ (Nghỉ bù)');
    expect(changeText({ kind: 'YEAR_FINAL', date: '2027-01-01', name: null } as unknown as CalendarChange)).toContain('2027');
    expect(changeText({ kind: 'OFFICE_HOURS', date: null, name: null } as unknown as CalendarChange)).toBe('đổi giờ làm việc');
  });

  it('shows each dossier with both dates and why', () => {
    const moved = {
      dossierId: 'd1',
      code: 'H52.712.00-261120-0001',
      dueFrom: '2026-12-02T02:00:00Z',
      dueTo: '2026-12-03T02:00:00Z',
      why: [holiday],
      leftOut: false,
    } as unknown as MovedDossier;
    render(<MovedTable items={[moved]} />);
    expect(screen.getByText('09:00 02/12/2026')).toBeTruthy();
    expect(screen.getByText('09:00 03/12/2026')).toBeTruthy();
    expect(screen.getByText(/Nghỉ bù/)).toBeTruthy();
  });

  it('says which dossier could not be computed, and which promise moves', () => {
    const one = {
      dossierId: 'd1',
      code: 'H52.712.00-261120-0001',
      dueFrom: '2026-12-02T02:00:00Z',
      dueTo: null,
      promisedFrom: null,
      promisedTo: null,
      why: [],
      leftOut: false,
      aside: true,
    } as unknown as MovedDossier;
    const other = {
      ...one,
      dossierId: 'd2',
      dueTo: '2026-12-02T02:00:00Z',
      promisedFrom: '2026-12-07T02:00:00Z',
      promisedTo: '2026-12-08T02:00:00Z',
      aside: false,
    };
    render(<MovedTable items={[one, other]} />);
    expect(screen.getByText(/chưa tính được/)).toBeTruthy();
    expect(screen.getByText(/dự kiến 09:00 08\/12\/2026/)).toBeTruthy();
  });

  it('has an empty state', () => {
    render(<MovedTable items={[]} />);
    expect(screen.getByText('Không có hồ sơ nào đổi ngày hẹn trả.')).toBeTruthy();
  });

  it('is a room of the leaders', () => {
    const paths = (role: Parameters<typeof roomsOf>[0][number]) => roomsOf([role]).map((room) => room.path);
    expect(paths('director')).toContain('/dates');
    expect(paths('reception')).not.toContain('/dates');
    expect(paths('specialist')).toContain('/watch');
    expect(paths('cashier')).not.toContain('/watch');
  });
});

describe('what is to be attended to', () => {
  const task = {
    id: 't1',
    etag: '"0"',
    kind: 'OVERDUE',
    about: '2026-12-02T02:00:00Z',
    raisedAt: '2026-12-02T02:01:00Z',
    dossierId: 'd1',
    code: 'H52.712.00-261120-0001',
    procedureCode: '1.004222',
    stage: 'IN_PROCESS',
    department: 'office',
    acknowledgedByName: null,
    acknowledgedAt: null,
  } as unknown as WatchTask;

  it('says what it is about', () => {
    render(<TaskRow task={task} />);
    expect(screen.getByText('Đã quá hạn: 09:00 02/12/2026')).toBeTruthy();
  });
});

describe('an apology', () => {
  it('is a form of its own, and asks once', () => {
    expect(buttons(['APOLOGISE']).main).toBe('APOLOGISE');
    expect(formFor('APOLOGISE', {} as Dossier)).toBe('APOLOGISE');
    const request = { action: 'APOLOGISE', reasonCode: 'WORKLOAD', reason: 'x', promised: '2026-11-25T03:00:00Z' } as ActionRequest;
    expect(sentence(request, {} as Dossier)).toContain('10:00 25/11/2026');
  });
});
