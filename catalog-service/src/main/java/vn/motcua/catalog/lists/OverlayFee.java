package vn.motcua.catalog.lists;

import vn.motcua.catalog.procedure.Fee;

/** A row of {@code fees_overlay.csv}: from the law it names; wins over the lists. No channel: every channel. */
record OverlayFee(String code, Fee fee) {}
