package vn.motcua.intake.people;

import static vn.motcua.intake.person.PersonField.ADDRESS;
import static vn.motcua.intake.person.PersonField.EMAIL;
import static vn.motcua.intake.person.PersonField.IDENTIFIER;
import static vn.motcua.intake.person.PersonField.NAME;
import static vn.motcua.intake.person.PersonField.PHONE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.dossier.ReadOnce;
import vn.motcua.intake.person.Masking;
import vn.motcua.intake.person.PersonVault;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The people of dossiers: sealed on the way in, opened or masked on the way out. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<DossierPerson, DossierPerson.Key> {
    /** The suite's own services see what they need to reach and to name a person. */
    private static final String SERVICE = "service";

    private final PersonVault vault;
    private final ReadOnce once;

    People(PersonVault vault, ReadOnce once) {
        this.vault = vault;
        this.once = once;
    }

    /** Enters the people of a new dossier; parts without a person are left out. */
    public void enter(UUID dossierId, Map<Part, PersonInput> people) {
        people.forEach((part, input) -> {
            DossierPerson person = new DossierPerson(dossierId, part);
            person.enter(input, vault);
            persist(person);
            once.forget(DossierPerson.class, dossierId);
        });
    }

    /** Corrects or adds people. */
    public void correct(UUID dossierId, Map<Part, PersonInput> people) {
        people.forEach((part, input) -> {
            DossierPerson person = findById(new DossierPerson.Key(dossierId, part));
            if (person == null) {
                enter(dossierId, Map.of(part, input));
            } else {
                person.enter(input, vault);
            }
        });
    }

    /** Everyone, unmasked: for official forms. */
    public Map<Part, PersonView> whole(UUID dossierId) {
        Map<Part, PersonView> people = new EnumMap<>(Part.class);
        of(dossierId).forEach(person -> people.put(person.part(), person.open(vault)));
        return people;
    }

    /** Everyone as these roles may see them. */
    public Map<Part, PersonView> seenBy(UUID dossierId, Set<String> roles) {
        return seenBy(of(dossierId), roles);
    }

    private List<DossierPerson> of(UUID dossierId) {
        return once.get(DossierPerson.class, dossierId, () -> list("dossierId", dossierId));
    }

    /** The same for people read already. */
    public Map<Part, PersonView> seenBy(List<DossierPerson> persons, Set<String> roles) {
        boolean whole = Masking.seesAll(roles) || roles.contains(SERVICE);
        Map<Part, PersonView> people = new EnumMap<>(Part.class);
        for (DossierPerson person : persons) {
            PersonView open = person.open(vault);
            people.put(person.part(), whole ? open : masked(open));
        }
        return people;
    }

    private static PersonView masked(PersonView person) {
        return new PersonView(
                Masking.mask(person.name(), NAME),
                person.identifierKind(),
                Masking.mask(person.identifier(), IDENTIFIER),
                Masking.mask(person.address(), ADDRESS),
                Masking.mask(person.phone(), PHONE),
                person.phoneOwner(),
                Masking.mask(person.email(), EMAIL),
                person.authorisation());
    }
}
