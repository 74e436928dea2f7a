package vn.motcua.intake.progress;

import vn.motcua.intake.access.Signature;

/** Who acted in the case or the return: an officer in official capacity, or nobody. */
record Official(String role, String name, String title) {
    Signature signature() {
        return new Signature(null, name, title);
    }
}
