// The five steps by hand: a copy certified from the counter to the person's hand, each officer in a window of their own.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { dossier, RESULT, until } from '../lib/api.mjs';
import { pressUntil, scan, tabTo } from '../lib/browser.mjs';
import { story } from '../lib/scene.mjs';

describe('a certified copy, by keyboard only', () => {
  const owner = `Quàng Thị Vui ${Date.now() % 100000}`;
  const scene = story();
  let id;
  let code;

  scene('is opened, checked and received at the counter; the slip is printed', async ({ desk }) => {
    const { page } = await desk('reception');
    await page.locator('h1').waitFor();
    await page.keyboard.press('F2');
    await page.keyboard.type('2.000815');
    await page.keyboard.press('Enter');
    await page.waitForURL(/counter\/new\/2\.000815/);
    await page.locator('input:focus').waitFor();
    await page.keyboard.type(owner);
    await tabTo(page, page.getByLabel('Số trang của giấy tờ 1'));
    await page.keyboard.type('3');
    await tabTo(page, page.getByLabel('Số bản sao của giấy tờ 1'));
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await page.waitForURL(/counter\/[0-9a-f-]{36}$/);
    id = page.url().split('/').at(-1);
    await page.getByText('Mã PIN chỉ hiện lần này').waitFor();
    assert.match(await page.locator('.pin dd').nth(1).innerText(), /^\d{3} \d{3}$/);

    assert.equal(await page.getByRole('button', { name: /TIẾP NHẬN/ }).count(), 0, 'no button before the papers are complete');
    await page.keyboard.press('F6');
    await page.getByRole('button', { name: /TIẾP NHẬN/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.form-view').waitFor();
    await page.waitForFunction(() => window.printed > 0);
    code = await page.locator('.dossier .code').first().innerText();
    assert.match(code, /^H52\.712\.00-\d{6}-\d{4}$/);
    const slip = await page.locator('.form-view .paper').evaluate((host) => host.shadowRoot.textContent);
    assert.ok(slip.includes(code) && slip.includes(owner), 'the slip says code and owner');
    await page.keyboard.press('Escape');
    await page.locator('.form-view').waitFor({ state: 'detached' });
    await page.getByText('Đang giải quyết', { exact: true }).waitFor();
  });

  scene('is claimed as the next case, gets its result and is proposed', async ({ desk }) => {
    const { page } = await desk('specialist');
    await tabTo(page, page.getByRole('link', { name: code }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/queue\/[0-9a-f-]{36}$/);
    await page.getByText(owner).first().waitFor();
    await page.getByRole('button', { name: 'Nhận giải quyết' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Anh/chị giữ hồ sơ đến').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await tabTo(page, page.getByRole('button', { name: 'Tải tệp kết quả lên' }));
    await page.keyboard.press('u');
    await (await chooser).setFiles({ name: 'ket-qua.png', mimeType: 'image/png', buffer: RESULT });
    await page.getByRole('button', { name: /Trình ký/ }).waitFor();
    await pressUntil(page, 'Enter', page.locator('.act-form'));
    await page.keyboard.press('Enter');
    await page.getByText('đã trình ký').waitFor();
  });

  scene('is signed by the chair after one sentence', async ({ desk }) => {
    const { page } = await desk('approver');
    await page.waitForURL(/signing$/);
    await tabTo(page, page.getByRole('link', { name: new RegExp(owner) }));
    await page.keyboard.press('Enter');
    await page.locator('.file-view img').waitFor();
    await page.getByRole('button', { name: /KÝ và ban hành/ }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Ban hành kết quả, thời hạn dừng lại tại đây.').waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await until(() => dossier(id), (found) => found.stage === 'DECIDED', 'the decision');
  });

  scene('is not handed over while its fee is open', async ({ desk }) => {
    const { page } = await desk('reception', { path: `/desk/counter/${id}` });
    await page.getByText('Còn phải thu 10.000 đ').waitFor();
    await page.getByText('mời người dân sang bộ phận thu phí trước').waitFor();
    assert.equal(await page.getByRole('button', { name: /TRẢ KẾT QUẢ/ }).count(), 0);
  });

  scene('is paid at the cashier, found by the code on the slip', async ({ desk }) => {
    const { page } = await desk('cashier');
    await page.locator('h1').waitFor();
    await scan(page, code);
    await page.waitForURL(new RegExp(id));
    await page.getByRole('button', { name: /THU 10\.000/ }).waitFor();
    await pressUntil(page, 'Enter', page.locator('.act-form'));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText(`Ghi đã thu 10.000 đ`).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Đã thu đủ').waitFor();
  });

  scene('is handed over to its owner against the slip', async ({ desk }) => {
    const { page } = await desk('reception', { path: `/desk/returns/${id}` });
    await page.getByRole('button', { name: /TRẢ KẾT QUẢ/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText(`Ghi đã trả kết quả cho ${owner}`).waitFor();
    await page.keyboard.press('Enter');
    await until(() => dossier(id), (found) => found.stage === 'RETURNED', 'the hand-over');
  });

  scene('tells everything in its history', async ({ desk }) => {
    const { page } = await desk('auditor', { path: `/desk/history/${id}` });
    const table = page.locator('table').first();
    await table.waitFor();
    for (const what of ['Mở hồ sơ', 'Tiếp nhận', 'Chuyển giải quyết', 'Ban hành kết quả', 'Thu tiền', 'Trả kết quả']) {
      await table.getByText(what, { exact: true }).first().waitFor();
    }
    await page.getByRole('button', { name: /^In: Giấy tiếp nhận hồ sơ và hẹn trả kết quả/ }).waitFor();
  });
});
