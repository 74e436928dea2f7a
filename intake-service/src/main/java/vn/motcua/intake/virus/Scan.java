package vn.motcua.intake.virus;

/** What is known of a file's viruses: no scanner is set up, none found, still to be scanned, found after it was taken. */
public enum Scan {
    OFF,
    CLEAN,
    WAITING,
    INFECTED
}
