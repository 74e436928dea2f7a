package vn.motcua.devstack;

/** What a person sees when everything is up. */
final class UpTable {

    private UpTable() {}

    static String of(Suite suite) {
        String url = suite.publicUrl();
        return """

                Một Cửa is up.

                  People            %1$s/
                  Officers          %1$s/desk/
                  API               %1$s/api/{catalog,intake,processing,notification}/openapi
                  Keycloak          %2$s/auth/admin (admin, demo-admin; this machine only)
                  PostgreSQL        %3$s… (user and database = service, password demo-<service>)
                  Kafka             %4$s (departments' systems: %7$s, SASL)
                  Logs              %5$s
                  Virus scan        %6$s

                  Demo users, password demo (never for real data):
                    Mường Sại       hoa.reception · thu.cashier · tu.specialist · kinh.specialist · chu.chair · giam.director
                                    bien.editor · kiem.auditor
                    Calendar VN     thanh.calendar
                    Quỳnh Nhai      nhai.reception · nhai.specialist · nhai.chair
                    Citizen         vui.citizen

                Ctrl-C stops everything; the state is kept. deploy/bin/up --fresh begins anew."""
                .formatted(
                        url,
                        suite.url(SuitePart.KEYCLOAK),
                        suite.jdbcUrl(""),
                        suite.bootstrapServers(),
                        suite.log(SuitePart.GATEWAY).getParent(),
                        scanner(System.getenv("INTAKE_VIRUS_SCAN_HOST")),
                        suite.outsideServers());
    }

    /** What people's files are scanned by; {@code deploy/bin/up} looks for clamd and hands on what it found. */
    static String scanner(String host) {
        return host == null || host.isBlank()
                ? "none, files are taken unscanned (clamav-daemon with TCPSocket 3310 is found)"
                : "clamd at " + host;
    }
}
