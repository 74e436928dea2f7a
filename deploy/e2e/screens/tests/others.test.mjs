// What happens besides the straight way: a supplement, a refusal, a withdrawal, two officers at once, a lost network.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { act, awaitCase, BIRTH, COPY, dossier, onCase, open, presentAll, proposed, received, until } from '../lib/api.mjs';
import { installed, logIn, startBrowser } from '../lib/browser.mjs';

describe('at the desk', { skip: !installed && 'no Chromium here' }, () => {
  let browser;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser?.close());

  it('a case asks for a paper once and goes on when it came', async () => {
    const opened = await received(BIRTH, 'Lò Văn Tâm');
    const one = await awaitCase(opened.id);
    const { page } = await logIn(browser, 'specialist', { path: `/desk/queue/${one.id}` });
    await page.getByRole('button', { name: 'Nhận giải quyết' }).click();
    await page.getByRole('button', { name: /Yêu cầu bổ sung/ }).click();
    await page.getByRole('checkbox').first().check();
    await page.locator('.act-form').getByRole('button', { name: /Yêu cầu bổ sung/ }).click();
    await page.getByRole('dialog').getByText('Yêu cầu bổ sung 1 giấy tờ, thời hạn tạm dừng').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: /Yêu cầu bổ sung/ }).click();
    await page.getByText('tạm dừng').first().waitFor();
    await until(() => dossier(opened.id), (found) => found.stage === 'AWAITING_SUPPLEMENT', 'the request');
    await page.context().close();

    const counter = await logIn(browser, 'reception', { path: `/desk/counter/${opened.id}` });
    await counter.page.getByText(/Tạm dừng từ/).waitFor();
    await counter.page.getByText(/Cần bổ sung: /).waitFor();
    await counter.page.getByRole('button', { name: /NHẬN BỔ SUNG/ }).click();
    await counter.page.locator('.act-form').getByRole('button', { name: /NHẬN BỔ SUNG/ }).click();
    await until(() => dossier(opened.id), (found) => found.stage === 'IN_PROCESS', 'the supply');
    await counter.page.getByText('Đang giải quyết', { exact: true }).waitFor();
    await counter.context.close();
  });

  it('a refusal says what it does before it does it, and prints its reason', async () => {
    const opened = await open(COPY, 'Lường Thị Én');
    const { page, context } = await logIn(browser, 'reception', { path: `/desk/counter/${opened.id}` });
    await page.getByRole('button', { name: /Từ chối tiếp nhận/ }).click();
    await page.getByLabel(/Nêu rõ cho người dân/).fill('Giấy tờ do cơ quan nước ngoài cấp, chưa hợp pháp hóa lãnh sự.');
    await page.locator('.act-form').getByRole('button', { name: /Từ chối/ }).click();
    await page.getByRole('dialog').getByText('Hồ sơ kết thúc, người dân nhận phiếu từ chối.').waitFor();
    await page.keyboard.press('Escape');
    assert.equal((await dossier(opened.id)).stage, 'PREPARING', 'going back changes nothing');
    assert.match(await page.getByLabel(/Nêu rõ cho người dân/).inputValue(), /lãnh sự/, 'what was typed is kept');
    await page.locator('.act-form').getByRole('button', { name: /Từ chối/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /Từ chối/ }).click();
    await page.getByText('Từ chối tiếp nhận', { exact: true }).first().waitFor();
    await until(() => dossier(opened.id), (found) => found.stage === 'REFUSED', 'the refusal');
    await page.getByRole('link', { name: 'Quá trình xử lý' }).click();
    await page.getByText('Phiếu từ chối tiếp nhận').waitFor();
    await context.close();
  });

  it('a withdrawal is confirmed once the case has answered', async () => {
    const opened = await received(BIRTH, 'Cà Thị Mai');
    await awaitCase(opened.id);
    const { page, context } = await logIn(browser, 'reception', { path: `/desk/counter/${opened.id}` });
    await page.getByRole('button', { name: 'Ghi yêu cầu rút hồ sơ' }).click();
    await page.locator('.act-form').getByRole('button', { name: /Ghi yêu cầu rút/ }).click();
    await page.getByRole('button', { name: /Cho rút hồ sơ/ }).click({ timeout: 40_000 });
    await page.getByRole('dialog').getByRole('button', { name: /Cho rút hồ sơ/ }).click();
    await page.getByText('Dừng giải quyết', { exact: true }).waitFor();
    await context.close();
  });

  it('the second of two officers is told who was faster and keeps what was typed', async () => {
    const opened = await open(COPY, 'Quàng Văn Pẩu');
    await presentAll(opened.id);
    const { page, context } = await logIn(browser, 'reception', { path: `/desk/counter/${opened.id}` });
    await page.getByRole('button', { name: /Sửa thông tin/ }).click();
    await page.getByLabel(/Vì sao sửa/).fill('Đọc nhầm tên');
    await page.locator('.act-form').getByLabel(/Họ và tên/).fill('Quàng Văn Pấu');
    await page.route('**/api/intake/dossiers/*', (route) => route.abort());
    await act('hoa.reception', opened.id, { action: 'CORRECT', reason: 'Nhận bản điện tử', returnMode: 'ELECTRONIC' });
    await page.locator('.act-form').getByRole('button', { name: /Sửa thông tin/ }).click();
    await page.getByRole('alert').getByText(/Lò Thị Hoa đã thực hiện “Sửa thông tin”/).waitFor();
    assert.equal(await page.locator('.act-form').getByLabel(/Họ và tên/).inputValue(), 'Quàng Văn Pấu');
    await page.unroute('**/api/intake/dossiers/*');
    await page.getByRole('button', { name: 'Tải lại hồ sơ' }).click();
    await page.locator('.act-form').getByRole('button', { name: /Sửa thông tin/ }).click();
    await page.getByText('Quàng Văn Pấu').first().waitFor();
    await context.close();
  });

  it('a proposal goes back to its maker with a reason', async () => {
    const opened = await proposed(BIRTH, 'Tòng Văn Hặc');
    const one = await awaitCase(opened.id, (found) => found.state === 'PROPOSED');
    const { page, context } = await logIn(browser, 'approver', { path: `/desk/signing/${one.id}` });
    await page.getByRole('button', { name: /Trả lại/ }).click();
    await page.locator('.act-form').getByRole('button', { name: /Trả lại/ }).click();
    await page.waitForURL(/signing$/);
    await context.close();
    const back = await awaitCase(opened.id, (found) => found.state === 'CLAIMED');
    const maker = await logIn(browser, 'specialist', { path: `/desk/queue/${one.id}` });
    await maker.page.getByText('Được trả lại: Dự thảo kết quả chưa đầy đủ').waitFor();
    await maker.context.close();
    await onCase('tu.specialist', back, { action: 'RELEASE', fence: back.holder.fence });
  });

  it('a lost network is said at once, and what was sent is sent again without being done twice', async () => {
    const opened = await open(COPY, 'Hoàng Thị Xuân');
    await presentAll(opened.id);
    const { page, context } = await logIn(browser, 'reception', { path: `/desk/counter/${opened.id}` });
    await page.getByRole('button', { name: /TIẾP NHẬN/ }).waitFor();
    const keys = [];
    await page.route('**/actions', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length === 1) {
        await route.fetch();
        await route.abort();
      } else {
        await route.continue();
      }
    });
    await page.getByRole('button', { name: /TIẾP NHẬN/ }).click();
    await page.getByRole('alert').getByText('Chưa gửi được vì mất kết nối').waitFor();
    await context.setOffline(true);
    await page.getByText('mất kết nối').first().waitFor();
    await context.setOffline(false);
    await page.unroute('**/actions');
    await until(() => dossier(opened.id), (found) => found.code !== null, 'the receipt');
    await context.close();
  });
});
