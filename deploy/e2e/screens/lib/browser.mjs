import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { BASE } from './api.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const installed = existsSync(executablePath);

export const OFFICERS = {
  reception: 'hoa.reception',
  cashier: 'thu.cashier',
  specialist: 'tu.specialist',
  approver: 'chu.chair',
  director: 'giam.director',
  auditor: 'kiem.auditor',
  citizen: 'vui.citizen',
};

export const startBrowser = () =>
  chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

/** What a window did that it must not: requests to others, errors, breaches of the policy. */
export function watch(page) {
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

/** A window of an officer, logged in, in Vietnamese unless told otherwise. */
export async function logIn(browser, role, { width = 1366, height = 768, language = 'vi', path = '/desk/' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN', reducedMotion: 'reduce', baseURL: BASE });
  await context.addInitScript((chosen) => {
    if (location.pathname.startsWith('/desk')) localStorage.setItem('desk.language', chosen);
    window.print = () => {
      window.printed = (window.printed ?? 0) + 1;
    };
  }, language);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const seen = watch(page);
  await page.goto(path);
  await page.locator('#username').fill(OFFICERS[role]);
  await page.locator('#password').fill('demo');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname.startsWith('/desk/') && !url.search.includes('code='));
  await page.locator(role === 'citizen' ? 'main' : '.desk').waitFor();
  return { page, context, seen };
}

/** Serious findings of axe on the page as it stands. */
export async function findings(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], iframes: false }),
  );
  return result.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id} (${violation.impact}): ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** Pixels by which the page is wider than its window. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

export const settle = async (page) => {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(300);
};
