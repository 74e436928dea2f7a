import { describe, expect, it } from 'vitest';
import { ScannerBuffer } from '../src/keys/scanner';
import { asked, identityOf } from '../src/scan/code';

function type(buffer: ScannerBuffer, text: string, gap: number, from = 1000): { at: number; scanned: string | null } {
  let at = from;
  for (const char of text) {
    buffer.key(char, at);
    at += gap;
  }
  return { at, scanned: buffer.key('Enter', at) };
}

describe('a hand scanner', () => {
  it('is told from a person by its speed', () => {
    expect(type(new ScannerBuffer(), 'H52.712.00-261124-0001', 8).scanned).toBe('H52.712.00-261124-0001');
    expect(type(new ScannerBuffer(), 'H52.712.00-261124-0001', 180).scanned).toBeNull();
  });

  it('never presses the main button, even when only half a code arrived', () => {
    const buffer = new ScannerBuffer();
    const { at, scanned } = type(buffer, 'H52', 8);
    expect(scanned).toBeNull();
    expect(buffer.typing(at)).toBe(true);
    expect(buffer.typing(at + 2_000)).toBe(false);
  });

  it('begins anew after a pause', () => {
    const buffer = new ScannerBuffer();
    buffer.key('x', 0);
    expect(type(buffer, '7K3M9P2QXZ', 5, 5_000).scanned).toBe('7K3M9P2QXZ');
  });
});

describe('what is asked for', () => {
  it('is a dossier by its code, in any case and with spaces around it', () => {
    expect(asked(' h52.712.00-261124-0001 ')).toEqual({ kind: 'code', code: 'H52.712.00-261124-0001' });
  });

  it('is a dossier by the address in the QR code of its slip', () => {
    expect(asked('http://localhost:8080/ho-so?ma=7K3M9P2QXZ')).toEqual({ kind: 'reference', reference: '7K3M9P2QXZ' });
  });

  it('is a procedure by its code or by the QR code on its poster', () => {
    expect(asked('2.000815')).toEqual({ kind: 'procedure', code: '2.000815' });
    expect(asked('https://motcua.example/thu-tuc/1.001193')).toEqual({ kind: 'procedure', code: '1.001193' });
  });

  it('is a procedure with its answers by the QR code of a personal checklist', () => {
    expect(asked('https://motcua.example/thu-tuc/2.000815/huong-dan?pages=3&copies=2&channel=COUNTER&return=POST&unit=14-03712-20250701')).toEqual({
      kind: 'procedure',
      code: '2.000815',
      answers: '?pages=3&copies=2&channel=COUNTER&return=POST',
    });
    expect(asked('http://localhost:8080/thu-tuc/1.013225/huong-dan?case=0badc0de&case=self&lang=en#list')).toEqual({
      kind: 'procedure',
      code: '1.013225',
      answers: '?case=0badc0de&case=self',
    });
    expect(asked('http://localhost:8080/thu-tuc/1.013225/huong-dan')).toEqual({ kind: 'procedure', code: '1.013225' });
  });

  it('takes nothing from a checklist but answers', () => {
    expect(asked('http://x/thu-tuc/1.013225/huong-dan?case=%3Cb%3E&pages=0&copies=99999&channel=PHONE&return=X&name=Vui')).toEqual({
      kind: 'procedure',
      code: '1.013225',
    });
    expect(asked('http://x/thu-tuc/nonsense/huong-dan?pages=3').kind).toBe('words');
  });

  it('is words otherwise, a name of ten letters included', () => {
    expect(asked('Quàng Thị Vui')).toEqual({ kind: 'words', words: 'Quàng Thị Vui' });
    expect(asked('NGHPHAMKTV')).toEqual({ kind: 'words', words: 'NGHPHAMKTV' });
  });

  it('is a person by the QR code of the identity card, once it is whole', () => {
    const card = '014199001123|051234567|Quàng Thị Vui|01021999|Nữ|Bản Nong, Mường Sại, Sơn La|05062021';
    expect(identityOf(card)).toEqual({ number: '014199001123', name: 'Quàng Thị Vui', address: 'Bản Nong, Mường Sại, Sơn La' });
    expect(identityOf(card.slice(0, -3))).toBeNull();
    expect(asked(card).kind).toBe('identity');
  });
});
