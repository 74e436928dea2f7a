package vn.motcua.processing.opinion;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import vn.motcua.processing.result.Upload;

/**
 * The file of an answer; its name is not kept, it may name people.
 *
 * @param sha256 lower-case hexadecimal
 * @param size bytes
 */
@Embeddable
record OpinionFile(
        @Column(name = "file_sha256") String sha256,
        @Column(name = "file_size") Long size,
        @Column(name = "file_media_type") String mediaType) {

    static OpinionFile of(Upload upload) {
        return new OpinionFile(upload.sha256(), upload.size(), upload.mediaType());
    }
}
