import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { BASE } from './api.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** For one thing on the screen, in milliseconds: a busy machine with two cores is no failure. */
const PATIENCE = Number(process.env.PATIENCE ?? 45_000);

export const OFFICERS = {
  reception: 'hoa.reception',
  cashier: 'thu.cashier',
  specialist: 'tu.specialist',
  economist: 'kinh.specialist',
  approver: 'chu.chair',
  director: 'giam.director',
  auditor: 'kiem.auditor',
  editor: 'bien.editor',
  citizen: 'vui.citizen',
};

/** @param more arguments of Chromium besides the usual ones */
export function startBrowser(...more) {
  if (!existsSync(executablePath)) {
    throw new Error(`No Chromium at ${executablePath}: install it (Debian: apt-get install chromium) or name yours in CHROMIUM.`);
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...more],
  });
}

/** What a window did that it must not: requests to others, errors, breaches of the policy. */
function watch(page) {
  const seen = { foreign: [], errors: [], policies: [] };
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(BASE) && !/^(blob|data|chrome-extension):/.test(url)) seen.foreign.push(url);
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text())) seen.errors.push(message.text());
  });
  page.on('response', (response) => {
    if (response.url().startsWith(`${BASE}/desk/`) && response.request().isNavigationRequest()) {
      seen.policies.push(response.headers()['content-security-policy'] ?? '');
    }
  });
  return seen;
}

/** A window on anything of the suite, logged in nowhere. */
export async function openWindow(chromiumHere, { width = 1366, height = 768, language = 'vi', javaScript = true } = {}) {
  const context = await chromiumHere.newContext({
    viewport: { width, height },
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    reducedMotion: 'reduce',
    baseURL: BASE,
    javaScriptEnabled: javaScript,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  return { page, context, seen: watch(page) };
}

/** A window of an officer at the desk, in Vietnamese unless told otherwise. */
export async function logIn(chromiumHere, role, { path = '/desk/', ...more } = {}) {
  const window = await openWindow(chromiumHere, more);
  const { page, context } = window;
  await context.addInitScript((chosen) => {
    if (location.pathname.startsWith('/desk') && !localStorage.getItem('desk.language')) localStorage.setItem('desk.language', chosen);
    window.print = () => {
      window.printed = (window.printed ?? 0) + 1;
    };
  }, more.language ?? 'vi');
  await page.goto(path);
  await page.locator('#username').fill(OFFICERS[role]);
  await page.locator('#password').fill('demo');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname.startsWith('/desk/') && !url.search.includes('code='));
  await page.locator(role === 'citizen' ? 'main' : '.desk').waitFor();
  return window;
}

/** Findings of axe on the page as it stands. */
export async function findings(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], iframes: false }),
  );
  return result.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id} (${violation.impact}): ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** Up to five elements that reach beside the window, or whose text does, innermost first, for whoever has to find them. */
export const sticking = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        const text = getComputedStyle(one).overflowX === 'visible' ? left + one.scrollWidth : right;
        return Math.max(right, text) > window.innerWidth + 1;
      })
      .reverse()
      .slice(0, 5)
      .map((one) => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect().right)} ${one.textContent.slice(0, 40)}`),
  );

/** Pixels by which the page is wider than its window. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Until nothing more is being read; what reads for ever is no reason to wait. */
export const settle = (page) => page.waitForLoadState('networkidle', { timeout: 8_000 }).catch(() => undefined);

/** Presses Tab until the thing has the focus, as one without a mouse does. */
export async function tabTo(page, target, most = 80) {
  await target.waitFor();
  for (let pressed = 0; pressed < most; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached with ${most} times Tab: ${target}`);
}

/** What a hand scanner does: it types a key every 4 ms without waiting for the page, and ends with Enter. */
export async function scan(page, text) {
  const keyboard = await page.context().newCDPSession(page);
  const begun = Date.now() / 1000;
  const press = (type, key, n) =>
    keyboard.send('Input.dispatchKeyEvent', {
      type,
      key,
      timestamp: begun + n * 0.004,
      ...(type === 'keyDown' ? { text: key === 'Enter' ? '\r' : key } : {}),
      windowsVirtualKeyCode: key === 'Enter' ? 13 : 0,
    });
  await Promise.all([...text, 'Enter'].flatMap((key, n) => [press('keyDown', key, n), press('keyUp', key, n)]));
}

/** Presses a key until it had its effect: right after a scan the desk leaves Enter alone for a moment. */
export async function pressUntil(page, key, target) {
  const end = Date.now() + PATIENCE;
  do {
    await page.keyboard.press(key);
    if (await target.waitFor({ timeout: 800 }).then(() => true, () => false)) return;
  } while (Date.now() < end);
  throw new Error(`${key} had no effect: ${target}`);
}
