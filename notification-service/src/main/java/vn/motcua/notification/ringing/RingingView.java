package vn.motcua.notification.ringing;

import com.fasterxml.jackson.annotation.JsonIgnore;

import java.util.List;
import java.util.UUID;

/**
 * Which messages of a dossier ring.
 *
 * @param sms whether short messages do
 * @param email whether letters do
 * @param mayChange whether the caller may enter what a person says: reception of the receiving or the returning unit's counter
 * @param revision its ETag
 * @param changes the newest fifty, the newest first
 */
record RingingView(
        UUID dossierId, boolean sms, boolean email, boolean mayChange, @JsonIgnore long revision, List<Wish> changes) {}
