// A department's queue as its people and their director use it: why first, the next case, who is away, many cases at once, the board.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { awaitCase, BIRTH, call, caseOf, onCase, received, UNIT, until } from '../lib/api.mjs';
import { findings, overflow, settle } from '../lib/browser.mjs';
import { scene, story } from '../lib/scene.mjs';

const OWNER = () => `Quàng Thị Ban ${Date.now() % 100000}`;
const ECONOMIST = 'kinh.specialist';
const DIRECTOR = 'giam.director';

/** A received dossier whose case lies in the department of economy, with nobody. */
async function atEconomy() {
  const opened = await received(BIRTH, OWNER());
  const one = await awaitCase(opened.id);
  await onCase(DIRECTOR, await caseOf(opened.id, DIRECTOR), { action: 'HAND_ON', toDepartment: 'economy' });
  return { ...opened, caseId: one.id };
}

/** What the economist holds is given back, so that the next one can be taken. */
async function emptyHands() {
  const held = await call(ECONOMIST, 'GET', `/api/processing/departments/economy/cases?unit=${UNIT}&show=MINE&limit=100`);
  for (const one of held.items) await onCase(ECONOMIST, one, { action: 'RELEASE', fence: one.holder.fence });
  const away = await call(ECONOMIST, 'GET', `/api/processing/absences?unit=${UNIT}&department=economy&mine=true`);
  for (const each of away.items) {
    await call(ECONOMIST, 'POST', `/api/processing/absences/${each.id}/actions`, { etag: `"${each.revision}"`, body: { action: 'END' } });
  }
}

async function sound(page) {
  await settle(page);
  assert.deepEqual(await findings(page), []);
  assert.ok((await overflow(page)) <= 0, 'nothing is wider than the window');
}

describe('a queue', () => {
  const tell = story();
  let one;

  tell('gives the next case at the press of a key, and counts it as mine', async ({ desk }) => {
    await emptyHands();
    one = await atEconomy();
    const { page } = await desk('economist', { path: '/desk/queue' });
    await page.getByRole('row', { name: new RegExp(one.code) }).waitFor();
    await page.getByText(/đã dùng \d+ % thời gian/).first().waitFor();
    await sound(page);
    await page.keyboard.press('n');
    await page.waitForURL(/queue\/[0-9a-f-]{36}$/);
    await page.getByText('Anh/chị giữ hồ sơ đến').waitFor();
    await page.locator('aside').getByRole('link', { name: 'Quay lại' }).click();
    await page.getByRole('button', { name: /^[1-9]\S* của tôi$/ }).click();
    await page.getByRole('row').filter({ hasText: 'tôi' }).first().waitFor();
  });

  tell('is looked through by the end of a code', async ({ desk }) => {
    const { page } = await desk('economist', { path: '/desk/queue', width: 360, height: 780 });
    await page.getByText('Tìm trong danh sách').click();
    await page.getByLabel('Mã hồ sơ hoặc thủ tục').fill(one.code.slice(-11));
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByRole('link', { name: one.code }).waitFor();
    await until(() => page.locator('table.cards tbody tr').count(), (rows) => rows === 1, 'the one row');
    await sound(page);
    await page.getByLabel('Mã hồ sơ hoặc thủ tục').fill('khong co thu tuc nay');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByText(/Không có hồ sơ nào như vậy|Chưa thấy hồ sơ nào như vậy/).waitFor();
  });

  tell('gives nothing to who is away, and takes back what they held', async ({ desk }) => {
    await emptyHands();
    const mine = await atEconomy();
    await onCase(ECONOMIST, await caseOf(mine.id, ECONOMIST), { action: 'CLAIM' });
    const { page } = await desk('economist', { path: '/desk/queue' });
    await page.getByText('Tôi vắng mặt').click();
    const tomorrow = new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 16);
    await page.getByLabel(/Vắng đến/).fill(tomorrow);
    await page.getByRole('button', { name: 'Ghi nhận vắng mặt' }).click();
    await page.getByText(/0 hồ sơ giao người làm thay, [1-9]\d* hồ sơ về danh sách/).waitFor();
    assert.equal((await caseOf(mine.id, ECONOMIST)).state, 'OPEN');
    await sound(page);
    await page.getByRole('button', { name: /Nhận hồ sơ tiếp theo/ }).click();
    await page.getByText('Anh/chị đang vắng mặt').waitFor();
    await page.getByRole('button', { name: 'Kết thúc vắng mặt' }).click();
    await page.getByRole('button', { name: 'Kết thúc vắng mặt' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /Nhận hồ sơ tiếp theo/ }).click();
    await page.waitForURL(/queue\/[0-9a-f-]{36}$/);
  });

  scene('is given back by an officer who logs out', async ({ desk }) => {
    await emptyHands();
    const mine = await atEconomy();
    await onCase(ECONOMIST, await caseOf(mine.id, ECONOMIST), { action: 'CLAIM' });
    const { page } = await desk('economist', { path: '/desk/queue' });
    await page.locator('.account summary').click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.locator('#username').waitFor();
    await until(() => caseOf(mine.id, ECONOMIST), (found) => found.state === 'OPEN', 'the release');
  });
});

describe('the board', () => {
  for (const width of [1366, 360]) {
    scene(`opens the cases behind a figure, and many are given to one officer at ${width} px`, async ({ desk }) => {
      const cases = [await atEconomy(), await atEconomy()];
      // the economist is known to the department
      const known = await atEconomy();
      const claimed = await onCase(ECONOMIST, await caseOf(known.id, ECONOMIST), { action: 'CLAIM' });
      await onCase(ECONOMIST, claimed, { action: 'RELEASE', fence: claimed.holder.fence });
      const { page } = await desk('director', { path: '/desk/board', width, height: 780 });
      await page.getByRole('heading', { name: 'Theo phòng' }).waitFor();
      await sound(page);
      await page.getByRole('button', { name: /chưa ai nhận, Phòng Kinh tế/ }).click();
      await page.waitForURL(/desk\/queue$/);
      for (const each of cases) await page.getByLabel(`Chọn ${each.code}`).check();
      await page.getByText('Đã chọn 2 hồ sơ').waitFor();
      await page.getByLabel('Giao cho').selectOption({ index: 1 });
      await sound(page);
      await page.getByRole('button', { name: 'Giao các hồ sơ đã chọn' }).click();
      await page.getByRole('dialog').getByText(/Giao 2 hồ sơ cho/).waitFor();
      await page.getByRole('dialog').getByRole('button', { name: /Giao cho cán bộ|Giao/ }).first().click();
      for (const each of cases) {
        await until(() => caseOf(each.id, DIRECTOR), (found) => found.state === 'CLAIMED', 'the new holder');
      }
      await emptyHands();
    });
  }
});
