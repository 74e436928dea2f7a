import { useEffect, useState } from 'preact/hooks';
import { Problem, unreachable } from '../api/problem';
import { file } from '../api/services';
import { words } from '../words/words';
import { ProblemNote } from './problem-note';

interface Held {
  url: string;
  image: boolean;
}

interface FileViewProps {
  path: string;
  label: string;
  /** Whether the browser's print dialog opens once a document is there. */
  print?: boolean;
}

/** A file behind the bearer token: pictures in place, others in their own tab. */
export function FileView({ path, label, print = false }: FileViewProps) {
  const [held, setHeld] = useState<Held | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [again, setAgain] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    let url: string | null = null;
    setHeld(null);
    setProblem(null);
    file(path, abort.signal)
      .then((blob) => {
        if (abort.signal.aborted) return;
        url = URL.createObjectURL(blob);
        setHeld({ url, image: blob.type.startsWith('image/') });
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setProblem(error instanceof Problem ? error : unreachable());
      });
    return () => {
      abort.abort();
      if (url) URL.revokeObjectURL(url);
    };
  }, [path, again]);

  if (problem) return <ProblemNote problem={problem} retry={() => setAgain(again + 1)} />;
  if (!held) return <p class="waiting">{words('file.loading')}</p>;
  return (
    <figure class="file-view">
      {held.image ? <img src={held.url} alt={label} /> : <iframe src={held.url} title={label} onLoad={print ? (event) => printFrame(event.currentTarget) : undefined} />}
      <figcaption>
        <a href={held.url} target="_blank" rel="noopener">
          {words('file.open')}
        </a>
      </figcaption>
    </figure>
  );
}

/** A browser that shows the document in a viewer of its own may refuse: then it is printed from there. */
function printFrame(frame: HTMLIFrameElement): void {
  try {
    frame.contentWindow?.print();
  } catch {
    frame.focus();
  }
}
