import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Field } from '../src/parts/field';

const field = (value: string) => render(<Field label="Hẹn lại đến" type="datetime-local" value={value} onInput={() => undefined} />);

describe('a field of a date and time', () => {
  it('says how its date is read here, whatever way round the browser writes it', () => {
    field('2026-12-01T08:17');
    expect(screen.getByText('Tức là 08:17 01/12/2026.').id).toBe(screen.getByLabelText('Hẹn lại đến').getAttribute('aria-describedby'));
  });

  it('says nothing of what is no date yet', () => {
    for (const value of ['', '2026-12', '20266-12-01T08:17']) field(value);
    expect(screen.queryByText(/Tức là/)).toBeNull();
  });
});
