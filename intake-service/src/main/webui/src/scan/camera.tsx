import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/words';

interface Detected {
  rawValue: string;
}
interface Detector {
  detect(source: HTMLVideoElement): Promise<Detected[]>;
}
type DetectorClass = new (options: { formats: string[] }) => Detector;

const detectorClass = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Whether this browser reads codes by itself; where it does not, there is no button. */
export const canScan = detectorClass !== undefined && navigator.mediaDevices !== undefined;

/** The camera's picture until it reads a code. Pictures never leave the device. */
export function Camera({ onRead, onClose }: { onRead: (text: string) => void; onClose: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [denied, setDenied] = useState(false);

  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer = 0;
    let over = false;
    const detector = detectorClass ? new detectorClass({ formats: ['qr_code', 'code_128'] }) : null;

    async function look(): Promise<void> {
      if (over || !video.current || !detector) return;
      const found = await detector.detect(video.current).catch(() => []);
      const text = found[0]?.rawValue;
      if (over) return;
      if (text) {
        onRead(text);
        return;
      }
      timer = window.setTimeout(() => void look(), 200);
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
        await look();
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
