import { mkdirSync } from 'node:fs';
import { after, it } from 'node:test';
import { logIn, openWindow, startBrowser } from './browser.mjs';

const FAILED = new URL('../target/', import.meta.url).pathname;

let shared = null;
const browser = () => (shared ??= startBrowser());
after(async () => (await shared)?.close());

/**
 * A test with windows of its own: `desk(role)` logs an officer in, `plain()` opens a page. They are closed at its end, and
 * pictured in target/ where it failed.
 */
export const scene = (name, body) =>
  it(name, async () => {
    const opened = [];
    const keep = (window) => {
      opened.push(window);
      return window;
    };
    try {
      await body({
        desk: async (role, options) => keep(await logIn(await browser(), role, options)),
        plain: async (options) => keep(await openWindow(await browser(), options)),
      });
    } catch (error) {
      mkdirSync(FAILED, { recursive: true });
      const title = name.replace(/[^\w]+/g, '-').slice(0, 60);
      for (const [n, { page }] of opened.entries()) {
        await page.screenshot({ path: `${FAILED}${title}-${n}.png`, fullPage: true, timeout: 10_000 }).catch(() => undefined);
      }
      throw error;
    } finally {
      await Promise.all(opened.map(({ context }) => context.close()));
    }
  });

/** Scenes that rest on each other: after one has failed the others fail at once and say so. */
export function story() {
  let failed = null;
  return (name, body) =>
    scene(name, async (windows) => {
      if (failed) throw new Error(`not played, since it rests on: ${failed}`);
      failed = name;
      await body(windows);
      failed = null;
    });
}
