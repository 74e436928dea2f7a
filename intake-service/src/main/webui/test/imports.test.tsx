import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ImportRun } from '../src/api/shapes';
import { ImportDesk } from '../src/rooms/catalogue/import';
import { releaseOf } from '../src/rooms/catalogue/import-acts';
import { apart, importState } from '../src/rooms/catalogue/imports';

const by = { subject: 'x', name: 'Nguyễn Văn Biên', title: 'Công chức' };

const proposal = {
  state: 'SUBMITTED',
  revision: 2,
  submitted: { by, at: '2026-11-24T01:00:00Z', reason: 'Danh mục tháng 12' },
  decided: null,
  effectiveFrom: null,
  announcement: null,
  leftOut: [],
  obstacles: [],
  allowedActions: [],
};

const run = (more: object, stands: object | null = {}): ImportRun =>
  ({
    id: 'a',
    dryRun: false,
    effectiveFrom: '2026-12-01',
    askedBy: by,
    askedAt: '2026-11-24T00:50:00Z',
    phase: 'DONE',
    done: 2,
    total: 2,
    finishedAt: '2026-11-24T00:51:00Z',
    counts: { added: 1, changed: 1, unchanged: 0, refused: 1 },
    report: {
      proposal: 'a',
      dryRun: false,
      effectiveFrom: '2026-12-01',
      counts: { added: 1, changed: 1, unchanged: 0, refused: 1 },
      procedures: [
        { code: '8.000001', result: 'ADDED', version: 1, changes: [] },
        { code: '8.000002', result: 'CHANGED', version: 2, changes: [{ field: 'limits.amount', item: 'COUNTER', kind: 'CHANGED', before: '3', after: '5' }] },
        { code: '8.000003', result: 'REFUSED', version: null, changes: [] },
      ],
      rows: [{ file: 'procedure_methods.csv', row: 3, column: 'time_value', code: '8.000003', message: 'Cột time_value: “soon” không phải là số hợp lệ.' }],
    },
    proposal: stands && { ...proposal, ...stands },
    ...more,
  }) as unknown as ImportRun;

const shown = (one: ImportRun) => render(<ImportDesk run={one} take={() => undefined} reload={async () => undefined} />).container;

describe('an import', () => {
  it('shows what it would change field by field, and every wrong row with file, row and column', () => {
    const text = shown(run({})).textContent ?? '';
    expect(text).toContain('thêm 1, sửa 1, giữ nguyên 0, không nhận 1');
    expect(text).toContain('8.000002 · thay đổi · phiên bản 2');
    expect(screen.getByText('5').tagName).toBe('INS');
    expect(text).toContain('procedure_methods.csv3time_value8.000003Cột time_value: “soon” không phải là số hợp lệ.');
    expect(text).toContain('Danh mục tháng 12');
  });

  it('is released by who may and by nobody else', () => {
    const waiting = shown(run({}));
    expect(waiting.textContent).toContain('Người nhập hoặc trình danh mục không được tự công bố');
    expect(waiting.querySelector('aside button')).toBeNull();
    const chair = shown(run({}, { allowedActions: ['RELEASE', 'DECLINE'] })).textContent;
    expect(chair).toContain('Công bố danh mục');
    expect(chair).toContain('Không đồng ý công bố');
    expect(chair).not.toContain('không được tự công bố');
  });

  it('tells which procedures changed meanwhile, and offers to leave them as they are', () => {
    const obstacles = [{ code: '8.000002', reason: 'CHANGED', basedOn: 1, newest: 2, day: '2027-01-10' }];
    const text = shown(run({}, { allowedActions: ['RELEASE'], obstacles })).textContent;
    expect(text).toContain('8.000002: đã có phiên bản 2 từ ngày 10/01/2027');
    expect(text).toContain('Công bố mà không gồm các thủ tục trên');
  });

  it('tells how far it is while it runs, and offers nothing', () => {
    const running = shown(run({ phase: 'COMPARING', finishedAt: null, counts: null, report: null }, { allowedActions: ['SUBMIT'] }));
    expect(running.querySelector('progress')?.getAttribute('max')).toBe('2');
    expect(running.textContent).toContain('đang đối chiếu');
    expect(running.querySelector('aside button')).toBeNull();
  });

  it('says in a word where it stands', () => {
    expect(importState(run({}))).toBe('chờ công bố');
    expect(importState(run({ dryRun: true }, null))).toBe('kiểm tra thử');
    expect(importState(run({}, null))).toBe('không có gì để công bố');
    expect(importState(run({ phase: 'INTERRUPTED' }, null))).toBe('bị gián đoạn, cần nhập lại');
  });

  it('is sent apart as a form that is the same each time it is tried', async () => {
    const form = () => apart([new File(['code\n'], 'procedures.csv'), new File(['x'], 'a"b.csv')]).text();
    const text = await form();
    expect(text).toBe(await form());
    expect(text).toMatch(/^--(motcua[-\w]+)\r\nContent-Disposition: form-data; name="lists"; filename="procedures.csv"\r\n[^]*\r\n\r\ncode\n\r\n--\1\r\n[^]*filename="a_b.csv"[^]*--\1--\r\n$/);
  });

  it('is released with what was said and nothing empty', () => {
    const said = { effectiveFrom: '', decisionNumber: ' 7/QĐ ', decisionDate: '2026-11-20', note: ' ', leaveOut: true };
    expect(releaseOf(said, '2026-12-01')).toEqual({ action: 'RELEASE', effectiveFrom: '2026-12-01', decisionNumber: '7/QĐ', decisionDate: '2026-11-20', leaveOut: true });
  });
});
