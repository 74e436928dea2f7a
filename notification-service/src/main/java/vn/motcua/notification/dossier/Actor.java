package vn.motcua.notification.dossier;

/**
 * Who acted on a dossier: the role, and name and official title of an officer in official capacity (both null for a
 * person served, the clock or a system).
 */
public record Actor(String role, String name, String title) {

    /** Whether an officer is named. */
    public boolean named() {
        return name != null && !name.isBlank();
    }

    /** Name and title as a message prints them, null if nobody is named. */
    public String label() {
        if (!named()) {
            return null;
        }
        return title == null || title.isBlank() ? name : name + " – " + title;
    }
}
