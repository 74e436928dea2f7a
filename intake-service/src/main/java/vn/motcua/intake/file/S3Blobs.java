package vn.motcua.intake.file;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import vn.motcua.intake.IntakeConfig;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.UUID;

/**
 * A bucket of an S3-compatible store, in the layout of the folder. A file arrives sealed on the local disk and is sent from there with its
 * length known: an object is there whole or not at all, and no upload in parts is left open.
 */
final class S3Blobs implements Blobs, AutoCloseable {
    private static final Duration CONNECTS_IN = Duration.ofSeconds(3);
    private static final Duration ANSWERS_IN = Duration.ofSeconds(30);

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private final Path spool;

    /** @param place {@code s3://bucket/prefix}; the prefix may be missing */
    S3Blobs(URI place, IntakeConfig.S3 config, Path spool) {
        this.bucket = place.getHost();
        String path = place.getPath() == null ? "" : place.getPath().replaceAll("^/+|/+$", "");
        this.prefix = path.isEmpty() ? "" : path + "/";
        this.spool = spool;
        if (bucket == null) {
            throw new IllegalArgumentException("intake.files names no bucket: " + place);
        }
        this.client = client(config);
    }

    /** Other makers' stores know neither virtual hosts nor the checksums of late. */
    private static S3Client client(IntakeConfig.S3 config) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTS_IN)
                        .socketTimeout(ANSWERS_IN))
                .region(Region.of(config.region()))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        config.endpoint().ifPresent(builder::endpointOverride);
        if (config.accessKey().isPresent() && config.secretKey().isPresent()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    config.accessKey().get(), config.secretKey().get())));
        } else {
            builder.credentialsProvider(DefaultCredentialsProvider.builder().build());
        }
        return builder.build();
    }

    @Override
    public Path spool() {
        return spool;
    }

    @Override
    public void put(UUID dossierId, String name, Path sealed) throws IOException {
        try {
            client.putObject(request -> request.bucket(bucket).key(key(dossierId, name)), RequestBody.fromFile(sealed));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public InputStream get(UUID dossierId, String name) throws IOException {
        try {
            return client.getObject(request -> request.bucket(bucket).key(key(dossierId, name)));
        } catch (NoSuchKeyException absent) {
            throw new NoSuchElementException("no file " + name);
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void delete(UUID dossierId, String name) throws IOException {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(key(dossierId, name)));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void deleteAll(UUID dossierId) throws IOException {
        try {
            for (S3Object each : client.listObjectsV2Paginator(
                            request -> request.bucket(bucket).prefix(key(dossierId, "")))
                    .contents()) {
                client.deleteObject(request -> request.bucket(bucket).key(each.key()));
            }
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    private String key(UUID dossierId, String name) {
        String id = dossierId.toString();
        return prefix + id.substring(id.length() - 2) + '/' + id + '/' + name;
    }

    @Override
    public void close() {
        client.close();
    }
}
