// The return: by the inbox, at the counter with a signature, from the shelf; and how it was.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { act, awaitCase, BIRTH, call, MARITAL_STATUS, onCase, open, presentAll, proposed, until } from '../lib/api.mjs';
import { findings, overflow, settle } from '../lib/browser.mjs';
import { story } from '../lib/scene.mjs';

const PHONE = { width: 360, height: 740 };
const giveback = (id, fits, what) => until(() => call('hoa.reception', 'GET', `/api/notification/returns/${id}`).catch(() => ({})), fits, what);

async function decided(returnMode, owner) {
  const opened = await proposed(MARITAL_STATUS, owner, { returnMode });
  await onCase('chu.chair', await awaitCase(opened.id, (found) => found.state === 'PROPOSED'), { action: 'DECIDE' });
  return opened;
}

async function sign(page) {
  const pad = await page.getByRole('img', { name: 'Khung ký' }).boundingBox();
  await page.mouse.move(pad.x + 40, pad.y + 100);
  await page.mouse.down();
  for (let i = 1; i <= 12; i++) await page.mouse.move(pad.x + 40 + i * 18, pad.y + 100 + (i % 2 ? -30 : 25));
  await page.mouse.up();
}

describe('the return', () => {
  const scene = story();
  let counter;

  scene('lies in the inbox, is taken there and noted', async ({ plain }) => {
    const opened = await decided('ELECTRONIC', 'Quàng Thị Điện');
    await giveback(opened.id, (found) => found.state === 'PLACED' && !found.pending, 'the result in the inbox');
    const { page } = await plain(PHONE);
    const tracking = await page.request.post('/api/intake/tracking', { data: { reference: opened.reference, pin: opened.pin } });
    assert.equal(tracking.status(), 200);
    await page.goto('/hop-thu');
    await page.getByText('Kết quả điện tử đã được trả tại hộp thư này.').waitFor();
    assert.ok((await overflow(page)) <= 0);
    const taken = await page.request.get('/hop-thu/ket-qua');
    assert.equal(taken.status(), 200);
    await page.reload();
    await page.getByText(/Đã ghi nhận lần tải gần nhất lúc/).waitFor();
    assert.equal((await giveback(opened.id, (found) => found.kept, 'the return')).kept.downloads, 1);
  });

  scene('lies on the shelf, is found by its place and handed to her son, who signs on the screen', async ({ desk }) => {
    counter = await decided('COUNTER', 'Quàng Thị Giá');
    await giveback(counter.id, (found) => found.state === 'ANNOUNCED', 'the return');
    const { page } = await desk('reception', { path: `/desk/returns/${counter.id}` });
    await page.getByLabel('Vị trí').fill('K9-01');
    await page.getByRole('button', { name: 'Lưu trên giá' }).click();
    await page.getByRole('button', { name: 'In nhãn' }).waitFor();
    await page.goto('/desk/shelf');
    await page.getByLabel('Tìm theo vị trí').fill('K9');
    await page.getByRole('link', { name: /K9-01 · Quàng Thị Giá/ }).waitFor();
    await settle(page);
    assert.deepEqual(await findings(page), []);
    assert.ok((await overflow(page)) <= 0);
    await page.screenshot({ path: new URL('../target/shelf.png', import.meta.url).pathname, fullPage: true });
    await page.getByRole('link', { name: /K9-01 · Quàng Thị Giá/ }).click();

    await page.getByLabel('Người được ủy quyền').check();
    await page.getByLabel(/^Họ và tên người nhận/).fill('Lò Văn Tủa');
    await page.getByLabel(/^Căn cứ nhận thay/).selectOption('FAMILY');
    await page.getByLabel(/^Quan hệ với chủ hồ sơ/).selectOption('CHILD');
    await page.getByLabel('Trên màn hình').check();
    await sign(page);
    await settle(page);
    assert.deepEqual(await findings(page), []);
    assert.ok((await overflow(page)) <= 0);
    await page.screenshot({ path: new URL('../target/counter.png', import.meta.url).pathname, fullPage: true });
    await page.getByRole('button', { name: /TRẢ KẾT QUẢ/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /Trả kết quả/ }).click();
    await page.getByRole('button', { name: 'In phiếu trả kết quả' }).click();
    const slip = page.getByRole('region', { name: 'In phiếu trả kết quả' });
    await slip.getByText('Lò Văn Tủa').waitFor();
    await slip.getByRole('img', { name: 'Chữ ký của người nhận' }).waitFor();
    await page.screenshot({ path: new URL('../target/slip.png', import.meta.url).pathname });
  });

  scene('is asked about by a code that the person types on a phone', async ({ desk, plain }) => {
    await giveback(counter.id, (found) => found.state === 'HANDED_OVER' && !found.pending, 'the end of the return');
    const { page } = await desk('reception', { path: `/desk/returns/${counter.id}` });
    await page.getByRole('button', { name: 'Mở phiếu đánh giá' }).click();
    const code = await page.locator('.ask-code').innerText();
    await page.getByRole('img', { name: 'Mã QR của phiếu đánh giá' }).waitFor();
    const phone = await plain(PHONE);
    await phone.page.goto('/danh-gia');
    await phone.page.getByLabel('Mã đánh giá').fill(code.toLowerCase());
    await phone.page.getByRole('button', { name: 'Mở phiếu đánh giá' }).click();
    await phone.page.getByLabel('4 – Hài lòng').check();
    await phone.page.getByLabel('Hướng dẫn dễ hiểu').check();
    assert.ok((await overflow(phone.page)) <= 0);
    assert.deepEqual(await findings(phone.page), []);
    await phone.page.screenshot({ path: new URL('../target/survey.png', import.meta.url).pathname, fullPage: true });
    await phone.page.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await phone.page.getByText('Cảm ơn Ông/Bà đã đánh giá.').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Mở phiếu đánh giá' }).click();
    await page.getByText('Đã có đánh giá').waitFor();
  });
});

describe('what a person is told', () => {
  const scene = story();
  const deliveries = async (id) => (await call('hoa.reception', 'GET', `/api/notification/deliveries?dossier=${id}`)).items;
  /** Nothing is tried then, so that it is not known either that nobody wants it. */
  const night = () => (new Date(Date.now() + 7 * 3_600_000).getUTCHours() + 3) % 24 < 10;
  const picture = (page, name) => page.screenshot({ path: new URL(`../target/${name}.png`, import.meta.url).pathname, fullPage: true });

  scene('a wish for no letters, said at the counter, holds for what comes next; how far each message came is seen without the contact', async ({ desk }) => {
    const { id } = await open(BIRTH, 'Lò Thị Lặng', { channel: 'POST' });
    await presentAll(id);
    await act('hoa.reception', id, { action: 'SUBMIT', handOverAt: new Date(Date.now() - 60_000).toISOString() });
    await until(() => deliveries(id), (found) => found.length === 1, 'the first message');
    const { page } = await desk('reception', { path: `/desk/counter/${id}` });
    await page.getByRole('link', { name: 'Tin báo và cách gửi' }).click();
    await page.getByRole('heading', { name: 'Tin báo về hồ sơ' }).waitFor();
    await page.getByRole('row', { name: /nộp đến.*thư điện tử.*chờ gửi/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('Có gửi thư điện tử').uncheck();
    await page.getByLabel('Chủ hồ sơ').check();
    await settle(page);
    assert.deepEqual(await findings(page), []);
    await picture(page, 'messages-wish');
    await page.keyboard.press('F8');
    await page.getByText(/ghi tại Xã Mường Sại, theo đề nghị của: Chủ hồ sơ/).waitFor();

    await act('hoa.reception', id, { action: 'RECEIVE' });
    const waits = night();
    await until(() => deliveries(id), (found) => found.some((one) => one.template === 'received' && (waits || one.reason === 'opted-out')), 'the second message');
    const { page: leader } = await desk('director', { path: `/desk/messages/${id}`, ...PHONE });
    await leader.getByRole('row', { name: waits ? /được tiếp nhận.*chờ gửi/ : /được tiếp nhận.*không gửi \(người dân không muốn nhận\)/ }).waitFor();
    assert.equal(await leader.getByRole('button', { name: /Ghi mong muốn/ }).count(), 0);
    assert.doesNotMatch(await leader.content(), /0912345645/);
    await settle(leader);
    assert.deepEqual(await findings(leader), []);
    assert.ok((await overflow(leader)) <= 0);
    await picture(leader, 'messages-phone');
  });
});
