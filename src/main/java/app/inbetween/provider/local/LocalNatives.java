package app.inbetween.provider.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.global.opencv_features2d;
import org.bytedeco.opencv.global.opencv_video;
import org.bytedeco.opencv.global.opencv_ximgproc;

import app.inbetween.media.Ffmpeg;
import app.inbetween.media.FfmpegException;
import io.quarkus.logging.Log;

/** Whether the native libraries a renderer needs are there and start on this machine. */
final class LocalNatives {

    private static final Duration START = Duration.ofSeconds(20);
    private static final List<Class<?>> LIBRARIES = List.of(opencv_video.class, opencv_features2d.class,
            opencv_calib3d.class, opencv_ximgproc.class);

    private LocalNatives() {
    }

    /** Why nothing can be drawn here, as a sentence; empty if all is well. */
    static Optional<String> trouble() {
        try {
            // ffmpeg first: it brings the stand-ins that OpenCV may need.
            Ffmpeg ffmpeg = new Ffmpeg();
            LIBRARIES.forEach(Loader::load);
            String encoders = new String(ffmpeg.run(START, "-encoders"), StandardCharsets.UTF_8);
            return encoders.contains("libopenh264") ? Optional.empty()
                    : Optional.of("The bundled ffmpeg has no H.264 encoder.");
        } catch (FfmpegException e) {
            return Optional.of(e.getMessage());
        } catch (LinkageError | RuntimeException e) {
            Log.warnf("OpenCV does not load: %s", e.getMessage());
            return Optional.of(
                    "The built-in renderer does not run on " + Loader.getPlatform() + ": the bundled OpenCV does not load.");
        }
    }
}
