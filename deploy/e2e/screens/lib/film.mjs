import { mkdirSync, writeFileSync } from 'node:fs';

const WIDTH = 640;
const HEIGHT = 480;

/**
 * A film of one picture held before a camera, as Chromium plays it instead of one (YUV4MPEG2).
 *
 * @param page any page without a policy, to draw with
 * @param png the picture, laid into the middle of a white frame
 * @returns the file's path
 */
export async function film(page, png, name) {
  const grey = await page.evaluate(
    async ([data, width, height]) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${data}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      const pen = canvas.getContext('2d');
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, width, height);
      const side = height - 80;
      pen.drawImage(picture, (width - side) / 2, 40, side, side);
      const { data: points } = pen.getImageData(0, 0, width, height);
      return Array.from({ length: width * height }, (_, n) => points[4 * n]);
    },
    [png.toString('base64'), WIDTH, HEIGHT],
  );
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Buffer.from(grey), colour]);
  const folder = new URL('../target/', import.meta.url).pathname;
  mkdirSync(folder, { recursive: true });
  const path = `${folder}${name}.y4m`;
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F5:1 Ip A1:1 C420jpeg\n`), frame, frame]));
  return path;
}

/** What Chromium is started with to have that film instead of a camera, and nobody to ask. */
export const filmed = (path) => ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${path}`];
