import { computed, signal } from '@preact/signals';
import { InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';

/** Roles of officers, as the realm names them. */
export type Role =
  | 'reception'
  | 'cashier'
  | 'specialist'
  | 'approver'
  | 'director'
  | 'catalog-editor'
  | 'auditor'
  | 'citizen'
  | 'service';

/** Who is logged in, from the claims of the access token. */
export interface Officer {
  subject: string;
  name: string;
  title: string;
  roles: Role[];
  units: string[];
  department: string | null;
}

/** Null until logged in. */
export const officer = signal<Officer | null>(null);

/** True when the log-in has run out and could not be renewed: what is typed stays, the officer logs in again. */
export const expired = signal(false);

export const has = (...roles: Role[]) => roles.some((role) => officer.value?.roles.includes(role) ?? false);

/** The unit an officer works for; the first where there are several. */
export const ownUnit = computed(() => officer.value?.units[0] ?? '');

const realm = `${location.origin}/auth/realms/mot-cua`;
const home = `${location.origin}/desk/`;

// Tokens live in memory only. What survives the trip to the log-in page is the one-time state of that trip, not a token.
const manager = new UserManager({
  authority: realm,
  client_id: 'desk',
  redirect_uri: home,
  popup_redirect_uri: home,
  post_logout_redirect_uri: home,
  scope: 'openid',
  response_type: 'code',
  metadata: {
    issuer: realm,
    authorization_endpoint: `${realm}/protocol/openid-connect/auth`,
    token_endpoint: `${realm}/protocol/openid-connect/token`,
    end_session_endpoint: `${realm}/protocol/openid-connect/logout`,
  },
  userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  stateStore: new WebStorageStateStore({ store: sessionStorage, prefix: 'desk.trip.' }),
  automaticSilentRenew: true,
  loadUserInfo: false,
  monitorSession: false,
  validateSubOnSilentRenew: true,
});

manager.events.addUserLoaded(take);
manager.events.addSilentRenewError(() => {
  expired.value = true;
});
manager.events.addAccessTokenExpired(() => {
  expired.value = true;
});

/**
 * Logs in before anything is shown: with the session of the log-in page a reload costs one redirect and no typing.
 *
 * @param language of the log-in page
 * @returns false while the browser is leaving for the log-in page, or when this window only answers the one that opened it
 */
export async function logIn(language: string): Promise<boolean> {
  const query = new URLSearchParams(location.search);
  const answered = query.has('state') && (query.has('code') || query.has('error'));
  if (answered && window.opener) {
    await manager.signinPopupCallback();
    return false;
  }
  if (answered) {
    try {
      const user = await manager.signinRedirectCallback();
      const back = (user.state as { path?: string } | undefined)?.path;
      history.replaceState(null, '', back?.startsWith('/desk/') ? back : '/desk/');
      take(user);
      return true;
    } catch {
      // An answer that was used before, as after going back: begin anew.
      history.replaceState(null, '', '/desk/');
    }
  }
  await manager.clearStaleState();
  await manager.signinRedirect({ state: { path: location.pathname }, ui_locales: language });
  return false;
}

/** Logs in again beside the page, so that nothing typed is lost. */
export async function logInAgain(language: string): Promise<void> {
  const user = await manager.signinPopup({ ui_locales: language, popupWindowFeatures: { width: 520, height: 680 } });
  take(user);
}

export const logOut = (): Promise<void> => manager.signoutRedirect();

/** The bearer token, or null when there is none that still holds. */
export async function token(): Promise<string | null> {
  const user = await manager.getUser();
  if (user && !user.expired) {
    return user.access_token;
  }
  expired.value = true;
  return null;
}

function take(user: User): void {
  officer.value = officerOf(user.access_token);
  expired.value = false;
}

/** Reads the claims of an access token; whether it is true is for the services to say. */
export function officerOf(accessToken: string): Officer {
  const payload = accessToken.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  const access = claims['realm_access'] as { roles?: Role[] } | undefined;
  const unit = claims['unit'];
  return {
    subject: String(claims['sub'] ?? ''),
    name: String(claims['name'] ?? claims['preferred_username'] ?? ''),
    title: String(claims['title'] ?? ''),
    roles: access?.roles ?? [],
    units: Array.isArray(unit) ? unit.map(String) : unit ? [String(unit)] : [],
    department: claims['department'] ? String(claims['department']) : null,
  };
}
