package app.inbetween.storage;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

import jakarta.ws.rs.core.HttpHeaders;

import app.inbetween.storage.BlobStore.Blob;

/**
 * What tells a browser whether it has a blob already (RFC 9110, section 13).
 *
 * @param etag quoted, strong
 * @param lastModified as HTTP writes it
 */
record Validators(String etag, String lastModified) {

    // Not RFC_1123_DATE_TIME, which writes "1 Jan" where HTTP wants "01 Jan".
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'",
            Locale.ENGLISH);

    static Validators of(Blob blob) {
        // A blob never changes, so that its key and size say all; its time may differ between two copies of a store.
        byte[] identity = (blob.key() + ":" + blob.size()).getBytes(StandardCharsets.UTF_8);
        return new Validators("\"" + UUID.nameUUIDFromBytes(identity) + "\"", format(blob.stored()));
    }

    boolean areKnownTo(HttpHeaders headers) {
        String tags = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return tags.trim().equals("*")
                    || Arrays.stream(tags.split(",")).map(Validators::withoutWeakness).anyMatch(etag::equals);
        }
        String since = headers.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        return since != null && !isBefore(since, lastModified);
    }

    /** Whether a part may be sent: it may, unless the browser has a part of something else. */
    boolean matchIfRange(HttpHeaders headers) {
        String known = headers.getHeaderString("If-Range");
        return known == null || known.trim().equals(etag) || known.trim().equals(lastModified);
    }

    private static String withoutWeakness(String tag) {
        return tag.trim().replaceFirst("^W/", "");
    }

    private static boolean isBefore(String date, String other) {
        try {
            return parse(date).isBefore(parse(other));
        } catch (DateTimeException e) {
            // What cannot be read is as good as not sent.
            return true;
        }
    }

    private static Instant parse(String date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.trim(), Instant::from);
    }

    private static String format(Instant time) {
        return ZonedDateTime.ofInstant(time.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC).format(HTTP_DATE);
    }
}
