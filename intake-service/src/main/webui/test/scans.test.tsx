import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Dossier, Original } from '../src/api/shapes';
import { OriginalRows } from '../src/rooms/counter/original-rows';
import { anOriginal, Originals } from '../src/rooms/counter/originals';
import { giveUp, holdsScans, laidOn, sendScans, unsentOf, withoutFile } from '../src/rooms/counter/scans';

const pdf = (name: string) => new File(['%PDF'], name, { type: 'application/pdf' });
const png = (name: string) => new File(['png'], name, { type: 'image/png' });
const original = (more: Partial<Original>): Original => ({ number: 1, kind: 'Học bạ', pages: 1, copies: 1, file: null, etag: '"1"', ...more }) as Original;
const held = (pages: number) => ({ sha256: 'ab', size: 10, mediaType: 'application/pdf', name: 'hoc-ba.pdf', pages, scan: 'CLEAN' as const, drawable: false });
const dossier = (more: Partial<Dossier>): Dossier =>
  ({ id: 'one', stage: 'PREPARING', allowedActions: ['CORRECT'], originals: [], ...more }) as unknown as Dossier;

interface Given {
  status: number;
  json: unknown;
}

// the clients take fetch as it stands when they are made: it is replaced before they are imported
const { answers, asked } = vi.hoisted(() => {
  const answers: { status: number; json: unknown }[] = [];
  const asked: { url: string; ifMatch: string | null }[] = [];
  globalThis.fetch = ((request: Request) => {
    asked.push({ url: request.url, ifMatch: request.headers.get('If-Match') });
    const answer = answers.shift() ?? { status: 500, json: {} };
    return Promise.resolve(new Response(JSON.stringify(answer.json), { status: answer.status, headers: { 'Content-Type': 'application/json' } }));
  }) as typeof fetch;
  return { answers, asked };
});

function answering(...given: Given[]): void {
  answers.splice(0, answers.length, ...given);
  asked.length = 0;
}

afterEach(() => [1, 2].forEach((number) => giveUp('one', number)));

describe('files laid on the originals', () => {
  it('are one original each: the one they were dropped on, those without a scan, then new ones', () => {
    const rows = [{ ...anOriginal(), file: pdf('a.pdf') }, anOriginal(), { ...anOriginal(), kind: 'Bằng' }];
    const laid = laidOn(rows, 2, [pdf('b.pdf'), png('c.png'), pdf('d.pdf')], anOriginal, 50);
    expect(laid.map((row) => row.file?.name)).toEqual(['a.pdf', 'c.png', 'b.pdf', 'd.pdf']);
    expect(laid.map((row) => row.pages)).toEqual(['1', '1', '', '']);
    expect(laid[2]?.kind).toBe('Bằng');
  });

  it('leave pages that were typed, and are left out where no more originals may be counted', () => {
    const laid = laidOn([{ ...anOriginal('4'), typed: true }], 0, [pdf('a.pdf'), pdf('b.pdf')], anOriginal, 1);
    expect(laid).toHaveLength(1);
    expect(laid[0]?.pages).toBe('4');
    expect(withoutFile({ ...anOriginal(''), file: pdf('a.pdf') })).toMatchObject({ file: null, pages: '1' });
  });

  it('are chosen in the line, and say that the scan tells the pages', () => {
    const onChange = vi.fn();
    render(<Originals fees={[]} rows={[anOriginal()]} several scans problem={null} onChange={onChange} />);
    const picker = screen.getByLabelText('Tệp quét của giấy tờ 1');
    Object.defineProperty(picker, 'files', { value: [pdf('hoc-ba.pdf')] });
    fireEvent.change(picker);
    expect(onChange.mock.calls[0]?.[0][0]).toMatchObject({ pages: '', file: { name: 'hoc-ba.pdf' } });
  });
});

describe('scans on their way', () => {
  it('are sent one after the other, and one that is refused is kept with its reason', async () => {
    answering(
      { status: 422, json: { type: '/problems/file-broken', title: 'Tệp bị hỏng hoặc không đầy đủ', status: 422 } },
      { status: 200, json: { original: original({ number: 2 }), openVnd: 0, dossierEtag: '"3"' } },
    );
    const rows = [{ ...anOriginal(''), file: pdf('a.pdf') }, { ...anOriginal('4'), typed: true, file: png('b.png') }];
    const failed = await sendScans({ id: 'one', originals: [original({}), original({ number: 2, etag: '"7"' })] }, rows);
    expect(failed).toBe(1);
    expect(asked.map(({ ifMatch }) => ifMatch)).toEqual(['"1"', '"7"']);
    expect(asked[0]?.url).toContain('/originals/1/content?name=a.pdf&keepsPages=false');
    expect(asked[1]?.url).toContain('/originals/2/content?name=b.png&keepsPages=true');
    expect(unsentOf('one')).toMatchObject([{ number: 1, problem: { title: 'Tệp bị hỏng hoặc không đầy đủ' } }]);
    expect(holdsScans()).toBe(true);
  });

  it('stand at their original until they are sent again', async () => {
    answering({ status: 503, json: { type: '/problems/scanner-away', title: 'Chưa kiểm tra được tệp', status: 503 } });
    await sendScans({ id: 'one', originals: [original({})] }, [{ ...anOriginal(''), file: pdf('a.pdf') }]);
    const onCounted = vi.fn(() => Promise.resolve());
    render(<OriginalRows dossier={dossier({ originals: [original({ etag: '"4"' })] })} onCounted={onCounted} />);
    expect(screen.getByText('Bản quét a.pdf chưa gửi được: Chưa kiểm tra được tệp')).toBeTruthy();
    answering({ status: 200, json: { original: original({}), openVnd: 0, dossierEtag: '"5"' } });
    fireEvent.click(screen.getByText('Gửi lại bản quét'));
    await waitFor(() => expect(onCounted).toHaveBeenCalled());
    expect(asked[0]?.ifMatch).toBe('"4"');
    expect(holdsScans()).toBe(false);
  });
});

describe('an original with its scan', () => {
  it('shows where the pages differ, and counts by the scan at a press', async () => {
    answering({ status: 200, json: { original: original({}), openVnd: 0, dossierEtag: '"5"' } });
    render(<OriginalRows dossier={dossier({ originals: [original({ pages: 4, file: held(5) })] })} onCounted={() => Promise.resolve()} />);
    expect(screen.getByText('Bản quét có 5 trang, phí đang tính theo 4 trang.')).toBeTruthy();
    fireEvent.click(screen.getByText('Tính theo bản quét'));
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.url).toMatch(/originals\/1$/);
  });

  it('is for reading only once it was received', () => {
    render(<OriginalRows dossier={dossier({ stage: 'IN_PROCESS', originals: [original({ file: held(1) })] })} onCounted={() => Promise.resolve()} />);
    expect(screen.getByText('Học bạ: 1 trang, 1 bản sao')).toBeTruthy();
    expect(screen.getByText('Xem')).toBeTruthy();
    expect(screen.queryByText('Thay bản quét')).toBeNull();
  });
});
