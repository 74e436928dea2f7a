// What a case may need before its result: money, more time, another department; and a dossier that came by post.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { awaitCase, BIRTH, claimed, COPY, dossier, MARITAL_STATUS, until } from '../lib/api.mjs';
import { scene } from '../lib/scene.mjs';

const OWNER = () => `Lò Thị Ính ${Date.now() % 100000}`;

describe('a case', () => {
  scene('asks the person for money, stands still until it is paid at the cashier, and goes on', async ({ desk }) => {
    const owner = OWNER();
    const amount = 100_000 + (Date.now() % 90_000);
    const dong = `${new Intl.NumberFormat('vi').format(amount)} đ`;
    const opened = await claimed(BIRTH, owner);
    const one = await awaitCase(opened.id, (found) => found.state === 'CLAIMED');
    const { page } = await desk('specialist', { path: `/desk/queue/${one.id}` });
    await page.getByRole('button', { name: /Yêu cầu nộp tiền/ }).click();
    await page.getByLabel(/Số tiền/).fill(String(amount));
    await page.locator('.act-form').getByRole('button', { name: /Yêu cầu nộp tiền/ }).click();
    await page.getByRole('dialog').getByText(`Yêu cầu người dân nộp ${dong}, thời hạn tạm dừng đến khi nộp đủ.`).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: /Yêu cầu nộp tiền/ }).click();
    await page.getByText('tạm dừng, chờ nộp tiền').waitFor();
    await until(() => dossier(opened.id), (found) => found.stage === 'AWAITING_PAYMENT', 'the request');

    const cashier = await desk('cashier');
    await cashier.page.getByRole('link', { name: dong }).click();
    await cashier.page.getByRole('button', { name: `THU ${dong}` }).click();
    await cashier.page.locator('.act-form').getByRole('button', { name: `THU ${dong}` }).click();
    await cashier.page.getByRole('dialog').getByText(`Ghi đã thu ${dong}`).waitFor();
    await cashier.page.getByRole('dialog').getByRole('button', { name: /Thu tiền/ }).click();
    await cashier.page.getByText('Đã thu đủ').waitFor();
    await cashier.page.getByText('Đang giải quyết', { exact: true }).waitFor();
    await awaitCase(opened.id, (found) => found.state !== 'PAUSED');
    await page.getByText('tạm dừng, chờ nộp tiền').waitFor({ state: 'detached' });
  });

  scene('that needs longer asks for it, and the director grants it with an apology', async ({ desk }) => {
    const opened = await claimed(MARITAL_STATUS, OWNER());
    const one = await awaitCase(opened.id, (found) => found.state === 'CLAIMED');
    const later = new Date(Date.parse(one.due) + 7 * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 16);
    const { page } = await desk('specialist', { path: `/desk/queue/${one.id}` });
    await page.getByRole('button', { name: /Đề nghị gia hạn/ }).click();
    await page.getByLabel(/Hẹn lại đến/).fill(later);
    await page.locator('.act-form').getByRole('button', { name: /Đề nghị gia hạn/ }).click();
    await page.getByText(/Đề nghị gia hạn đến .*: Cần xác minh thêm/).waitFor();

    const director = await desk('director', { path: '/desk/queue' });
    await director.page.getByLabel('Phòng').selectOption('office');
    await director.page.getByRole('row', { name: new RegExp(opened.code) }).getByText('đề nghị gia hạn').waitFor();
    await director.page.getByRole('link', { name: opened.code }).click();
    await director.page.getByRole('button', { name: /Gia hạn/ }).click();
    await director.page.getByRole('dialog').getByText(/Gia hạn đến .* kèm thư xin lỗi; chỉ được gia hạn một lần/).waitFor();
    await director.page.getByRole('dialog').getByRole('button', { name: /Gia hạn/ }).click();
    const after = await until(() => dossier(opened.id), (found) => found.clock.due !== one.due, 'the new date');
    assert.equal(after.clock.originalDue, one.due, 'the date first promised is kept');
    await director.page.getByRole('link', { name: 'Quá trình xử lý' }).click();
    await director.page.getByText('Gia hạn', { exact: true }).first().waitFor();
    await director.page.getByText('Gia hạn thời gian giải quyết hồ sơ').waitFor();
    const counter = await desk('reception', { path: `/desk/counter/${opened.id}` });
    await counter.page.getByText(/Hạn ban đầu/).waitFor();
  });

  scene('that belongs to another department is handed on and found there', async ({ desk }) => {
    const opened = await claimed(BIRTH, OWNER());
    const one = await awaitCase(opened.id, (found) => found.state === 'CLAIMED');
    const { page } = await desk('specialist', { path: `/desk/queue/${one.id}` });
    await page.getByRole('button', { name: /Chuyển phòng, đơn vị khác/ }).click();
    await page.getByLabel('Chuyển đến').selectOption('economy');
    await page.locator('.act-form').getByRole('button', { name: /Chuyển phòng, đơn vị khác/ }).click();
    await page.getByText('Phòng Kinh tế').first().waitFor();
    await page.getByRole('button', { name: 'Nhận giải quyết' }).waitFor({ state: 'detached' });

    const other = await desk('economist');
    await other.page.getByRole('link', { name: opened.code }).click();
    await other.page.getByRole('button', { name: 'Nhận giải quyết' }).click();
    await other.page.getByText('Anh/chị giữ hồ sơ đến').waitFor();
  });
});

describe('a dossier that came by post', () => {
  scene('is opened with the hour the post handed it over, received, and its slip printed', async ({ desk }) => {
    const owner = OWNER();
    const { page } = await desk('reception', { path: `/desk/counter/new/${BIRTH}` });
    await page.getByLabel(/Họ và tên/).first().fill(owner);
    await page.getByLabel('Nộp qua bưu chính').check();
    await page.getByRole('button', { name: /Mở hồ sơ/ }).click();
    await page.waitForURL(/counter\/[0-9a-f-]{36}$/);
    const id = page.url().split('/').at(-1);
    await page.getByRole('button', { name: /Ghi nhận nộp/ }).click();
    await page.getByLabel('Bưu chính bàn giao lúc').waitFor();
    await page.locator('.act-form').getByRole('button', { name: /Ghi nhận nộp/ }).click();
    await page.getByText('Mới nộp, chờ tiếp nhận').first().waitFor();
    await page.getByText(/Trả lời việc tiếp nhận trước/).waitFor();
    await page.getByRole('button', { name: /Đủ cả/ }).click();
    await page.getByRole('button', { name: /TIẾP NHẬN/ }).click();
    await page.locator('.form-view').waitFor();
    const slip = await page.locator('.form-view .paper').evaluate((host) => host.shadowRoot.textContent);
    assert.ok(slip.includes(owner), 'the slip names its owner');
    assert.equal((await dossier(id)).channel, 'POST');
  });
});
