import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/words';

interface Detected {
  rawValue: string;
}
interface Detector {
  detect(source: HTMLVideoElement): Promise<Detected[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

const FORMATS = ['qr_code', 'code_128'];

/** Whether there may be a camera: browsers show none on a page that came without https. */
export const canScan = navigator.mediaDevices !== undefined;

/** Reads the code in the picture that is shown just now, or null. */
type Reader = (video: HTMLVideoElement) => Promise<string | null>;

/** The browser's own reader where it knows our codes; elsewhere, as on Windows, ours, fetched when a camera is first opened. */
async function reader(): Promise<Reader> {
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const known = (await own?.getSupportedFormats().catch(() => [])) ?? [];
  const formats = FORMATS.filter((format) => known.includes(format));
  if (own && formats.includes('qr_code')) {
    const detector = new own({ formats });
    return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue || null;
  }
  const { default: read } = await import('jsqr');
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const { videoWidth: width, videoHeight: height } = video;
    if (!pen || width === 0) return null;
    canvas.width = width;
    canvas.height = height;
    pen.drawImage(video, 0, 0);
    return read(pen.getImageData(0, 0, width, height).data, width, height)?.data || null;
  };
}

/** The camera's picture until it reads a code. Pictures never leave the device. */
export function Camera({ onRead, onClose }: { onRead: (text: string) => void; onClose: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [denied, setDenied] = useState(false);

  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer = 0;
    let over = false;

    async function look(read: Reader): Promise<void> {
      if (over || !video.current) return;
      const text = await read(video.current);
      if (over) return;
      if (text) {
        onRead(text);
        return;
      }
      timer = window.setTimeout(() => void look(read), 200);
    }

    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment' } })
      .then(async (opened) => {
        if (over || !video.current) {
          opened.getTracks().forEach((track) => track.stop());
          return;
        }
        stream = opened;
        video.current.srcObject = opened;
        await video.current.play();
        await look(await reader());
      })
      .catch(() => setDenied(true));

    return () => {
      over = true;
      clearTimeout(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);

  return (
    <div class="camera">
      <p>{denied ? words('find.camera.denied') : words('find.camera.title')}</p>
      {denied ? null : <video ref={video} muted playsInline aria-label={words('find.camera.title')} />}
      <button type="button" class="quiet" onClick={onClose}>
        {words('find.camera.close')}
      </button>
    </div>
  );
}
