// The case between claim and signature: what is examined, what other departments are asked, a hand-over that is accepted.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { awaitCase, BIRTH, call, caseOf, claimed, received, until } from '../lib/api.mjs';
import { findings } from '../lib/browser.mjs';
import { scene } from '../lib/scene.mjs';

describe('a case', () => {
  scene('is examined item by item before it is proposed', async ({ desk }) => {
    const opened = await claimed(BIRTH, 'Lò Thị Thẩm');
    const one = await caseOf(opened.id);
    assert.ok(one.checklistOpen > 1);
    assert.ok(!one.allowedActions.includes('PROPOSE'));
    const { page } = await desk('specialist', { path: `/desk/queue/${one.id}` });
    const box = page.locator('section.examination');
    await box.getByText(`còn ${one.checklistOpen} mục`).waitFor();
    await box.getByLabel('Không đạt').first().check();
    await box.getByRole('button', { name: 'Lưu kết quả thẩm tra' }).isDisabled();
    await box.getByLabel(/Vì sao không đạt/).fill('Thiếu chữ ký');
    await box.getByRole('button', { name: 'Lưu kết quả thẩm tra' }).click();
    await box.getByText('Không đạt: Thiếu chữ ký').waitFor();
    await box.getByLabel('Đạt', { exact: true }).first().check();
    await box.getByRole('button', { name: /mục còn lại đều đạt/ }).click();
    await box.getByLabel(/Ghi chú của phòng/).fill('Đã gọi điện xác minh');
    await box.getByRole('button', { name: 'Lưu kết quả thẩm tra' }).click();
    await box.getByText('Đã gọi điện xác minh').waitFor();
    await until(() => caseOf(opened.id), (found) => found.checklistOpen === 0, 'the findings');
    assert.deepEqual(await findings(page), []);
  });

  scene('asks another department and is answered in its list', async ({ desk }) => {
    const opened = await claimed(BIRTH, 'Lò Văn Hỏi');
    const one = await caseOf(opened.id);
    const { page } = await desk('specialist', { path: `/desk/queue/${one.id}` });
    await page.getByRole('button', { name: 'Lấy ý kiến' }).click();
    const form = page.locator('.act-form');
    await form.getByLabel(/Hỏi phòng/).selectOption('economy');
    await form.getByLabel(/Nội dung đề nghị/).fill(`Đề nghị xác nhận ${opened.id}`);
    await form.getByLabel('giờ làm việc').check();
    await form.getByRole('button', { name: 'Lấy ý kiến' }).click();
    await page.locator('section.opinions').getByText(/đang chờ/).waitFor();

    const head = await desk('economist', { path: '/desk/queue' });
    const asked = head.page.locator('section.asked li', { hasText: opened.id });
    await asked.getByRole('button', { name: 'Trả lời' }).click();
    await asked.getByLabel(/Nội dung trả lời/).fill('Phù hợp quy hoạch');
    await asked.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await until(() => caseOf(opened.id), (found) => found.opinionsUntil === null, 'the answer');
    await page.reload();
    await page.locator('section.opinions').getByText(/Thống nhất: Phù hợp quy hoạch/).waitFor();
    assert.deepEqual(await findings(page), []);
  });

  scene('that was handed on says from where, and can be declined with a reason', async ({ desk }) => {
    const opened = await received(BIRTH, 'Lò Văn Chuyển');
    const one = await awaitCase(opened.id);
    await call('giam.director', 'POST', `/api/processing/cases/${one.id}/actions`, {
      etag: `"${one.revision}"`,
      body: { action: 'HAND_ON', toDepartment: 'economy' },
    });
    const { page } = await desk('director', { path: `/desk/queue/${one.id}` });
    await page.getByText(/Văn phòng HĐND và UBND chuyển đến lúc/).waitFor();
    await page.getByRole('button', { name: 'Không tiếp nhận, trả lại' }).click();
    await page.locator('.act-form').getByRole('button', { name: 'Không tiếp nhận, trả lại' }).click();
    await until(() => caseOf(opened.id), (found) => found?.department === 'office', 'the way back');
  });
});
