// From a few questions to the personal checklist, and from its code to a draft at the counter with the answers kept.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { COPY } from '../lib/api.mjs';
import { findings, overflow, scan } from '../lib/browser.mjs';
import { scene } from '../lib/scene.mjs';

const BUILDING = '1.013225';
const UNIT = '14-03712-20250701';

describe('the guidance', () => {
  scene('without JavaScript: questions, answers, the list of the case, and nothing about who asks', async ({ plain }) => {
    const { page, seen } = await plain({ javaScript: false, width: 360, height: 740 });
    await page.goto(`/thu-tuc/${BUILDING}`);
    await page.getByRole('link', { name: 'Tôi cần chuẩn bị gì?' }).click();
    await page.getByText('Ông/Bà thuộc trường hợp nào sau đây?').waitFor();
    await page.getByLabel('Đối với công trình nhà ở riêng lẻ').check();
    await page.getByRole('button', { name: 'Xem danh sách của tôi' }).click();
    await page.getByRole('heading', { name: 'Danh sách của Ông/Bà' }).waitFor();
    assert.equal(await page.locator('main ul.plain li').count(), 6);
    assert.match(page.url(), /huong-dan\?case=[0-9a-f]{8}&channel=/);
    assert.deepEqual(seen.foreign, []);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('nav:visible, form:visible, button:visible, .no-print:visible').count(), 0);
    await page.locator('svg.qr').waitFor();
  });

  for (const width of [360, 1366]) {
    scene(`reads well at ${width} pixels, asked and answered`, async ({ plain }) => {
      const { page } = await plain({ width, height: 768 });
      for (const path of [
        `/thu-tuc/${BUILDING}/huong-dan`,
        `/thu-tuc/${COPY}/huong-dan?pages=3&copies=2&channel=COUNTER&unit=${UNIT}`,
        `/thu-tuc/${COPY}/huong-dan?pages=3&copies=2&channel=COUNTER&lang=en`,
        `/thu-tuc/${COPY}`,
        `/don-vi/${UNIT}`,
        '/don-vi/91-30538-20250701/cong-khai?figure=1.3&state=NOT_FULFILLED',
      ]) {
        await page.goto(path);
        await page.locator('main h1').waitFor();
        assert.deepEqual(await findings(page), [], path);
        assert.ok((await overflow(page)) <= 0, `${path} is wider than its window`);
      }
    });
  }

  scene('its code, scanned at the counter, begins a draft with counts and return mode filled in', async ({ desk }) => {
    const { page } = await desk('reception');
    await page.locator('h1').waitFor();
    await scan(page, `http://localhost:8080/thu-tuc/${COPY}/huong-dan?pages=3&copies=2&channel=COUNTER&return=POST&unit=${UNIT}`);
    await page.waitForURL(new RegExp(`counter/new/${COPY}`));
    assert.equal(await page.getByLabel('Số trang của giấy tờ 1').inputValue(), '3');
    assert.equal(await page.getByLabel('Số bản sao của giấy tờ 1').inputValue(), '2');
    assert.equal(await page.getByLabel('Cách nhận kết quả').inputValue(), 'POST');
  });

  scene('papers of other cases are marked as not needed when the draft is opened', async ({ plain, desk }) => {
    const asked = await plain({ javaScript: false });
    await asked.page.goto(`/thu-tuc/${BUILDING}/huong-dan`);
    await asked.page.getByLabel('Đối với công trình nhà ở riêng lẻ').check();
    await asked.page.getByRole('button', { name: 'Xem danh sách của tôi' }).click();
    const link = (await asked.page.locator('main a[href*="huong-dan?case="]').first().getAttribute('href')) ?? '';
    const { page } = await desk('reception');
    await page.locator('h1').waitFor();
    await scan(page, link);
    await page.waitForURL(new RegExp(`counter/new/${BUILDING}`));
    assert.ok(await page.getByLabel('Đối với công trình nhà ở riêng lẻ').isChecked());
    await page.getByLabel('Họ và tên').first().fill('Lò Văn Dựng');
    await page.getByRole('button', { name: 'Mở hồ sơ' }).first().click();
    await page.waitForURL(/counter\/[0-9a-f-]{36}/);
    await page.getByText('Không thuộc trường hợp hoặc cách nộp đã chọn khi được hướng dẫn.').first().waitFor();
    assert.equal(await page.locator('.paper-row.open').count(), 6);
  });
});
