package app.inbetween.generation.show;

import java.net.URI;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import app.inbetween.account.CurrentUser;
import app.inbetween.generation.Video;
import app.inbetween.storage.BlobResponse;
import io.quarkus.security.Authenticated;

/** The files of a film. */
@Path("/videos/{id}")
@Authenticated
public class VideoResource {

    @Inject
    CurrentUser currentUser;
    @Inject
    BlobResponse blobs;

    @GET
    @Path("file")
    public Response file(@PathParam("id") UUID id, @Context UriInfo address) {
        Video video = video(id);
        // A parameter without a value is none to @QueryParam.
        return address.getQueryParameters().containsKey("download")
                ? blobs.attachment(video.fileKey, "video/mp4", video.generation.title + ".mp4")
                : blobs.inline(video.fileKey, "video/mp4");
    }

    @GET
    @Path("poster")
    public Response poster(@PathParam("id") UUID id) {
        Video video = video(id);
        return video.finish().map(finish -> blobs.inline(finish.posterKey(), "image/jpeg"))
                .orElseGet(() -> firstFrame(video));
    }

    @GET
    @Path("preview")
    public Response preview(@PathParam("id") UUID id) {
        return blobs.inline(video(id).finish().orElseThrow(NotFoundException::new).previewKey(), "video/mp4");
    }

    /** Until there is a poster; nobody may remember that. */
    private static Response firstFrame(Video video) {
        return Response.status(Response.Status.FOUND)
                .location(URI.create("/frames/" + video.generation.firstFrame + "/thumbnail"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private Video video(UUID id) {
        return Video.ofOwner(currentUser.id(), id).orElseThrow(NotFoundException::new);
    }
}
