package vn.motcua.intake.people;

/**
 * The parts people have in a dossier (domain.md §7.3): whose it is, who submits it, who helps and decides nothing, who collects, and
 * whom to tell.
 */
public enum Part {
    OWNER,
    SUBMITTER,
    HELPER,
    COLLECTOR,
    CONTACT
}
