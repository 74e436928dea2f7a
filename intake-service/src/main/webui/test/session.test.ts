import { describe, expect, it } from 'vitest';
import { officerOf } from '../src/session/session';

const token = (claims: object) => {
  const bytes = new TextEncoder().encode(JSON.stringify(claims));
  const text = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `x.${text}.x`;
};

describe('an officer', () => {
  it('is read from the token, with diacritics', () => {
    expect(
      officerOf(
        token({
          sub: 's-1',
          name: 'Lò Thị Hoa',
          title: 'Công chức một cửa',
          unit: ['14-03712-20250701'],
          department: 'one-stop',
          realm_access: { roles: ['reception'] },
        }),
      ),
    ).toEqual({
      subject: 's-1',
      name: 'Lò Thị Hoa',
      title: 'Công chức một cửa',
      roles: ['reception'],
      units: ['14-03712-20250701'],
      department: 'one-stop',
    });
  });

  it('may have no unit and no department', () => {
    expect(officerOf(token({ sub: 's-2' }))).toMatchObject({ roles: [], units: [], department: null });
  });
});
