// The hotline: a call is read back, answered, published and rated; the sheet in the hall leads a phone to the form.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { BASE, call, UNIT } from '../lib/api.mjs';
import { findings, overflow, settle } from '../lib/browser.mjs';
import { story } from '../lib/scene.mjs';

const mark = `Hẹn ba lần chưa trả (${Date.now().toString(36)})`;
const PHONE = { width: 360, height: 740 };

/** No fault, nothing wider than the window. */
async function sound(page) {
  await settle(page);
  assert.deepEqual(await findings(page), []);
  assert.ok((await overflow(page)) <= 0);
}

/** Opens the act of a feedback by its button; its own button is pressed by {@link done}. */
const begin = (page, name) => page.locator('.hotline-one').getByRole('button', { name }).click();

async function done(page, name) {
  const form = page.locator('.act-form');
  await form.getByRole('button', { name }).click();
  await form.waitFor({ state: 'detached' });
}

describe('the hotline', () => {
  const scene = story();
  let id;
  let code;

  scene('takes a call down, reads it back, and it counts once the caller confirms it', async ({ desk }) => {
    const { page } = await desk('reception', { path: '/desk/hotline' });
    await page.getByRole('heading', { name: 'Phản ánh, kiến nghị' }).waitFor();
    await page.keyboard.press('n');
    await page.getByLabel(/^Nội dung về/).selectOption('LATENESS');
    await page.getByLabel(/^Nội dung \(/).fill(mark);
    await page.getByLabel(/^Liên hệ/).fill('0987654321');
    await page.getByText('Nhắn tin', { exact: true }).click();
    await sound(page);
    await page.keyboard.press('F8');
    await page.getByRole('heading', { name: 'Đọc lại cho người gọi' }).waitFor();
    code = await page.locator('.act-form strong').first().textContent();
    await page.locator('.act-form').getByText('Nhắn tin · 0987654321').waitFor();
    await sound(page);
    await page.keyboard.press('F8');
    await page.waitForURL(/hotline\/[0-9a-f-]{36}$/);
    id = page.url().split('/').at(-1);
    await page.locator('.hotline-one').getByText(mark).first().waitFor();
    await begin(page, /Đủ điều kiện giải quyết/);
    await sound(page);
    await done(page, /Đủ điều kiện giải quyết/);
    await page.locator('.hotline-one').getByRole('heading', { name: /Chờ giao/ }).waitFor();
  });

  scene('is given to a specialist, answered, approved by the director and published by two', async ({ desk }) => {
    await call('tu.specialist', 'GET', '/api/notification/hotline/notices');
    const { page: director } = await desk('director', { path: `/desk/hotline/${id}` });
    await begin(director, /Giao giải quyết/);
    const given = director.getByLabel(/^Giao cho/);
    const { subject } = (await call('giam.director', 'GET', `/api/notification/hotline/officers?feedback=${id}`)).find((one) => /chuyên|tư pháp/i.test(one.title ?? ''));
    await given.selectOption(subject);
    await sound(director);
    await done(director, /Giao giải quyết/);
    const { page: specialist } = await desk('specialist', { path: `/desk/hotline/${id}` });
    await begin(specialist, /Trình trả lời/);
    await specialist.locator('.act-form').getByLabel(/^Trả lời/).fill('Đã trả hồ sơ và xin lỗi');
    await done(specialist, /Trình trả lời/);
    await director.reload();
    await begin(director, /Duyệt trả lời/);
    await done(director, /Duyệt trả lời/);
    await specialist.reload();
    await begin(specialist, /Soạn nội dung công khai/);
    await specialist.locator('.act-form').getByLabel(/^Nội dung/).fill('Gọi 0987654321');
    await specialist.locator('.act-form').getByRole('button', { name: /Soạn nội dung công khai/ }).click();
    await specialist.getByText('Nội dung công khai còn dữ liệu cá nhân').waitFor();
    await specialist.locator('.act-form').getByLabel(/^Nội dung/).fill(mark);
    await done(specialist, /Soạn nội dung công khai/);
    const { page: reception } = await desk('reception', { path: `/desk/hotline/${id}` });
    await begin(reception, /^.*Công khai$/);
    await sound(reception);
    await done(reception, /^.*Công khai$/);
  });

  scene('is read by everybody without personal data and rated by the person at their code, on a phone', async ({ plain }) => {
    const { page } = await plain(PHONE);
    await page.goto(`${BASE}/gop-y/da-tra-loi?don-vi=${UNIT}`);
    await page.getByText(mark).waitFor();
    assert.doesNotMatch(await page.content(), /0987654321/);
    await sound(page);
    await page.goto(`${BASE}/gop-y/${code}`);
    await page.getByText('Đã trả hồ sơ và xin lỗi').first().waitFor();
    await sound(page);
    await page.getByLabel('Hài lòng', { exact: true }).check();
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await page.getByText('Cảm ơn Ông/Bà đã đánh giá.').waitFor();
    await sound(page);
  });
});

describe('the sheet in the hall', () => {
  const scene = story();

  scene('leads a phone to the form for its unit', async ({ plain }) => {
    const { page } = await plain(PHONE);
    await page.goto(`${BASE}/gop-y/ma-qr?don-vi=${UNIT}`);
    const address = new URL(await page.locator('p.address').textContent());
    await sound(page);
    await page.goto(BASE + address.pathname + address.search);
    await page.getByLabel('Nội dung góp ý').waitFor();
    await sound(page);
  });
});
