package vn.motcua.processing.draft;

/** What is wrong with a draft, as the person says; their own words stand beside it and never leave the service. */
public enum DraftFault {
    NAME_WRONG,
    DATE_WRONG,
    PLACE_WRONG,
    PARENT_WRONG,
    NUMBER_WRONG,
    OTHER_WRONG
}
