package vn.motcua.catalog.procedure;

/** Law on Fees and Charges 2015 Art.3: FEE is phí (recovers a cost), CHARGE is lệ phí (a fixed amount of the State). */
public enum FeeKind {
    FEE,
    CHARGE
}
