package app.inbetween.frame;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import app.inbetween.account.CurrentUser;
import app.inbetween.storage.BlobResponse;
import io.quarkus.security.Authenticated;

/** A frame's picture, for its owner only. */
@Path("/frames/{id}")
@Authenticated
public class FrameResource {

    @Inject
    CurrentUser currentUser;
    @Inject
    BlobResponse blobs;

    @GET
    @Path("file")
    public Response file(UUID id) {
        Frame frame = frame(id);
        return blobs.inline(frame.key(), frame.format.mediaType());
    }

    @GET
    @Path("thumbnail")
    public Response thumbnail(UUID id) {
        return blobs.inline(frame(id).thumbnailKey(), "image/jpeg");
    }

    private Frame frame(UUID id) {
        return Frame.ofOwner(currentUser.id(), id).orElseThrow(NotFoundException::new);
    }
}
