/** Answers of the public guidance as its link carries them; nothing in them says who gave them. */
export interface GuidanceAnswers {
  cases: string[];
  pages: string | null;
  copies: string | null;
  channel: string | null;
  returnMode: string | null;
}

const COUNT = /^[1-9]\d{0,3}$/;
const CASE = /^(?:[0-9a-f]{8}|none|self)$/;

/** Reads the query of a link or of the desk's own address; what it does not know is left out. */
export function answersOf(query: string): GuidanceAnswers {
  const read = new URLSearchParams(query);
  const one = (name: string, pattern: RegExp): string | null => {
    const value = read.get(name);
    return value !== null && pattern.test(value) ? value : null;
  };
  return {
    cases: [...new Set(read.getAll('case').filter((key) => CASE.test(key)))],
    pages: one('pages', COUNT),
    copies: one('copies', COUNT),
    channel: one('channel', /^(?:COUNTER|ONLINE|POST)$/),
    returnMode: one('return', /^(?:COUNTER|POST|ELECTRONIC)$/),
  };
}

/** The same as a query; empty without any answer. */
export function queryOf(answers: GuidanceAnswers): string {
  const query = new URLSearchParams();
  answers.cases.forEach((key) => query.append('case', key));
  const rest: [string, string | null][] = [
    ['pages', answers.pages],
    ['copies', answers.copies],
    ['channel', answers.channel],
    ['return', answers.returnMode],
  ];
  for (const [name, value] of rest) {
    if (value !== null) query.append(name, value);
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}
