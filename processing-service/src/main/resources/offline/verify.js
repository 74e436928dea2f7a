(() => {
  'use strict';
  const words = {
    VALID: ['ok', '✓ Thật, không có trong danh sách thu hồi · Genuine, not on the list'],
    REPLACED: ['soon', '▲ Thật nhưng đã được thay thế bởi số · Genuine but replaced by number'],
    REVOKED: ['late', '■ Không có giá trị · Counts for nothing'],
    UNKNOWN: ['late', '■ Không phải mã do hệ thống ban hành · Not a code issued here'],
  };
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const read = (text) => JSON.parse(new TextDecoder().decode(bytes(text)));

  /** What a compact JWS says, if one of the keys signed it; else null. */
  async function open(jws, keys) {
    try {
      const [head, body, signature] = jws.split('.');
      const { alg, kid } = read(head);
      if (alg !== 'ES256' || !Object.hasOwn(keys, kid)) return null;
      const { kty, crv, x, y } = keys[kid];
      const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
      const signed = new TextEncoder().encode(`${head}.${body}`);
      const good = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes(signature), signed);
      return good ? read(body) : null;
    } catch {
      return null;
    }
  }

  async function check(code, keys, list) {
    const token = /[\w-]+\.[\w-]+\.[\w-]+$/.exec(code.trim())?.[0];
    const said = token ? await open(token, keys) : null;
    if (!said || !said.i) return { state: 'UNKNOWN' };
    const ended = Object.hasOwn(list.ended, said.i) ? list.ended[said.i] : null;
    return { state: ended === null ? 'VALID' : ended ? 'REPLACED' : 'REVOKED', by: ended, said };
  }

  globalThis.motcua = { open, check };
  if (typeof document === 'undefined') return;
  const at = (id) => document.getElementById(id);
  const keys = JSON.parse(at('keys').textContent);
  let list = null;

  async function take(jws) {
    const newer = await open(jws.trim(), keys);
    if (newer && newer.ended && (!list || newer.at > list.at)) list = newer;
    at('at').textContent = list ? list.at : '–';
  }

  async function show() {
    if (!list) await take(at('list').textContent);
    const answer = list ? await check(at('code').value, keys, list) : { state: 'UNKNOWN' };
    const [look, text] = words[answer.state];
    at('answer').className = look;
    at('answer').textContent = answer.by ? `${text} ${answer.by}` : text;
    const facts = answer.said ? [['Số · Number', answer.said.n], ['Ngày · Date', answer.said.d], ['Cơ quan · Office', answer.said.u]] : [];
    at('facts').replaceChildren(
      ...facts.flatMap(([name, value]) => [['dt', name], ['dd', value]].map(([tag, words]) => {
        const element = document.createElement(tag);
        element.textContent = words;
        return element;
      })),
    );
  }

  at('check').addEventListener('click', () => void show());
  at('newer').addEventListener('change', async (event) => take(await event.target.files[0].text()));
  void take(at('list').textContent).then(() => {
    if (location.hash.length < 2) return undefined;
    at('code').value = location.hash.slice(1);
    return show();
  });
})();
