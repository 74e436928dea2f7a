package vn.motcua.processing.signature;

import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.CertificateExtensionsUtils;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Revocation lists from the addresses in the certificates. */
final class RevocationLists implements CRLSource {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(RevocationLists.class);

    private final Duration patience;
    private final transient HttpClient http;

    RevocationLists(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Null where no address answers with a list: the signature then stays below B-LT. */
    @Override
    public CRLToken getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        for (String address : CertificateExtensionsUtils.getCRLAccessUrls(certificate)) {
            try {
                HttpResponse<byte[]> answer = http.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .timeout(patience)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() == 200) {
                    CRLToken list = new CRLToken(
                            certificate, CRLUtils.buildCRLValidity(CRLUtils.buildCRLBinary(answer.body()), issuer));
                    list.setExternalOrigin(RevocationOrigin.EXTERNAL);
                    return list;
                }
            } catch (IOException | IllegalArgumentException e) {
                LOG.warnf("no revocation list from %s: %s", address, e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }
}
