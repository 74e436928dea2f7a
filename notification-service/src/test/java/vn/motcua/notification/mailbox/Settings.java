package vn.motcua.notification.mailbox;

import vn.motcua.notification.NotificationConfig;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** A mailbox as it may be set up. */
record Settings(String unit, String security) implements NotificationConfig.Mailbox {
    @Override
    public String host() {
        return "imap.example.vn";
    }

    @Override
    public OptionalInt port() {
        return OptionalInt.empty();
    }

    @Override
    public String user() {
        return "gopy@muongsai.example";
    }

    @Override
    public String password() {
        return "secret";
    }

    @Override
    public Optional<String> address() {
        return Optional.empty();
    }

    @Override
    public Optional<String> authservId() {
        return Optional.empty();
    }

    @Override
    public Optional<String> tls() {
        return Optional.ofNullable(security);
    }

    @Override
    public Optional<String> folder() {
        return Optional.empty();
    }

    @Override
    public LocalDate since() {
        return LocalDate.of(2026, 12, 1);
    }
}
