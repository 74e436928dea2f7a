// The ways of a paper that nobody brings: reused from an earlier dossier with consent, taken from the data that replace it, missing with a reason.
import assert from 'node:assert/strict';
import { before, describe } from 'node:test';
import { act, call, dossier, open, presentAll, RESULT, UNIT, until } from '../lib/api.mjs';
import { findings, OFFICERS, overflow, settle } from '../lib/browser.mjs';
import { scene } from '../lib/scene.mjs';

const CODE = `8.${String(Date.now() % 1_000_000).padStart(6, '0')}`;
const DATA = 'Cơ sở dữ liệu quốc gia về dân cư';
const [FORM, EXTRACT, PROOF] = ['Tờ khai theo mẫu', 'Giấy xác nhận cư trú', 'Giấy tờ chứng minh quan hệ'];
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);

/** A procedure of today whose second paper is replaced by data. */
async function publish() {
  const content = {
    name: { vi: `Thủ tục thử giấy tờ ${CODE}` },
    field: 'Hộ tịch',
    department: 'office',
    authority: 'Ủy ban nhân dân cấp xã',
    channels: ['COUNTER', 'ONLINE'],
    limits: ['COUNTER', 'ONLINE'].map((channel) => ({ channel, amount: 3, unit: 'WORKING_DAY' })),
    fees: [{ rule: 'FREE', amountVnd: 0 }],
    components: [
      { name: FORM, originals: 1, copies: 0 },
      { name: EXTRACT, originals: 1, copies: 0, replacedBy: DATA },
      { name: PROOF, originals: 1, copies: 0 },
    ],
    results: [{ name: 'Giấy xác nhận' }],
    legalBasis: ['60/2014/QH13'],
  };
  const { id } = await call('bien.editor', 'POST', '/api/catalog/drafts', { body: { code: CODE, content, reason: 'Thủ tục mẫu' } });
  const path = `/api/catalog/drafts/${id}`;
  const etag = async (user) => `"${(await call(user, 'GET', path)).revision}"`;
  await call('bien.editor', 'PUT', path, {
    etag: await etag('bien.editor'),
    body: { content, effectiveFrom: day(0), announcement: { number: '1240/QĐ-UBND', date: day(0) } },
  });
  for (const [user, action] of [['bien.editor', 'SUBMIT'], ['chu.chair', 'APPROVE'], ['chu.chair', 'PUBLISH']]) {
    await call(user, 'POST', `${path}/actions`, { etag: await etag(user), body: { action } });
  }
}

/** A number that nobody has yet, so that the person's earlier dossiers are those of the scene. */
let people = Date.now() % 100_000_000;
const number = () => `0141${String(people++).padStart(8, '0')}`;
const owner = (name, identifier) => ({ name, identifierKind: 'CITIZEN_NUMBER', identifier });

async function attach(user, id) {
  const [paper] = (await dossier(id, user)).papers;
  await call(user, 'PUT', `/api/intake/dossiers/${id}/papers/${paper.component}/content?name=to-khai.png`, { etag: paper.etag, body: RESULT, type: 'image/png' });
}

describe('papers that nobody brings', () => {
  before(async () => {
    await publish();
    await until(() => open(CODE, 'Lò Thị Thử'), () => true, 'the procedure at the counter');
  });

  scene('at the counter: one of an earlier dossier with consent, one from the data, one missing with its reason', async ({ desk }) => {
    const person = owner('Tòng Thị Lả', number());
    const earlier = await open(CODE, person.name, { owner: person });
    await attach('hoa.reception', earlier.id);
    await presentAll(earlier.id);
    const { code } = await act('hoa.reception', earlier.id, { action: 'RECEIVE' });
    const { id } = await open(CODE, person.name, { owner: person });
    const { page } = await desk('reception', { path: `/desk/counter/${id}` });

    await page.getByRole('button', { name: `Dùng lại: ${FORM}` }).click();
    const offered = page.locator('.paper-editor');
    await offered.getByText(code).waitFor();
    await offered.getByText('1 trang').waitFor();
    await offered.getByRole('button', { name: 'Dùng giấy tờ này' }).dispatchEvent('click');
    await settle(page);
    assert.equal((await dossier(id)).papers[0].state, 'MISSING', 'nothing is taken over without consent');
    await offered.getByLabel('Người dân đồng ý dùng lại giấy tờ cho hồ sơ này').check();
    assert.deepEqual(await findings(page), []);
    await offered.getByRole('button', { name: 'Dùng giấy tờ này' }).click();
    await page.getByText('dùng lại từ hồ sơ trước').waitFor();
    const [reused] = (await dossier(id)).papers;
    assert.equal(reused.state, 'REUSED');
    assert.equal(reused.origin.dossierId, earlier.id);
    assert.ok(reused.origin.consentAt, 'when the person agreed is kept');
    await page.getByRole('button', { name: `Xem: ${FORM}` }).last().click();
    await page.locator('.file-view img').waitFor();

    await page.getByRole('button', { name: `Khác: ${EXTRACT}` }).click();
    await page.locator('.paper-editor').getByLabel('Hình thức').selectOption({ label: `Lấy từ: ${DATA}` });
    await page.locator('.paper-editor').getByLabel('Kết quả đối chiếu dữ liệu').fill('Khớp, tra lúc 9 giờ');
    await page.locator('.paper-editor').getByRole('button', { name: 'Ghi', exact: true }).click();
    await page.getByText(`· ${DATA}`).waitFor();
    const [, data, missing] = (await dossier(id)).papers;
    assert.deepEqual([data.state, data.origin.dataSource, data.open], ['TAKEN_FROM_DATA', DATA, false]);
    assert.equal(missing.open, true);

    await page.getByRole('button', { name: `Khác: ${PROOF}` }).click();
    await page.locator('.paper-editor').getByLabel('Hình thức').selectOption('MISSING');
    await page.locator('.paper-editor').getByRole('button', { name: 'Ghi', exact: true }).dispatchEvent('click');
    await settle(page);
    assert.equal((await dossier(id)).papers[2].reason, null, 'a reason is needed');
    await page.locator('.paper-editor').getByLabel(/Vì sao chưa có/).fill('Đang xin cấp lại ở xã cũ');
    await page.locator('.paper-editor').getByRole('button', { name: 'Ghi', exact: true }).click();
    await page.getByText('Đang xin cấp lại ở xã cũ').waitFor();
    const after = await dossier(id);
    assert.equal(after.papers[2].state, 'MISSING');
    assert.ok(!after.allowedActions.includes('RECEIVE'), 'it is not received without that paper');
    await settle(page);
    assert.deepEqual(await findings(page), []);
    assert.ok((await overflow(page)) <= 0);
  });

  scene('at the counter: what another person brought is not offered', async ({ desk }) => {
    const earlier = await open(CODE, 'Quàng Thị Xôm', { owner: owner('Quàng Thị Xôm', number()) });
    await attach('hoa.reception', earlier.id);
    await presentAll(earlier.id);
    await act('hoa.reception', earlier.id, { action: 'RECEIVE' });
    const { id } = await open(CODE, 'Quàng Thị Xôm', { owner: owner('Quàng Thị Xôm', number()) });
    const { page } = await desk('reception', { path: `/desk/counter/${id}` });
    await page.getByRole('button', { name: `Dùng lại: ${FORM}` }).click();
    await page.getByText('Chưa có giấy tờ nào có tệp trong các hồ sơ trước của người này').waitFor();
  });

  scene("on people's pages, without JavaScript: the same three ways", async ({ plain }) => {
    const citizen = OFFICERS.citizen;
    const person = owner('Quàng Thị Vui', number());
    const online = { channel: 'ONLINE', receivingUnit: UNIT, competentUnit: UNIT, returningUnit: UNIT, owner: person, returnMode: 'COUNTER', language: 'vi' };
    const filed = () => call(citizen, 'POST', '/api/intake/dossiers', { body: { procedureCode: CODE, ...online } });
    const earlier = await filed();
    await attach(citizen, earlier.id);
    await act(citizen, earlier.id, { action: 'SUBMIT' });
    const { id, papers } = await filed();
    const { page, seen } = await plain({ javaScript: false, width: 360, height: 740 });
    const checked = async () => {
      assert.ok((await overflow(page)) <= 0);
    };
    await page.goto('/nop-ho-so?lang=vi');
    await page.locator('#username').fill(citizen);
    await page.locator('#password').fill('demo');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/nop-ho-so/);
    await page.goto(`/nop-ho-so/${id}/giay-to?lang=vi`);
    const line = (at) => page.locator(`ol.papers > li[id="${papers[at].component}"]`);

    await line(0).getByRole('link', { name: 'Dùng lại giấy tờ của hồ sơ trước' }).click();
    await page.getByRole('heading', { name: 'Dùng lại giấy tờ của hồ sơ trước' }).waitFor();
    await page.getByText(earlier.reference).waitFor();
    await page.getByRole('button', { name: 'Dùng giấy tờ này' }).click();
    assert.match(page.url(), /dung-lai/, 'without consent nothing is sent');
    await checked();
    await page.getByLabel('Tôi đồng ý dùng lại giấy tờ này cho hồ sơ này').check();
    await page.getByRole('button', { name: 'Dùng giấy tờ này' }).click();
    await page.waitForURL(/giay-to(\?|#|$)/);

    await line(1).getByRole('button', { name: `Lấy từ: ${DATA}` }).click();
    await line(1).getByRole('button', { name: `Lấy từ: ${DATA}` }).waitFor({ state: 'detached' });
    await line(2).getByText('Chưa có giấy tờ này').click();
    await line(2).getByLabel('Vì sao chưa có?').fill('Đang xin cấp lại');
    await line(2).getByRole('button', { name: 'Ghi lý do' }).click();
    await line(2).getByText('Đang xin cấp lại').waitFor();
    await checked();
    const after = (await dossier(id, citizen)).papers;
    assert.deepEqual(after.map((paper) => paper.state), ['REUSED', 'TAKEN_FROM_DATA', 'MISSING']);
    assert.equal(after[0].origin.dossierId, earlier.id);
    assert.equal(after[1].origin.checkedBy, 'PERSON', 'the officer still has to check it');
    assert.equal(after[2].reason, 'Đang xin cấp lại');
    assert.deepEqual(seen.foreign, []);
  });
});
