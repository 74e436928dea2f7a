/** So many pages of a list, one behind the other, and where the next begins. */
export async function collected<T>(read: (after?: string) => Promise<{ items: T[]; next?: string | null }>, pages: number): Promise<{ items: T[]; next?: string | null }> {
  const items: T[] = [];
  let after: string | undefined;
  for (let n = 0; n < pages; n++) {
    const page = await read(after);
    items.push(...page.items);
    if (!page.next) return { items, next: null };
    after = page.next;
  }
  return { items, next: after ?? null };
}
