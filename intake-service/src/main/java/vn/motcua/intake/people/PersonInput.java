package vn.motcua.intake.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import vn.motcua.intake.person.Phone;

/**
 * A person as entered. Everything but the name may be missing: newborns have no number, many elderly people no phone.
 *
 * @param phoneOwner whose phone it is
 * @param authorisation the paper by which a submitter or collector acts for the owner, else null
 */
public record PersonInput(
        @NotBlank @Size(max = 200) String name,
        Identifier.Kind identifierKind,
        @Size(max = 40) String identifier,
        @Size(max = 300) String address,
        @Pattern(regexp = "[0-9+ ().-]{8,20}") String phone,
        Phone.Owner phoneOwner,
        @Email @Size(max = 200) String email,
        @Size(max = 200) String authorisation) {}
