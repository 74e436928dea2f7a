// By post: the postman brings a dossier, both count and sign; its result goes back by a list both sign.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { act, awaitCase, BIRTH, call, caseOf, dossier, examined, onCase, presentAll, RESULT, until } from '../lib/api.mjs';
import { findings, overflow, settle } from '../lib/browser.mjs';
import { story } from '../lib/scene.mjs';

const slip = () => `RR${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}VN`;

describe('the post', () => {
  const scene = story();
  const incoming = slip();
  let id;

  scene('brings a dossier: counted, signed by both, opened from its item with what is missing', async ({ desk }) => {
    const { page } = await desk('reception', { path: '/desk/post' });
    await page.getByRole('heading', { name: 'Hồ sơ nhận qua bưu chính' }).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'Lập biên bản giao nhận' }).waitFor();
    await page.getByLabel(/^Nhân viên bưu chính/).fill('Hà Văn Bưu');
    await page.getByLabel(/^Số hiệu nhân viên/).fill('BT-07');
    await page.getByLabel(/^Số phiếu gửi/).fill(incoming);
    await page.getByLabel(/^Mã thủ tục/).fill(BIRTH);
    await page.getByLabel(/^Họ và tên/).fill('Quàng Thị Thư');
    await page.getByLabel('Địa chỉ', { exact: true }).fill('Bản Nong, xã Mường Sại');
    const papers = page.locator('.post-paper');
    await papers.nth(1).waitFor();
    await papers.nth(0).getByLabel('Hình thức').selectOption('ORIGINAL');
    assert.equal(await papers.nth(0).getByLabel('trả lại cùng kết quả').isChecked(), true);
    await papers.nth(1).getByLabel('Hình thức').selectOption('COPY');
    assert.equal(await papers.nth(1).getByLabel('trả lại cùng kết quả').isChecked(), false);
    await papers.nth(1).getByLabel('Đếm được').fill('0');
    await papers.nth(1).getByText('thiếu 1').waitFor();
    await settle(page);
    assert.deepEqual(await findings(page), []);
    assert.ok((await overflow(page)) <= 0);
    await page.keyboard.press('F9');
    await page.waitForURL(/post\/[0-9a-f-]{36}$/);
    await page.getByLabel('Hai bên ký lúc').waitFor();
    await page.getByLabel('Nhân viên bưu chính đếm được').fill('2');
    await page.getByRole('button', { name: /Hai bên ký/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /Hai bên ký/ }).click();
    await page.getByRole('dialog').getByText('Số hồ sơ kiểm đếm không khớp').waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Nhân viên bưu chính đếm được').fill('1');
    await page.getByRole('button', { name: /Hai bên ký/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /Hai bên ký/ }).click();
    await page.getByRole('heading', { name: /^Biên bản \d+\/BBGN/ }).waitFor();
    await page.getByText('Thiếu giấy tờ: vẫn mở hồ sơ').waitFor();
    await settle(page);
    assert.deepEqual(await findings(page), []);
    await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
    await page.locator('.act-form').getByRole('button', { name: /Mở hồ sơ/ }).click();
    await page.waitForURL(/counter\/[0-9a-f-]{36}$/);
    id = page.url().split('/').at(-1);
    const opened = await dossier(id);
    assert.equal(opened.channel, 'POST');
    assert.equal(opened.people.owner.name, 'Quàng Thị Thư');
    assert.ok(opened.clock.handOverAt);
    assert.equal(opened.originalsHeld, true);
    assert.equal(opened.stage, 'SUBMITTED');
    assert.equal(opened.papers[0].held, true);
    await page.getByText('Mới nộp, chờ tiếp nhận').first().waitFor();
  });

  scene('prints the signed record as it was signed', async ({ desk }) => {
    const record = (await call('hoa.reception', 'GET', '/api/intake/hand-over-records?limit=1')).items[0];
    const { page } = await desk('reception', { path: `/desk/post/${record.id}` });
    await page.getByRole('button', { name: /In biên bản/ }).click();
    const form = page.getByRole('region', { name: `Biên bản ${record.number}` });
    await form.getByText('Biên bản giao nhận hồ sơ qua dịch vụ bưu chính').waitFor();
    await form.getByText(incoming).waitFor();
    await form.getByText('Hà Văn Bưu').first().waitFor();
  });

  scene('takes the result back: made up with the originals, handed over by a list, signed for', async ({ desk }) => {
    await presentAll(id);
    await act('hoa.reception', id, { action: 'RECEIVE' });
    if ((await dossier(id)).stage === 'RECEIVED') await act('hoa.reception', id, { action: 'TRANSFER' });
    await onCase('tu.specialist', await awaitCase(id), { action: 'CLAIM' });
    let one = await examined(id);
    const { fence } = one.holder;
    const result = await call('tu.specialist', 'PUT', `/api/processing/cases/${one.id}/result?fence=${fence}`, { etag: `"${one.revision}"`, body: RESULT, type: 'image/png' });
    one = await caseOf(id);
    await onCase('tu.specialist', one, { action: 'PROPOSE', fence, decisionKind: 'GRANTED', resultId: result.id });
    await onCase('chu.chair', await awaitCase(id, (found) => found.state === 'PROPOSED'), { action: 'DECIDE' });
    await until(() => call('hoa.reception', 'GET', `/api/notification/returns/${id}`), (found) => found.state === 'ANNOUNCED', 'the return');

    const { page } = await desk('reception', { path: `/desk/returns/${id}` });
    await page.getByText('Người nộp chọn nhận kết quả qua bưu chính.').waitFor();
    await page.keyboard.press('F8');
    const form = page.locator('.by-post .act-form');
    await form.getByLabel(/^Số phiếu gửi/).fill(slip());
    assert.equal(await form.getByLabel(/^Địa chỉ/).inputValue(), 'Bản Nong, xã Mường Sại');
    await form.getByLabel(/^Cước thu/).fill('30000');
    await settle(page);
    assert.deepEqual(await findings(page), []);
    await form.getByRole('button', { name: /Lập bưu gửi/ }).click();
    await page.getByText('đang chờ nhân viên bưu chính').waitFor();

    await page.getByRole('link', { name: 'Kết quả gửi qua bưu chính' }).click();
    await page.getByRole('heading', { name: 'Kết quả gửi qua bưu chính' }).waitFor();
    const waiting = await until(() => page.getByRole('list', { name: 'Chờ bàn giao cho nhân viên bưu chính' }).getByRole('listitem').count(), (n) => n > 0, 'what waits');
    const preview = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xem trước danh sách (PDF)' }).click();
    assert.match((await preview).suggestedFilename(), /^xem-truoc/);
    await page.getByLabel(/^Nhân viên bưu chính \(/).fill('Hà Văn Bưu');
    await page.getByLabel(/^Số hiệu nhân viên/).fill('BT-07');
    await page.getByLabel('Nhân viên bưu chính đếm được').fill(String(waiting));
    await settle(page);
    assert.deepEqual(await findings(page), []);
    assert.ok((await overflow(page)) <= 0);
    await page.getByRole('button', { name: /Hai bên ký/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /Hai bên ký/ }).click();
    await page.getByText(/^Danh sách \d+\/BGBC/).first().waitFor();
    await page.getByText('Không có bưu gửi nào chờ bàn giao.').waitFor();

    const back = await desk('reception', { path: `/desk/returns/${id}` });
    await back.page.getByRole('button', { name: /Đã phát cho người nhận/ }).click();
    await back.page.locator('.by-post .act-form').getByLabel(/^Người ký nhận/).fill('Quàng Thị Thư');
    await back.page.locator('.by-post .act-form').getByRole('button', { name: /Đã phát cho người nhận/ }).click();
    await until(() => dossier(id), (found) => found.stage === 'RETURNED', 'the delivery');
    await back.page.getByText('bưu chính đã phát').first().waitFor();
  });
});
