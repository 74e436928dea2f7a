package vn.motcua.intake.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import vn.motcua.intake.person.PersonVault;
import vn.motcua.intake.person.Phone;

import java.io.Serializable;
import java.util.UUID;

/** One person of one dossier, sealed but for the name. */
@Entity
@Table(name = "dossier_person")
@IdClass(DossierPerson.Key.class)
public class DossierPerson {
    /** One part of one dossier. */
    public record Key(UUID dossierId, Part part) implements Serializable {}

    @Id
    @Column(name = "dossier_id")
    private UUID dossierId;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "part")
    private Part part;

    @Column(name = "name", nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "identifier_kind")
    private Identifier.Kind identifierKind;

    @Column(name = "identifier")
    private byte[] identifier;

    @Column(name = "identifier_index")
    private byte[] identifierIndex;

    @Column(name = "address")
    private byte[] address;

    @Column(name = "phone")
    private byte[] phone;

    @Column(name = "phone_index")
    private byte[] phoneIndex;

    @Enumerated(EnumType.STRING)
    @Column(name = "phone_owner")
    private Phone.Owner phoneOwner;

    @Column(name = "email")
    private byte[] email;

    @Column(name = "authorisation")
    private String authorisation;

    protected DossierPerson() {}

    DossierPerson(UUID dossierId, Part part) {
        this.dossierId = dossierId;
        this.part = part;
    }

    void enter(PersonInput input, PersonVault vault) {
        name = input.name().strip();
        identifierKind = input.identifierKind();
        identifier = vault.seal(input.identifier());
        identifierIndex = vault.blindIndex(input.identifier());
        address = vault.seal(input.address());
        String number = input.phone() == null ? null : Phone.read(input.phone()).orElse(input.phone());
        phone = vault.seal(number);
        phoneIndex = vault.blindIndex(number);
        phoneOwner = input.phoneOwner();
        email = vault.seal(input.email());
        authorisation = input.authorisation();
    }

    PersonView open(PersonVault vault) {
        return new PersonView(
                name,
                identifierKind,
                vault.open(identifier),
                vault.open(address),
                vault.open(phone),
                phoneOwner == null ? null : phoneOwner.name(),
                vault.open(email),
                authorisation);
    }

    Part part() {
        return part;
    }
}
