package vn.motcua.notification.catalogue;

import java.util.List;

/** {@code catalog.procedures} with the fields this service reads. */
record ProcedurePublished(String code, int version, Name name, List<Component> components) {

    /** A paper of the published list; its name is Vietnamese. */
    record Component(String id, String name) {}

    /** The name in the languages it is published in; English may be missing. */
    record Name(String vi, String en) {}
}
