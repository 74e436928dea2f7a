package vn.motcua.processing.signature;

import eu.europa.esig.dss.model.x509.CertificateToken;

import java.security.PrivateKey;
import java.util.List;

/**
 * A signer's key and certificates.
 *
 * @param chain the signer's certificate first, the authority's root last
 */
record SignerKey(PrivateKey key, List<CertificateToken> chain) {
    SignerKey {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a key without a certificate signs nothing");
        }
    }

    CertificateToken certificate() {
        return chain.get(0);
    }

    CertificateToken root() {
        return chain.get(chain.size() - 1);
    }
}
