import { describe, expect, it } from 'vitest';
import { en } from '../src/words/en';
import { vi } from '../src/words/vi';
import { language, named, words } from '../src/words/words';

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('words', () => {
  it('are complete in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [key, text] of [...Object.entries(vi), ...Object.entries(en)]) {
      expect(text.trim(), key).not.toBe('');
    }
  });

  it('have the same holes in both languages', () => {
    for (const key of Object.keys(vi) as (keyof typeof vi)[]) {
      expect(holes(en[key]), key).toEqual(holes(vi[key]));
    }
  });

  it('are composed, so that every font and search finds them', () => {
    for (const [key, text] of Object.entries(vi)) {
      expect(text, key).toBe(text.normalize('NFC'));
    }
  });

  it('fill what they are given and leave an unknown hole in sight', () => {
    language.value = 'en';
    expect(words('due.received', { at: '10:12' })).toBe('Counts from 10:12');
    expect(words('due.received')).toBe('Counts from {at}');
    language.value = 'vi';
  });

  it('count one and many', () => {
    language.value = 'en';
    expect(words('due.in.days', { n: 1 })).toBe('1 working day left');
    expect(words('due.in.days', { n: 4 })).toBe('4 working days left');
    language.value = 'vi';
  });

  it('show a code nobody has a word for as it is', () => {
    expect(named('reason', 'SOMETHING_NEW')).toBe('SOMETHING_NEW');
    expect(named('reason', null)).toBe('–');
  });
});
