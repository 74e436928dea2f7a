import { afterEach, describe, expect, it } from 'vitest';
import { remaining } from '../src/parts/due';
import { hearClock, legalDay, now, onPaper, plusDays, startOfDay, when } from '../src/time/legal';
import { isWorkingDay, noDaysOff, standing, workingDaysLeft } from '../src/time/standing';
import { language } from '../src/words/words';

// Tuesday 24 November 2026, 14:00 in Hà Nội
const NOW = Date.parse('2026-11-24T07:00:00Z');

afterEach(() => {
  language.value = 'vi';
});

describe('legal time', () => {
  it('is that of Việt Nam wherever the device stands', () => {
    expect(legalDay('2026-11-24T17:30:00Z')).toBe('2026-11-25');
    expect(onPaper('2026-11-24T08:01:00Z')).toBe('15:01 24/11/2026');
    expect(startOfDay('2026-11-25')).toBe('2026-11-24T17:00:00.000Z');
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('is said in the nearest words', () => {
    now.value = NOW;
    expect(when('2026-11-24T10:00:00Z')).toBe('17:00 hôm nay');
    language.value = 'en';
    expect(when('2026-11-25T03:05:00Z')).toBe('10:05 tomorrow');
    expect(when('2026-11-30T03:05:00Z')).toBe('10:05 30/11/2026');
  });

  it('follows the legal clock of the services, not the device, and not a server without one', () => {
    hearClock(new Headers({ 'Legal-Time': '2030-01-01T00:00:00Z' }));
    hearClock(new Headers({ Date: 'Tue, 24 Nov 2026 07:00:00 GMT' }));
    expect(legalDay(now.value)).toBe('2030-01-01');
  });
});

describe('standing', () => {
  const clock = (due: string | null) => ({ due, paused: false, ended: false });

  it('is amber within two working days, over a weekend too', () => {
    expect(standing(clock('2026-11-26T10:00:00Z'), NOW, noDaysOff)).toBe('soon');
    expect(standing(clock('2026-11-27T10:00:00Z'), NOW, noDaysOff)).toBe('left');
    const friday = Date.parse('2026-11-27T07:00:00Z');
    expect(standing(clock('2026-12-01T10:00:00Z'), friday, noDaysOff)).toBe('soon');
  });

  it('is red from the due instant on, grey while paused or ended', () => {
    expect(standing(clock('2026-11-24T06:59:00Z'), NOW, noDaysOff)).toBe('late');
    expect(standing({ due: '2026-11-20T00:00:00Z', paused: true, ended: false }, NOW, noDaysOff)).toBe('paused');
    expect(standing({ due: '2026-11-20T00:00:00Z', paused: false, ended: true }, NOW, noDaysOff)).toBe('ended');
    expect(standing(clock(null), NOW, noDaysOff)).toBe('none');
  });

  it('knows days off and working Saturdays', () => {
    const days = { off: new Set(['2026-11-25']), swapped: new Set(['2026-11-28']) };
    expect(isWorkingDay('2026-11-25', days)).toBe(false);
    expect(isWorkingDay('2026-11-28', days)).toBe(true);
    expect(workingDaysLeft(NOW, '2026-11-28T10:00:00Z', days)).toBe(3);
  });

  it('is told in minutes, hours, then working days', () => {
    language.value = 'en';
    expect(remaining('2026-11-24T07:25:00Z', NOW, noDaysOff)).toBe('25 min left');
    expect(remaining('2026-11-24T10:00:00Z', NOW, noDaysOff)).toBe('3 h left');
    expect(remaining('2026-11-26T10:00:00Z', NOW, noDaysOff)).toBe('2 working days left');
    expect(remaining('2026-11-21T07:00:00Z', NOW, noDaysOff)).toBe('3 days late');
  });
});
