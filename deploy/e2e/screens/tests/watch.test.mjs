// What slips and what moves: a late dossier is told to its officers and apologised for; a changed calendar moves dates when a leader says so.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { act, BIRTH, call, dossier, MARITAL_STATUS, open, presentAll, received, UNIT, until } from '../lib/api.mjs';
import { findings, overflow, settle } from '../lib/browser.mjs';
import { story } from '../lib/scene.mjs';

const day = (at) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);

/** The n-th working day after today, before it where n is negative, by the published calendar. */
async function workingDay(n) {
  const days = new Map();
  const today = Date.now();
  for (const year of new Set([day(today).slice(0, 4), day(today + Math.sign(n) * 20 * 86_400_000).slice(0, 4)])) {
    const calendar = await call('bien.editor', 'GET', `/api/catalog/calendars/VN/${year}`);
    calendar.days.forEach((one) => days.set(one.date, one.kind));
  }
  let left = Math.abs(n);
  for (let at = today; ; ) {
    at += Math.sign(n) * 86_400_000;
    const weekday = new Date(at + 7 * 3_600_000).getUTCDay();
    const kind = days.get(day(at));
    if (kind === 'WORKING_SWAP' || (kind !== 'DAY_OFF' && weekday !== 0 && weekday !== 6)) left--;
    if (left === 0) return day(at);
  }
}

describe('a late dossier', () => {
  const scene = story();
  let id;

  scene('stands among what needs attention, and an officer takes it on', async ({ desk }) => {
    id = (await open(BIRTH, 'Lò Văn Muộn', { channel: 'POST' })).id;
    await presentAll(id);
    await act('hoa.reception', id, { action: 'SUBMIT', handOverAt: `${await workingDay(-1)}T09:00:00+07:00` });
    await act('hoa.reception', id, { action: 'RECEIVE' });
    const { code } = await until(() => dossier(id), (one) => one.stage === 'IN_PROCESS' || one.stage === 'RECEIVED', 'the receipt');
    if ((await dossier(id)).stage === 'RECEIVED') await act('hoa.reception', id, { action: 'TRANSFER' });
    const { page } = await desk('director', { path: '/desk/watch' });
    const task = page.getByRole('listitem').filter({ hasText: code }).filter({ hasText: 'Đã quá hạn' });
    await task.waitFor({ timeout: 120_000 });
    await settle(page);
    assert.deepEqual(await findings(page), []);
    assert.ok((await overflow(page)) <= 0);
    await task.getByRole('button', { name: 'Tôi xử lý việc này' }).click();
    await task.waitFor({ state: 'detached' });
  });

  scene('is apologised for by the director with form 04; the date by law stays', async ({ desk }) => {
    const before = await dossier(id);
    const promised = await workingDay(2);
    const { page } = await desk('director', { path: `/desk/counter/${id}` });
    await page.getByRole('button', { name: /Xin lỗi và hẹn lại/ }).click();
    await page.locator('.act-form').getByLabel('Nêu rõ cho người dân').fill('Chờ xác minh tại xã cũ của người nộp');
    await page.locator('.act-form').getByLabel('Hẹn trả lại vào').fill(`${promised}T09:00`);
    await page.locator('.act-form').getByRole('button', { name: /Xin lỗi và hẹn lại/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /Xin lỗi và hẹn lại/ }).click();
    const after = await until(() => dossier(id), (one) => one.clock.promised !== null, 'the promise');
    assert.equal(Date.parse(after.clock.promised), Date.parse(`${promised}T09:00:00+07:00`));
    assert.equal(after.clock.due, before.clock.due);
    const forms = (await call('hoa.reception', 'GET', `/api/intake/dossiers/${id}/forms`)).items;
    assert.ok(forms.some((form) => form.form === '04'));
  });
});

describe('a changed calendar', () => {
  const scene = story();

  scene('is looked through first and moves dates when the director says so', async ({ desk }) => {
    const one = await dossier((await received(MARITAL_STATUS, 'Cà Thị Lịch')).id);
    const off = await workingDay(1);
    const year = off.slice(0, 4);
    const before = await call('bien.editor', 'GET', `/api/catalog/calendars/${UNIT}/${year}`).catch(() => null);
    await call('bien.editor', 'POST', `/api/catalog/calendars/${UNIT}/${year}/versions`, {
      etag: `"${before?.version ?? 0}"`,
      body: {
        ...(before ? { days: before.days, halfDays: before.halfDays, officeHours: before.officeHours, receptionHours: before.receptionHours } : {}),
        days: [...(before?.days ?? []), { date: off, kind: 'DAY_OFF', name: 'Ngày truyền thống của xã', provisional: false, source: 'Thông báo của xã' }],
        provisional: false,
        source: 'Thông báo của xã',
        reason: 'Ngày truyền thống của xã',
      },
    });
    const run = await until(
      async () => (await call('giam.director', 'GET', '/api/intake/redatings?limit=5')).items.find((each) => each.state === 'READY' && each.moved > 0),
      (found) => found !== undefined,
      'the look through the dossiers',
      150,
    );
    const { page } = await desk('director', { path: '/desk/dates' });
    await page.getByRole('link', { name: /hồ sơ đổi ngày hẹn trả/ }).first().click();
    await page.waitForURL(new RegExp(run.id));
    await page.getByText('Ngày truyền thống của xã').first().waitFor();
    await page.getByText(one.code).first().waitFor();
    assert.deepEqual(await findings(page), []);
    await page.getByRole('button', { name: /Áp dụng ngày hẹn mới/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /Áp dụng ngày hẹn mới/ }).click();
    const after = await until(() => dossier(one.id), (found) => found.clock.due !== one.clock.due, 'the new date');
    assert.ok(Date.parse(after.clock.due) > Date.parse(one.clock.due), 'a day off more never shortens');
    assert.equal(after.clock.originalDue, one.clock.originalDue);
  });
});
