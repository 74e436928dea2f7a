package vn.motcua.catalog.unit;

/** Whether a former unit went into a new one as a whole or with a part of it only. */
public enum Part {
    WHOLE,
    PART
}
