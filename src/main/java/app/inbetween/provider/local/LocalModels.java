package app.inbetween.provider.local;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;

import app.inbetween.media.Dimensions;
import app.inbetween.media.Ffmpeg;
import app.inbetween.provider.Easing;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import app.inbetween.provider.VideoModel.Format;
import app.inbetween.provider.VideoRequest;
import io.quarkus.logging.Log;

/** What the built-in renderer can draw, and what draws it. Empty, with the reason, where its native libraries do not load. */
@ApplicationScoped
class LocalModels {

    private static final String FLOW = "local/flow";
    private static final String CROSSFADE = "local/crossfade";
    private static final List<Duration> DURATIONS = IntStream.rangeClosed(1, 10).mapToObj(Duration::ofSeconds).toList();
    private static final List<Integer> FRAME_RATES = List.of(24, 25, 30);

    private Optional<String> trouble = Optional.empty();
    private Ffmpeg ffmpeg;

    @PostConstruct
    void load() {
        trouble = LocalNatives.trouble();
        if (trouble.isEmpty()) {
            ffmpeg = new Ffmpeg();
        } else {
            Log.warnf("The built-in renderer is absent: %s", trouble.get());
        }
    }

    List<VideoModel> available() {
        return trouble.isPresent() ? List.of()
                : List.of(
                        model(FLOW, "Flow", "Real motion between two views of one scene.", Set.of(Feature.SEED),
                                Duration.ofSeconds(15)),
                        model(CROSSFADE, "Crossfade", "A soft blend, for a quick look.", Set.of(), Duration.ofSeconds(6)));
    }

    Optional<String> trouble() {
        return trouble;
    }

    RenderPool.Work work(VideoRequest request) throws IOException {
        Shot shot = shot(request);
        Renderer renderer = request.model().equals(CROSSFADE) ? new CrossfadeRenderer(ffmpeg) : new FlowRenderer(ffmpeg);
        return (film, drawing) -> renderer.render(shot, film, (done, of) -> drawing.progressed(done), drawing::isStopped);
    }

    int frames(VideoRequest request) {
        return (int) Math.round(request.duration().toMillis() * request.frameRate() / 1000.0);
    }

    private static Shot shot(VideoRequest request) throws IOException {
        return new Shot(read(request.firstFrame()), read(request.lastFrame()), request.frameRate(), request.duration(),
                request.easing(), request.seed());
    }

    private static BufferedImage read(Path png) throws IOException {
        BufferedImage picture = ImageIO.read(png.toFile());
        if (picture == null) {
            throw new IOException(png + " is not a picture");
        }
        return picture;
    }

    private static VideoModel model(String id, String name, String summary, Set<Feature> features, Duration typicalTime) {
        return new VideoModel(id, name, summary, DURATIONS, FRAME_RATES, formats(), List.of(Easing.values()), features,
                typicalTime);
    }

    /** Landscape, portrait and square of each; all sides even, as H.264 with 4:2:0 colour asks. */
    private static List<Format> formats() {
        List<Format> formats = new ArrayList<>();
        for (int[] size : new int[][] { { 480, 854 }, { 720, 1280 }, { 1080, 1920 } }) {
            String resolution = size[0] + "p";
            formats.add(new Format(resolution, new Dimensions(size[1], size[0])));
            formats.add(new Format(resolution, new Dimensions(size[0], size[1])));
            formats.add(new Format(resolution, new Dimensions(size[0], size[0])));
        }
        return formats;
    }
}
