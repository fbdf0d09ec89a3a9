package app.inbetween.gallery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import app.inbetween.account.CurrentUser;
import app.inbetween.generation.Video;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.security.Authenticated;

/** A person's clips, newest first, in pages with addresses that stay true while clips are added. */
@Path("/gallery")
@Authenticated
public class GalleryResource {

    static final int PAGE = 24;

    @CheckedTemplate(basePath = "gallery")
    static class Templates {

        static native io.quarkus.qute.TemplateInstance index(GalleryPage page);
    }

    @Inject
    CurrentUser currentUser;
    @Inject
    GalleryPages pages;

    /**
     * @param before the video the page comes after, that is, which is newer than all on it
     * @param after the video the page comes before
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public String index(@QueryParam("before") UUID before, @QueryParam("after") UUID after) {
        UUID owner = currentUser.id();
        Optional<Video> newerEnd = Optional.ofNullable(before).flatMap(id -> Video.ofOwner(owner, id));
        Optional<Video> olderEnd = Optional.ofNullable(after).flatMap(id -> Video.ofOwner(owner, id));
        List<Video> videos = olderEnd.map(video -> Video.pageAfter(owner, video, PAGE))
                .orElseGet(() -> Video.page(owner, newerEnd, PAGE));
        return Templates.index(pages.of(owner, videos)).render();
    }
}
