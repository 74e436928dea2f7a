package vn.motcua.intake.people;

/** A person of a dossier as the reader's roles may see them: whole, or masked. Members that are not known are null. */
public record PersonView(
        String name,
        Identifier.Kind identifierKind,
        String identifier,
        String address,
        String phone,
        String phoneOwner,
        String email,
        String authorisation) {}
