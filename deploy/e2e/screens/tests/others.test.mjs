// What happens besides the straight way: a supplement, a refusal, a withdrawal, two officers at once, a lost network.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { act, awaitCase, BIRTH, call, COPY, dossier, onCase, open, presentAll, proposed, received, until } from '../lib/api.mjs';
import { scene } from '../lib/scene.mjs';

describe('at the desk', () => {
  scene('a case asks for a paper once and goes on when it came', async ({ desk }) => {
    const opened = await received(BIRTH, 'Lò Văn Tâm');
    const one = await awaitCase(opened.id);
    const { page } = await desk('specialist', { path: `/desk/queue/${one.id}` });
    await page.getByRole('button', { name: 'Nhận giải quyết' }).click();
    await page.getByRole('button', { name: /Yêu cầu bổ sung/ }).click();
    await page.getByRole('checkbox').first().check();
    await page.locator('.act-form').getByRole('button', { name: /Yêu cầu bổ sung/ }).click();
    await page.getByRole('dialog').getByText('Yêu cầu bổ sung 1 giấy tờ, thời hạn tạm dừng').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: /Yêu cầu bổ sung/ }).click();
    await page.getByText('tạm dừng').first().waitFor();
    await until(() => dossier(opened.id), (found) => found.stage === 'AWAITING_SUPPLEMENT', 'the request');

    const counter = await desk('reception', { path: `/desk/counter/${opened.id}` });
    await counter.page.getByText(/Tạm dừng từ/).waitFor();
    await counter.page.getByText(/Cần bổ sung: /).waitFor();
    await counter.page.getByRole('button', { name: /NHẬN BỔ SUNG/ }).click();
    await counter.page.locator('.act-form').getByRole('button', { name: /NHẬN BỔ SUNG/ }).click();
    await until(() => dossier(opened.id), (found) => found.stage === 'IN_PROCESS', 'the supply');
    await counter.page.getByText('Đang giải quyết', { exact: true }).waitFor();
  });

  scene('a refusal says what it does before it does it, and prints its reason', async ({ desk }) => {
    const opened = await open(COPY, 'Lường Thị Én');
    const { page } = await desk('reception', { path: `/desk/counter/${opened.id}` });
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
    await page.getByRole('button', { name: /^In: Phiếu từ chối tiếp nhận/ }).waitFor();
  });

  scene('a withdrawal is confirmed once the case has answered', async ({ desk }) => {
    const opened = await received(BIRTH, 'Cà Thị Mai');
    await awaitCase(opened.id);
    const { page } = await desk('reception', { path: `/desk/counter/${opened.id}` });
    await page.getByRole('button', { name: 'Ghi yêu cầu rút hồ sơ' }).click();
    await page.locator('.act-form').getByRole('button', { name: /Ghi yêu cầu rút/ }).click();
    await page.getByRole('button', { name: /Cho rút hồ sơ/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /Cho rút hồ sơ/ }).click();
    await page.getByText('Dừng giải quyết', { exact: true }).waitFor();
  });

  scene('the second of two officers is told who was faster and keeps what was typed', async ({ desk }) => {
    const opened = await open(COPY, 'Quàng Văn Pẩu');
    await presentAll(opened.id);
    const { page } = await desk('reception', { path: `/desk/counter/${opened.id}` });
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
  });

  scene('a proposal goes back to its maker with a reason', async ({ desk }) => {
    const opened = await proposed(BIRTH, 'Tòng Văn Hặc');
    const one = await awaitCase(opened.id, (found) => found.state === 'PROPOSED');
    const { page } = await desk('approver', { path: `/desk/signing/${one.id}` });
    await page.getByRole('button', { name: /Trả lại/ }).click();
    await page.locator('.act-form').getByRole('button', { name: /Trả lại/ }).click();
    await page.waitForURL(/signing$/);
    const back = await awaitCase(opened.id, (found) => found.state === 'CLAIMED');
    const maker = await desk('specialist', { path: `/desk/queue/${one.id}` });
    await maker.page.getByText('Được trả lại: Dự thảo kết quả chưa đầy đủ').waitFor();
    await onCase('tu.specialist', back, { action: 'RELEASE', fence: back.holder.fence });
  });

  scene('several proposals are signed with one confirmation, with a result each', async ({ desk }) => {
    const opened = [];
    for (const name of ['Lò Văn Ín', 'Cầm Thị Ơn', 'Vì Văn Sao']) opened.push(await proposed(BIRTH, name));
    const cases = [];
    for (const each of opened) cases.push(await awaitCase(each.id, (found) => found.state === 'PROPOSED'));
    const { page } = await desk('approver', { path: '/desk/signing' });
    const box = (one) => page.getByRole('checkbox', { name: `Chọn ${one.code}`, exact: true });
    for (const one of cases) await box(one).check();
    await onCase('chu.chair', cases[2], { action: 'SEND_BACK', reasonCode: 'RESULT_INCOMPLETE' });
    await page.getByRole('button', { name: 'Ký 3 kết quả đã chọn' }).click();
    await page.getByRole('dialog').getByText('Ban hành 3 kết quả.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Ký 3 kết quả đã chọn' }).click();
    const outcomes = page.getByRole('region', { name: 'Kết quả ký' });
    for (const one of cases.slice(0, 2)) await outcomes.getByText(new RegExp(`${one.code}.*đã gửi`)).waitFor();
    await outcomes.getByText(new RegExp(`${cases[2].code}.*chưa ký được`)).waitFor();
    for (const each of opened.slice(0, 2)) await until(() => dossier(each.id), (found) => found.stage === 'DECIDED', 'the decision');
    for (const one of cases) await box(one).waitFor({ state: 'detached' });
    const back = await awaitCase(opened[2].id, (found) => found.state === 'CLAIMED');
    await onCase('tu.specialist', back, { action: 'RELEASE', fence: back.holder.fence });
  });

  scene('the director gives a case to an officer who has worked in the department', async ({ desk }) => {
    const opened = await received(BIRTH, 'Lèo Văn Chựa');
    const first = await awaitCase(opened.id);
    const claimed = await onCase('tu.specialist', first, { action: 'CLAIM' });
    await onCase('tu.specialist', claimed, { action: 'RELEASE', fence: claimed.holder.fence });
    const { page } = await desk('director', { path: `/desk/queue/${first.id}` });
    await page.getByRole('button', { name: /Giao cho người khác/ }).click();
    const form = page.locator('.act-form');
    await form.getByLabel(/Giao cho/).selectOption({ index: 1 });
    await form.getByRole('button', { name: /Giao cho người khác/ }).click();
    const held = await awaitCase(opened.id, (found) => found.state === 'CLAIMED');
    assert.equal(held.holder.mine, true, 'it is the specialist who holds it');
    await onCase('tu.specialist', held, { action: 'RELEASE', fence: held.holder.fence });
  });

  scene('a paper ticked by mistake is set back while the dossier is prepared', async ({ desk }) => {
    const opened = await open(COPY, 'Bạc Cầm Phóng');
    await presentAll(opened.id);
    const { page } = await desk('reception', { path: `/desk/counter/${opened.id}` });
    await page.getByRole('button', { name: /^Chưa có, ghi lại/ }).first().click();
    await until(() => dossier(opened.id), (found) => found.papers[0].state === 'MISSING', 'the paper');
    await page.getByRole('button', { name: /^Chưa có, ghi lại/ }).waitFor({ state: 'detached' });
  });

  scene('a lost network is said at once, and what was sent is sent again without being done twice', async ({ desk }) => {
    const opened = await open(COPY, 'Hoàng Thị Xuân');
    await presentAll(opened.id);
    const { page, context } = await desk('reception', { path: `/desk/counter/${opened.id}` });
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
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.locator('.form-view').waitFor();
    assert.equal(keys.length, 2);
    assert.equal(keys[1], keys[0], 'the same thing under the same key');
    const acts = (await call('hoa.reception', 'GET', `/api/intake/dossiers/${opened.id}/history?limit=100`)).items;
    assert.equal(acts.filter((each) => each.action === 'RECEIVE').length, 1);
  });
});
