/** One wrong input, by its JSON pointer in the body. */
export interface Violation {
  pointer: string;
  message: string;
}

/** Why something was not done: problem details of a service (RFC 9457), or that no service was reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly title: string,
    readonly detail: string | null,
    readonly violations: Violation[],
    readonly members: Record<string, unknown>,
  ) {
    super(slug);
  }

  /** Nobody answered, or the one who did could not: trying again may help and is safe. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** Somebody else was faster: the officer's copy is out of date. */
  get overtaken(): boolean {
    return this.status === 412 || this.status === 409;
  }

  /** The message for one member of the body, or null. */
  at(pointer: string): string | null {
    return this.violations.find((violation) => violation.pointer === pointer)?.message ?? null;
  }
}

export const unreachable = (): Problem => new Problem(0, 'unreachable', '', null, [], {});

/** Reads problem details; anything else that is not a success becomes one without words. */
export function problemOf(status: number, body: unknown): Problem {
  const members = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const slug = typeof members['type'] === 'string' ? members['type'].replace(/^.*\//, '') : 'unknown';
  const violations = Array.isArray(members['violations']) ? (members['violations'] as Violation[]) : [];
  return new Problem(
    status,
    slug,
    typeof members['title'] === 'string' ? members['title'] : '',
    typeof members['detail'] === 'string' ? members['detail'] : null,
    violations,
    members,
  );
}

/** What is known of the change that was faster: a service names its newest act, who did it and when. */
export interface Faster {
  act: string | null;
  by: string | null;
  role: string | null;
  at: string | null;
  heldBy: string | null;
  heldUntil: string | null;
}

export function fasterOf(problem: Problem): Faster | null {
  const current = (problem.members['current'] ?? {}) as Record<string, unknown>;
  const held = (problem.members['held'] ?? current['held'] ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const faster = {
    act: text(current['act'] ?? current['action']),
    by: text(current['by'] ?? current['actorName'] ?? current['officer']),
    role: text(current['role'] ?? current['actor']),
    at: text(current['at']),
    heldBy: text(held['by']),
    heldUntil: text(held['until']),
  };
  return Object.values(faster).some((value) => value !== null) ? faster : null;
}
