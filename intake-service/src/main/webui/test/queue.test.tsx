import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Figure, QueueFigures, Show, Why } from '../src/api/shapes';
import { chosenDepartment, chosenHolder, chosenShow, lookAt } from '../src/rooms/queue/asked';
import { counted, ShowBar, SHOWS } from '../src/rooms/queue/figures';
import { WhyFirst } from '../src/rooms/queue/queue';
import { roomsOf } from '../src/shell/rooms';
import { language } from '../src/words/words';

const of = (count: number, more = false): Figure => ({ count, more }) as Figure;
const none = of(0);
const figures = {
  department: 'office',
  oldest: null,
  all: of(1000, true),
  unclaimed: of(12),
  held: none,
  mine: of(3),
  proposed: none,
  paused: none,
  late: of(2),
  today: none,
  atRisk: none,
  sentBack: none,
} as unknown as QueueFigures;

beforeEach(() => {
  language.value = 'vi';
});

describe('the figures of a queue', () => {
  it('say that there are more than were counted, in the language of the officer', () => {
    expect(counted(of(12))).toBe('12');
    expect(counted(of(1000, true))).toBe('trên 1.000');
    language.value = 'en';
    expect(counted(of(1000, true))).toBe('more than 1,000');
  });

  it('are pressed to see what they count, and say which one is shown', () => {
    const asked: Show[] = [];
    render(<ShowBar figures={figures} show="MINE" onShow={(show) => asked.push(show)} />);
    expect(screen.getByRole('button', { name: '3 của tôi' }).getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: '2 quá hạn' }));
    expect(asked).toEqual(['LATE']);
    expect(screen.getAllByRole('button')).toHaveLength(SHOWS.length);
  });
});

describe('a row', () => {
  it('says how much of the time is used and who waits, and not again what the mark says', () => {
    const why = {
      first: 'DUE_TODAY',
      minutesLeft: 90,
      usedPercent: 78,
      sortedAt: '2026-11-23T05:39:00Z',
      forward: [
        { reason: 'WAITING_PERSON', minutes: 120 },
        { reason: 'SAME_DAY', minutes: 120 },
        { reason: 'LONG_RUNNING', minutes: 21 },
      ],
    } as unknown as Why;
    render(<WhyFirst why={why} />);
    expect(screen.getByText('đã dùng 78 % thời gian')).toBeTruthy();
    expect(screen.getByText('người dân chờ tại quầy')).toBeTruthy();
    expect(screen.getByText('trả trong ngày')).toBeTruthy();
  });

  it('says nothing of the share of a limit that is over', () => {
    const { container } = render(<WhyFirst why={{ first: 'LATE', minutesLeft: -5, usedPercent: 104, sortedAt: null, forward: [] } as unknown as Why} />);
    expect(container.textContent).toBe('');
  });
});

describe('the board', () => {
  it('is the director’s, and leads to the cases behind a figure', () => {
    expect(roomsOf(['director']).map((room) => room.path)).toContain('/board');
    expect(roomsOf(['specialist', 'approver']).map((room) => room.path)).not.toContain('/board');
    lookAt('economy', 'LATE', { subject: 's', name: 'Lò Thị Hoa' });
    expect([chosenDepartment.value, chosenShow.value, chosenHolder.value?.name]).toEqual(['economy', 'LATE', 'Lò Thị Hoa']);
    lookAt('office', 'ALL');
    expect(chosenHolder.value).toBeNull();
  });
});
