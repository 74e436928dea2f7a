package vn.motcua.notification.catalogue;

/** {@code catalog.units} with the fields this service reads. */
record UnitPublished(String id, String name, String provinceName, boolean receives) {}
