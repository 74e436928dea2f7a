import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { fasterOf, problemOf } from '../src/api/problem';
import { ProblemNote } from '../src/parts/problem-note';

const overtaken = problemOf(412, {
  type: '/problems/precondition-failed',
  title: 'Dữ liệu đã được người khác thay đổi',
  detail: 'Vui lòng tải lại để xem thay đổi rồi thực hiện lại.',
  current: { revision: 7, stage: 'RECEIVED', action: 'RECEIVE', actor: 'reception', actorName: 'Tòng Thị Nhài', at: '2026-11-24T03:12:00Z' },
});

describe('problem details', () => {
  it('name who was faster, as intake and as processing tell it', () => {
    expect(fasterOf(overtaken)).toMatchObject({ act: 'RECEIVE', by: 'Tòng Thị Nhài', at: '2026-11-24T03:12:00Z' });
    const held = problemOf(409, {
      type: '/problems/case-held',
      held: { by: 'Cà Văn Tú', since: '2026-11-24T03:00:00Z', until: '2026-11-24T03:30:00Z' },
    });
    expect(fasterOf(held)).toMatchObject({ heldBy: 'Cà Văn Tú', heldUntil: '2026-11-24T03:30:00Z' });
  });

  it('say what is wrong by pointer', () => {
    const problem = problemOf(400, { type: '/problems/validation', violations: [{ pointer: '/owner/phone', message: 'sai' }] });
    expect(problem.at('/owner/phone')).toBe('sai');
    expect(problem.at('/owner/name')).toBeNull();
  });

  it('survive an answer that is none', () => {
    expect(problemOf(502, '<html>').passing).toBe(true);
    expect(problemOf(404, null).slug).toBe('unknown');
  });

  it('are shown with who did what and the next step', () => {
    let reloaded = 0;
    render(<ProblemNote problem={overtaken} reload={() => reloaded++} history="/desk/history/1" />);
    expect(screen.getByRole('alert').textContent).toContain('Tòng Thị Nhài đã thực hiện “Tiếp nhận” lúc');
    fireEvent.click(screen.getByRole('button', { name: 'Tải lại hồ sơ' }));
    expect(reloaded).toBe(1);
    expect(screen.getByRole('link', { name: 'Xem ai đã làm gì' }).getAttribute('href')).toBe('/desk/history/1');
  });
});
