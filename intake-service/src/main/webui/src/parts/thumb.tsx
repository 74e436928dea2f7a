import { useEffect, useState } from 'preact/hooks';
import { file } from '../api/services';
import { words } from '../words/words';

/** A small picture behind the bearer token; nothing where there is none. */
export function Thumb({ path, sha256 }: { path: string; sha256: string }) {
  const [url, setUrl] = useState<string | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    let made: string | null = null;
    setUrl(null);
    file(path, abort.signal)
      .then((blob) => {
        if (abort.signal.aborted) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      })
      .catch(() => {
        // the paper is there without its picture
      });
    return () => {
      abort.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [path, sha256]);

  return url ? <img class="thumb" src={url} alt={words('papers.first-page')} /> : null;
}
