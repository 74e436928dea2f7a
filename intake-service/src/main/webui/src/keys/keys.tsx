import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ScannerBuffer } from './scanner';

/** Single letters act only where nobody types, and not at all if the officer turns them off (WCAG 2.1.4). */
const CHOICE = 'desk.letters';
export const letters = signal(localStorage.getItem(CHOICE) !== 'off');

export function turnLetters(on: boolean): void {
  letters.value = on;
  localStorage.setItem(CHOICE, on ? 'on' : 'off');
}

type Handler = () => void;
const handlers = new Map<string, Handler[]>();
const scanner = new ScannerBuffer();
let onScan: ((text: string) => void) | null = null;

/** Takes what a hand scanner types while no field has the focus. */
export function takeScans(handler: (text: string) => void): void {
  onScan = handler;
}

function typesInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Enter presses what has the focus before it presses the main button; in the one-line fields of an act it sends the act. */
function hasOwnEnter(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    !(target instanceof HTMLInputElement && target.closest('.act-form')) &&
    (typesInto(target) || target.closest('a, button, summary, [role="option"], dialog') !== null)
  );
}

function press(event: KeyboardEvent): void {
  const typing = typesInto(event.target);
  if (!typing) {
    // When the key was pressed, not when a busy page came round to it: a scan stays a scan.
    const at = event.timeStamp;
    const scanned = event.ctrlKey || event.altKey || event.metaKey ? null : scanner.key(event.key, at);
    if (scanned !== null) {
      event.preventDefault();
      onScan?.(scanned);
      return;
    }
    if (event.key === 'Enter' && scanner.typing(at)) {
      event.preventDefault();
      return;
    }
  }
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const letter = event.key.length === 1;
  if (event.defaultPrevented || event.altKey || event.metaKey || event.repeat) return;
  if (letter && (typing || event.ctrlKey || !letters.value)) return;
  if (key === 'Enter' && !event.ctrlKey && hasOwnEnter(event.target)) return;
  // An open dialog has its own Enter and Escape: nothing behind it acts or closes.
  if (document.querySelector('dialog[open]')) return;
  const handler = handlers.get(key)?.at(-1);
  if (handler) {
    event.preventDefault();
    handler();
  }
}

addEventListener('keydown', press);

/** The newest one who asked for a key has it. */
export function useKey(key: string | undefined, handler: Handler, enabled = true): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    if (!key || !enabled) return;
    const mine = () => latest.current();
    const all = handlers.get(key) ?? [];
    all.push(mine);
    handlers.set(key, all);
    return () => {
      all.splice(all.indexOf(mine), 1);
    };
  }, [key, enabled]);
}

interface KeyButtonProps {
  /** As the event names it: Enter, F8, N. */
  shortcut?: string;
  main?: boolean;
  danger?: boolean;
  busy?: boolean;
  describedBy?: string;
  onPress: Handler;
  children: ComponentChildren;
}

/** A button with its key on it. */
export function KeyButton({ shortcut, main, danger, busy, describedBy, onPress, children }: KeyButtonProps) {
  useKey(shortcut, onPress, !busy);
  return (
    <button
      type="button"
      class={main ? 'main' : danger ? 'quiet danger' : 'quiet'}
      aria-keyshortcuts={shortcut}
      aria-disabled={busy ? 'true' : undefined}
      aria-describedby={describedBy}
      onClick={() => {
        if (!busy) onPress();
      }}
    >
      {shortcut ? <kbd>{shortcut === 'Enter' ? 'Enter ↵' : shortcut}</kbd> : null}
      <span>{children}</span>
    </button>
  );
}
