package app.inbetween.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

/** Serves any blob to anyone, for tests. */
@jakarta.ws.rs.Path("/test/blobs")
public class BlobTestResource {

    @Inject
    BlobResponse blobs;
    @Inject
    BlobStore store;

    @GET
    @jakarta.ws.rs.Path("file")
    public Response file(@RestQuery String key, @RestQuery Optional<String> name) {
        return name.map(it -> blobs.attachment(key, "video/mp4", it)).orElseGet(() -> blobs.inline(key, "video/mp4"));
    }

    /** As a store answers that keeps its blobs elsewhere. */
    @GET
    @jakarta.ws.rs.Path("stream")
    public Response stream(@RestQuery String key, @Context HttpHeaders headers, @Context Request request) {
        return new BlobResponse(new FarStore(store), headers, request).inline(key, "video/mp4");
    }

    private record FarStore(BlobStore near) implements BlobStore {

        @Override
        public void put(String key, Path file) throws IOException {
            near.put(key, file);
        }

        @Override
        public Optional<Blob> find(String key) throws IOException {
            return near.find(key);
        }

        @Override
        public InputStream read(String key, long from, long length) throws IOException {
            return near.read(key, from, length);
        }

        @Override
        public void delete(String key) throws IOException {
            near.delete(key);
        }

        @Override
        public Stream<Blob> list(String prefix) throws IOException {
            return near.list(prefix);
        }
    }
}
