import { describe, expect, it } from 'vitest';
import { placeOf } from '../src/rooms/counter/address-now';

describe('the place of an address', () => {
  it('begins at the commune and leaves out what is nearer to a house', () => {
    expect(placeOf('Bản Nong, Xã Nặm Ét, Huyện Quỳnh Nhai, Tỉnh Sơn La')).toBe('Xã Nặm Ét, Huyện Quỳnh Nhai, Tỉnh Sơn La');
    expect(placeOf('Số 12 ngõ 3, phường Ngọc Hà , quận Ba Đình, Hà Nội, Việt Nam')).toBe('phường Ngọc Hà, quận Ba Đình, Hà Nội');
    expect(placeOf('12 Lê Lợi, Thị trấn Mường Giàng'.normalize('NFD'))).toBe('Thị trấn Mường Giàng');
  });

  it('is none where no commune is named: then nothing is asked', () => {
    expect(placeOf('')).toBeNull();
    expect(placeOf('Số 5, bản Nong')).toBeNull();
    expect(placeOf('Nguyễn Văn Xã, tổ 4')).toBeNull();
  });
});
