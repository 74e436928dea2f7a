package vn.motcua.notification.catalogue;

/** A unit that receives dossiers, as a page offers it. Province may be null. */
public record Unit(String id, String name, String province) {}
