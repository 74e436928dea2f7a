package vn.motcua.processing.signature;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An authority as one stands on the network: a revocation list and RFC 3161 time-stamps over HTTP, keys in PKCS#12 files. It can fail. */
final class HttpAuthority implements AutoCloseable {
    static final String PASSWORD = "only-for-tests-12";

    private static final X500Name ROOT = new X500Name("C=VN,O=Test,CN=Test Root");
    private static final Duration LONG = Duration.ofDays(3650);
    /** Made once: making one takes a second. */
    private static final KeyPair ROOT_KEY = pair();

    private static final KeyPair STAMP_KEY = pair();
    private static final KeyPair SIGNER_KEY = pair();

    /** How the time-stamp service answers. */
    enum Stamps {
        RIGHT,
        OVERLOADED,
        OF_ANOTHER_QUESTION,
        NO_STAMP_AT_ALL
    }

    private final Instant now;
    private final KeyPair rootKey;
    private final HttpServer server;
    private final X509Certificate root;
    private final X509Certificate stamper;
    private final List<BigInteger> revoked = new ArrayList<>();
    private final AtomicInteger serial = new AtomicInteger(1);
    volatile Stamps stamps = Stamps.RIGHT;
    volatile boolean listAway;
    /** What was asked for, in its order. */
    final List<String> asked = new ArrayList<>();

    HttpAuthority(Instant now) throws Exception {
        this(now, ROOT_KEY);
    }

    private HttpAuthority(Instant now, KeyPair rootKey) throws Exception {
        this.now = now;
        this.rootKey = rootKey;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/root.crl", this::list);
        server.createContext("/tsa", this::stamp);
        server.start();
        root = certificate(ROOT, rootKey, now.plus(LONG), true, false);
        stamper = certificate(new X500Name("C=VN,O=Test,CN=Test Time-Stamp"), STAMP_KEY, now.plus(LONG), false, true);
    }

    /** One that nobody trusts who trusts the usual one. */
    static HttpAuthority another(Instant now) throws Exception {
        return new HttpAuthority(now, pair());
    }

    URI timestamps() {
        return address("/tsa");
    }

    X509Certificate root() {
        return root;
    }

    /** A key with its chain as a PKCS#12 file. */
    X509Certificate keyFile(Path file, String commonName, Instant until) throws Exception {
        X509Certificate certificate =
                certificate(new X500Name("C=VN,O=Test,CN=" + commonName), SIGNER_KEY, until, false, false);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "signer", SIGNER_KEY.getPrivate(), PASSWORD.toCharArray(), new X509Certificate[] {certificate, root});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return certificate;
    }

    void revoke(X509Certificate certificate) {
        revoked.add(certificate.getSerialNumber());
    }

    byte[] revocationList() throws Exception {
        X509v2CRLBuilder list = new X509v2CRLBuilder(ROOT, Date.from(now));
        list.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
        revoked.forEach(each -> list.addCRLEntry(each, Date.from(now), CRLReason.keyCompromise));
        list.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(rootKey.getPublic()));
        return list.build(signer(rootKey)).getEncoded();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void list(HttpExchange exchange) throws IOException {
        asked.add("list");
        try {
            answer(exchange, listAway ? 404 : 200, "application/pkix-crl", listAway ? new byte[0] : revocationList());
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private void stamp(HttpExchange exchange) throws IOException {
        asked.add(
                exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Content-Type"));
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            switch (stamps) {
                case OVERLOADED -> answer(exchange, 503, "text/plain", "later".getBytes());
                case NO_STAMP_AT_ALL -> answer(exchange, 200, "application/timestamp-reply", "<html>".getBytes());
                default -> answer(exchange, 200, "application/timestamp-reply", stamped(new TimeStampRequest(body)));
            }
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private byte[] stamped(TimeStampRequest request) throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", STAMP_KEY.getPrivate(), stamper),
                digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"));
        tokens.addCertificates(new JcaCertStore(List.of(stamper, root)));
        TimeStampResponseGenerator answers = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
        TimeStampRequest taken = request;
        if (stamps == Stamps.OF_ANOTHER_QUESTION) {
            var other = new org.bouncycastle.tsp.TimeStampRequestGenerator();
            other.setCertReq(true);
            taken = other.generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.ONE);
        }
        return answers.generate(taken, BigInteger.valueOf(serial.incrementAndGet()), Date.from(now))
                .getEncoded();
    }

    private X509Certificate certificate(
            X500Name subject, KeyPair pair, Instant until, boolean authority, boolean stamps) throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                ROOT,
                BigInteger.valueOf(serial.incrementAndGet()),
                Date.from(now.minus(Duration.ofDays(400))),
                Date.from(until),
                subject,
                pair.getPublic());
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        int usage = authority
                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                : stamps ? KeyUsage.digitalSignature : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(pair.getPublic()));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(rootKey.getPublic()));
        if (!authority) {
            GeneralName at = new GeneralName(
                    GeneralName.uniformResourceIdentifier, address("/root.crl").toString());
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(new GeneralNames(at)), null, null)
            }));
        }
        if (stamps) {
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer(rootKey)));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static ContentSigner signer(KeyPair pair) throws Exception {
        return new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
