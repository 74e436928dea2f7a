import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../words/words';

/** The field of the pad in the units of the API. */
const WIDTH = 1000;
const HEIGHT = 400;
const MOST_NUMBERS = 6000;
const MOST_STROKES = 120;
/** Points nearer than this say nothing new. */
const NEAR = 4;

/** Where the person signs with finger, pen or mouse; strokes are x, y, x, y … in a field of 1000 × 400. */
export function SignaturePad({ strokes, onStrokes }: { strokes: number[][]; onStrokes: (strokes: number[][]) => void }) {
  const pad = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<number[] | null>(null);
  useEffect(() => draw(pad.current, strokes), [strokes]);

  const point = (event: PointerEvent): [number, number] => {
    const box = (event.currentTarget as HTMLCanvasElement).getBoundingClientRect();
    const at = (value: number, from: number, size: number, most: number) =>
      Math.min(most, Math.max(0, Math.round(((value - from) / Math.max(1, size)) * most)));
    return [at(event.clientX, box.left, box.width, WIDTH), at(event.clientY, box.top, box.height, HEIGHT)];
  };
  const full = () => strokes.length >= MOST_STROKES || strokes.reduce((sum, each) => sum + each.length, 0) + (drawing.current?.length ?? 0) >= MOST_NUMBERS - 2;
  const begin = (event: PointerEvent) => {
    if (full()) return;
    (event.currentTarget as HTMLCanvasElement).setPointerCapture?.(event.pointerId);
    drawing.current = point(event);
    draw(pad.current, [...strokes, drawing.current]);
  };
  const go = (event: PointerEvent) => {
    const stroke = drawing.current;
    if (!stroke || full()) return;
    const [x, y] = point(event);
    if (Math.hypot(x - (stroke.at(-2) ?? 0), y - (stroke.at(-1) ?? 0)) < NEAR) return;
    stroke.push(x, y);
    draw(pad.current, [...strokes, stroke]);
  };
  const end = () => {
    const stroke = drawing.current;
    drawing.current = null;
    if (stroke) onStrokes([...strokes, stroke]);
  };
  return (
    <div class="signature">
      <canvas
        ref={pad}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={words('signature.pad')}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <button type="button" class="quiet" disabled={strokes.length === 0} onClick={() => onStrokes([])}>
        {words('signature.clear')}
      </button>
    </div>
  );
}

function draw(canvas: HTMLCanvasElement | null, strokes: number[][]): void {
  const pen = canvas?.getContext('2d');
  if (!pen) return;
  pen.clearRect(0, 0, WIDTH, HEIGHT);
  pen.lineWidth = 6;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = '#1b1f24';
  for (const stroke of strokes) {
    pen.beginPath();
    for (let i = 0; i < stroke.length; i += 2) {
      const [x, y] = [stroke[i] ?? 0, stroke[i + 1] ?? 0];
      if (i === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
    if (stroke.length === 2) pen.lineTo((stroke[0] ?? 0) + 1, stroke[1] ?? 0);
    pen.stroke();
  }
}
