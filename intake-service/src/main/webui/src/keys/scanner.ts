/** A hand scanner types: many characters, a few milliseconds apart, then Enter. People do not. */
const GAP_MS = 50;
const SHORTEST = 6;
/** After a printed character nobody's Enter is taken for the main button: half a scan must never act. */
const QUIET_MS = 1_500;

export class ScannerBuffer {
  private text = '';
  private last = -Infinity;

  /** @returns the scanned text when this key ends one, else null */
  key(key: string, at: number): string | null {
    if (key === 'Enter') {
      const scanned = this.text.length >= SHORTEST && at - this.last <= GAP_MS * 4 ? this.text : null;
      this.text = '';
      return scanned;
    }
    if (key.length !== 1) return null;
    this.text = at - this.last <= GAP_MS ? this.text + key : key;
    this.last = at;
    return null;
  }

  /** Whether something was typed into the open so recently that Enter may belong to it. */
  typing(at: number): boolean {
    return at - this.last < QUIET_MS;
  }
}
