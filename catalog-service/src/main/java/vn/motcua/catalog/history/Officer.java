package vn.motcua.catalog.history;

import vn.motcua.platform.identity.Caller;

/**
 * Somebody who acts in official capacity.
 *
 * @param subject of the token: two persons are the same if and only if this is
 * @param name null where the identity provider knows none
 * @param title null where the identity provider knows none
 */
public record Officer(String subject, String name, String title) {

    /** The caller of the present request. */
    public static Officer of(Caller caller) {
        return new Officer(caller.subject(), caller.name(), caller.title());
    }
}
