package vn.motcua.bench;

import java.net.URI;
import java.util.stream.Stream;

/** The officers at one client's desks in Mường Sại: each client has logins of its own. */
record Staff(Token reception, Token cashier, Token specialist, Token approver, Token director) {
    static final String UNIT = "14-03712-20250701";
    static final String DEPARTMENT = "office";

    static Staff loggedIn(URI gateway) {
        return new Staff(
                Token.of(gateway, "hoa.reception"),
                Token.of(gateway, "thu.cashier"),
                Token.of(gateway, "tu.specialist"),
                Token.of(gateway, "chu.chair"),
                Token.of(gateway, "giam.director"));
    }

    void renewIfOld() {
        Stream.of(reception, cashier, specialist, approver, director).forEach(Token::renewIfOld);
    }
}
