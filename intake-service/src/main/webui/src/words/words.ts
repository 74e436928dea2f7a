import { effect, signal } from '@preact/signals';
import { en } from './en';
import type { laterVi } from './later-vi';
import { vi } from './vi';

export type Key = keyof typeof vi | keyof typeof laterVi;
export type Language = 'vi' | 'en';

const CHOICE = 'desk.language';

export const messages = { vi, en } as Record<Language, Record<Key, string>>;

/** Takes the words of rooms that are fetched later, so that the first load stays small. */
export function learn(more: Record<Language, Partial<Record<Key, string>>>): void {
  Object.assign(messages.vi, more.vi);
  Object.assign(messages.en, more.en);
}

/** Vietnamese unless the officer chose otherwise. */
export const language = signal<Language>(localStorage.getItem(CHOICE) === 'en' ? 'en' : 'vi');

effect(() => {
  document.documentElement.lang = language.value;
});

export function speak(chosen: Language): void {
  language.value = chosen;
  localStorage.setItem(CHOICE, chosen);
}

/** A text of the chosen language; `{name}` is replaced by the argument of that name, `{n?day|days}` by the word for one or for many. */
export function words(key: Key, args: Record<string, string | number> = {}): string {
  return messages[language.value][key]
    .replace(/\{(\w+)\?([^|}]*)\|([^}]*)\}/g, (_, name: string, one: string, many: string) => (Number(args[name]) === 1 ? one : many))
    .replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
}

const isKey = (key: string): key is Key => Object.hasOwn(messages.vi, key);

/** The word for a code of the services, as `stage.RECEIVED`; a code nobody has a word for is shown as it is. */
export function named(family: string, code: string | null | undefined): string {
  if (!code) return '–';
  const key = `${family}.${code}`;
  return isKey(key) ? words(key) : code;
}

/** Whether there is a word for a code. */
export const hasWord = (family: string, code: string): boolean => isKey(`${family}.${code}`);
