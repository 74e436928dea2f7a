package vn.motcua.catalog.check;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** In tests of the service nobody is asked: there is nothing behind the links of one host, and something behind all others. */
@Alternative
@Priority(1)
@Singleton
class KnownLinks extends LookAtLink {
    static final String GONE = "https://mat.example.vn/to-khai.docx";

    @Override
    Found at(String address) {
        return address.startsWith("https://mat.example.vn/") ? Found.DEAD : Found.ALIVE;
    }
}
