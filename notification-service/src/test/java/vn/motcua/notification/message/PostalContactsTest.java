package vn.motcua.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class PostalContactsTest {
    @Test
    void a_unit_has_the_contact_that_is_configured_and_others_have_none() {
        PostalContacts contacts = contacts("14-03712-20250701=Bưu cục Mường Sại 0212 3830 000");
        assertThat(contacts.of("14-03712-20250701")).isEqualTo("Bưu cục Mường Sại 0212 3830 000");
        assertThat(contacts.of("14-03703-20250701")).isNull();
        assertThat(contacts().of("14-03712-20250701")).isNull();
    }

    @Test
    void what_is_no_unit_with_its_contact_stops_the_start() {
        assertThatThrownBy(() -> contacts("14-03712-20250701")).hasMessageContaining("unit=contact");
        assertThatThrownBy(() -> contacts("14-03712-20250701= ")).hasMessageContaining("unit=contact");
    }

    private static PostalContacts contacts(String... entries) {
        return new PostalContacts(List.of(entries));
    }
}
