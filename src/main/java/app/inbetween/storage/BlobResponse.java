package app.inbetween.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.resteasy.reactive.PathPart;

import app.inbetween.storage.BlobStore.Blob;
import io.quarkus.logging.Log;

/**
 * Answers the present GET or HEAD request with a blob: whole, in part as its {@code Range} asks, or not again if the browser
 * has it already. 404 if there is no such blob. Who may see it is for the caller to decide, before.
 */
@ApplicationScoped
public class BlobResponse {

    private static final int BUFFER = 64 * 1024;

    @Inject
    BlobStore store;
    @Context
    HttpHeaders headers;
    @Context
    Request request;

    protected BlobResponse() {
    }

    BlobResponse(BlobStore store, HttpHeaders headers, Request request) {
        this.store = store;
        this.headers = headers;
        this.request = request;
    }

    /** To be shown in the page. */
    public Response inline(String key, String mediaType) {
        return find(key).map(blob -> respond(blob, mediaType, Optional.empty())).orElseGet(BlobResponse::notFound);
    }

    /** To be saved under that name, which may be in any language. */
    public Response attachment(String key, String mediaType, String name) {
        return find(key).map(blob -> respond(blob, mediaType, Optional.of(new Attachment(name))))
                .orElseGet(BlobResponse::notFound);
    }

    private Response respond(Blob blob, String mediaType, Optional<Attachment> attachment) {
        Validators validators = Validators.of(blob);
        Optional<ByteRange> range = rangeOf(blob, validators);
        if (validators.areKnownTo(headers)) {
            return described(Response.notModified(), validators).build();
        }
        if (range.isPresent() && !range.get().isSatisfiable()) {
            return unsatisfiable(blob);
        }
        ResponseBuilder response = described(range.map(it -> part(blob, it)).orElseGet(() -> whole(blob)), validators);
        attachment.ifPresent(it -> response.header(HttpHeaders.CONTENT_DISPOSITION, it));
        return response.type(mediaType).build();
    }

    /** A range is defined for GET only, and only for the content that the browser has a part of. */
    private Optional<ByteRange> rangeOf(Blob blob, Validators validators) {
        return isHead() || !validators.matchIfRange(headers) ? Optional.empty()
                : Optional.ofNullable(headers.getHeaderString("Range")).flatMap(it -> ByteRange.of(it, blob.size()));
    }

    private ResponseBuilder whole(Blob blob) {
        return bytes(blob, new ByteRange(0, blob.size()));
    }

    /** Also when it is all of it: players take that as the sign that they may seek. */
    private ResponseBuilder part(Blob blob, ByteRange range) {
        return bytes(blob, range).status(Status.PARTIAL_CONTENT).header("Content-Range",
                "bytes %d-%d/%d".formatted(range.from(), range.from() + range.length() - 1, blob.size()));
    }

    private ResponseBuilder bytes(Blob blob, ByteRange range) {
        ResponseBuilder response = Response.ok().header(HttpHeaders.CONTENT_LENGTH, range.length());
        return isHead() ? response : response.entity(content(blob, range));
    }

    /** A file is handed to the operating system, which sends it without a thread of ours waiting for a slow reader. */
    private Object content(Blob blob, ByteRange range) {
        return file(blob).<Object> map(path -> new PathPart(path, range.from(), range.length()))
                .orElseGet(() -> (StreamingOutput) out -> copy(blob, range, out));
    }

    private void copy(Blob blob, ByteRange range, OutputStream out) throws IOException {
        try (InputStream in = store.read(blob.key(), range.from(), range.length())) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!isSent(buffer, read, out)) {
                    return;
                }
            }
        }
    }

    /** A browser that stops listening, as when a film is left, is no fault. */
    private static boolean isSent(byte[] buffer, int length, OutputStream out) {
        try {
            out.write(buffer, 0, length);
            return true;
        } catch (IOException e) {
            Log.debugf("The other side stopped listening: %s", e.getMessage());
            return false;
        }
    }

    private Optional<Blob> find(String key) {
        try {
            return store.find(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> file(Blob blob) {
        try {
            return store.file(blob.key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    private static ResponseBuilder described(ResponseBuilder response, Validators validators) {
        return response
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, validators.etag())
                .header(HttpHeaders.LAST_MODIFIED, validators.lastModified())
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static Response unsatisfiable(Blob blob) {
        return Response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE).header("Content-Range", "bytes */" + blob.size())
                .type(MediaType.TEXT_PLAIN_TYPE).entity("There are only " + blob.size() + " bytes.\n").build();
    }

    private static Response notFound() {
        return Response.status(Status.NOT_FOUND).build();
    }
}
