package vn.motcua.processing.handover;

/** From which side stays are looked at. */
public enum HandOverSide {
    /** Own cases that another unit has or had. */
    GIVEN,
    /** Cases of other units that lie or lay here. */
    TAKEN
}
