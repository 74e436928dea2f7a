package vn.motcua.processing.opinion;

/** Where a request for an opinion stands; that an open one is late is told by its date. */
public enum OpinionState {
    OPEN,
    ANSWERED,
    WITHDRAWN
}
