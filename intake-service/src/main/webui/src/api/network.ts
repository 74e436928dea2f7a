import { signal } from '@preact/signals';

/** Whether the services are within reach, as far as the last try tells. */
export const online = signal(navigator.onLine);

export function heard(): void {
  online.value = true;
}

export function lost(): void {
  online.value = false;
}

addEventListener('offline', lost);
addEventListener('online', () => {
  online.value = true;
});
