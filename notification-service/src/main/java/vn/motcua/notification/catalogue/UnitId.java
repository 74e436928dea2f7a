package vn.motcua.notification.catalogue;

/** How a unit's id looks: province, code and first day in force. */
public final class UnitId {

    /** For validation of input. */
    public static final String PATTERN = "[0-9]{2}-[0-9]{5}-[0-9]{8}";

    private UnitId() {}
}
