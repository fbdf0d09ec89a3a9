package app.inbetween.gallery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.gallery.GalleryPage.Clip;
import app.inbetween.gallery.GalleryPage.Unfinished;
import app.inbetween.generation.Generation;
import app.inbetween.generation.Video;
import app.inbetween.generation.show.ProgressWords;
import app.inbetween.web.Formats;

/** Draws a page of the gallery. */
@ApplicationScoped
class GalleryPages {

    @Inject
    ProgressWords words;

    GalleryPage of(UUID owner, List<Video> videos) {
        boolean newer = !videos.isEmpty() && Video.isAnyNewer(owner, videos.get(0));
        boolean older = !videos.isEmpty() && Video.isAnyOlder(owner, videos.get(videos.size() - 1));
        return new GalleryPage(total(owner),
                newer ? List.of() : Generation.unfinishedOf(owner).stream().map(this::unfinished).toList(),
                videos.stream().map(this::clip).toList(), newer ? "/gallery?after=" + videos.get(0).id : "",
                older ? "/gallery?before=" + videos.get(videos.size() - 1).id : "");
    }

    private static String total(UUID owner) {
        Video.Total total = Video.totalOf(owner);
        return total.videos() == 0 ? ""
                : Formats.count(total.videos(), "video") + ", " + Formats.words(Duration.ofSeconds(total.length().toSeconds()))
                        + " in all";
    }

    private Clip clip(Video video) {
        Generation generation = video.generation;
        return new Clip(video.id, "/generations/" + generation.id, "/videos/" + video.id + "/poster",
                video.finish().isPresent() ? "/videos/" + video.id + "/preview" : "",
                generation.title, Formats.words(generation.settings.duration()), words.model(generation), video.createdAt);
    }

    private Unfinished unfinished(Generation generation) {
        Integer done = generation.attempt.framesDone;
        Integer total = generation.attempt.framesTotal;
        return new Unfinished(generation.id, "/generations/" + generation.id, "/frames/" + generation.firstFrame + "/thumbnail",
                generation.title, words.tab(generation), words.model(generation), words.headline(generation),
                done == null ? 0 : done,
                total == null ? 0 : total);
    }
}
