import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en as firstEn } from '../src/words/en';
import { laterEn } from '../src/words/later-en';
import { laterVi } from '../src/words/later-vi';
import { vi as firstVi } from '../src/words/vi';
import { language, named, words } from '../src/words/words';

const vi = { ...firstVi, ...laterVi };
const en = { ...firstEn, ...laterEn };

/** Names that both languages write alike. */
const SAME = ['app.name', 'app.title'];

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

/** The sources of the app, without what is generated and the words themselves. */
const sources = (readdirSync(`${__dirname}/../src`, { recursive: true }) as string[])
  .filter((file) => /\.tsx?$/.test(file) && !/generated|words[\\/](later-)?(vi|en)\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(__dirname, '../src', file), 'utf8') }));

const found = (pattern: RegExp) => sources.flatMap(({ file, text }) => [...text.matchAll(pattern)].map((match) => ({ file, word: match[1] ?? '' })));

/** Keys written out; keys put together from a family and a code. */
const literals = found(/'([a-z][\w-]*(?:\.[\w-]+)+)'/g);
const families = [...found(/(?:named|hasWord)\(\s*'([^']+)'/g), ...found(/words\(\s*`([^`$]+)\.\$\{/g)];

describe('words', () => {
  it('are there for every key that the app uses', () => {
    const used = found(/words\(\s*(?:[\w.!]+(?: === '[^']*')? \? )?'([^']+)'/g);
    expect(used.length).toBeGreaterThan(200);
    expect(used.filter(({ word }) => !Object.hasOwn(vi, word))).toEqual([]);
    const begun = (family: string) => Object.keys(vi).some((key) => key.startsWith(`${family}.`));
    expect(families.length).toBeGreaterThan(20);
    expect(families.filter(({ word }) => !begun(word))).toEqual([]);
  });

  it('are all used', () => {
    const used = new Set(literals.map(({ word }) => word));
    const ofFamily = (key: string) => families.some(({ word }) => key.startsWith(`${word}.`));
    expect(Object.keys(vi).filter((key) => !used.has(key) && !ofFamily(key))).toEqual([]);
  });

  it('are not the same in both languages by oversight', () => {
    const same = (Object.keys(vi) as (keyof typeof vi)[]).filter((key) => vi[key] === en[key] && /\p{L}{2,}/u.test(vi[key].replace(/\{\w+\}/g, '')));
    expect(same.filter((key) => !SAME.includes(key))).toEqual([]);
  });

  it('are complete in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [key, text] of [...Object.entries(vi), ...Object.entries(en)]) {
      expect(text.trim(), key).not.toBe('');
    }
  });

  it('of the first load and of rooms fetched later do not overwrite each other', () => {
    expect(Object.keys(laterVi).filter((key) => Object.hasOwn(firstVi, key))).toEqual([]);
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
