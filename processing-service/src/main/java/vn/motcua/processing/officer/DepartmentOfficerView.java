package vn.motcua.processing.officer;

import java.time.Instant;

/**
 * An officer to whom a case can be given.
 *
 * @param subject of the account, as {@code assignee} of REASSIGN takes it
 * @param name null where the account has none
 * @param lastSeen newest claim in this department known, to ten minutes, UTC
 * @param openCases how many cases of the unit the officer holds now
 */
record DepartmentOfficerView(String subject, String name, String title, Instant lastSeen, int openCases) {}
