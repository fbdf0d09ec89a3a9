package app.inbetween.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Finds out whether a file is a playable MP4 film, and which. */
public class VideoProbe {

    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String[] FACTS = { "-read_intervals", "%+#1", "-show_frames", "-show_entries",
            "stream=codec_name,width,height,pix_fmt,avg_frame_rate,nb_frames:frame=key_frame" };

    private final Ffmpeg ffmpeg;
    private final ObjectMapper json = new ObjectMapper();

    public VideoProbe(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** @throws UnplayableVideoException if the file is not an MP4, is cut short, or shows no picture */
    public VideoFacts facts(Path file) {
        requireMp4(file);
        return facts(file, read(file, FACTS));
    }

    /** Begins to look at a film that is still on its way. */
    FirstLook expect() {
        return new FirstLook(this, ffmpeg.startProbe(arguments("pipe", "pipe:0", FACTS)));
    }

    /** What ffprobe has printed of the first picture. */
    VideoFacts facts(Path file, JsonNode seen) {
        JsonNode stream = seen.path("streams").path(0);
        if (stream.isMissingNode()) {
            throw new UnplayableVideoException("The file has no video track.");
        }
        if (seen.path("frames").isEmpty()) {
            throw new UnplayableVideoException("The film cannot be decoded.");
        }
        return facts(stream, stream.has("nb_frames") ? stream.path("nb_frames").asInt() : counted(file));
    }

    /** Of a film in fragments, which does not tell how many frames it has. */
    private int counted(Path file) {
        return read(file, "-count_packets", "-show_entries", "stream=nb_read_packets").path("streams").path(0)
                .path("nb_read_packets").asInt();
    }

    static void requireMp4(Path file) {
        try {
            Mp4Boxes.requireWhole(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(Path file, String... wanted) {
        try {
            return parsed(ffmpeg.probe(LIMIT, arguments("file", "file:" + file.toAbsolutePath(), wanted)));
        } catch (FfmpegException e) {
            throw new UnplayableVideoException("The film cannot be read.", e);
        }
    }

    /** The demuxer and the protocol are forced: a file from outside must not make ffprobe open anything else. */
    private static List<String> arguments(String protocol, String input, String... wanted) {
        List<String> arguments = new ArrayList<>(List.of("-threads", "1", "-f", "mov", "-protocol_whitelist", protocol,
                "-select_streams", "v:0", "-of", "json"));
        arguments.addAll(List.of(wanted));
        arguments.add(input);
        return arguments;
    }

    JsonNode parsed(byte[] printed) {
        try {
            return json.readTree(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VideoFacts facts(JsonNode stream, int frames) {
        if (frames < 1) {
            throw new TruncatedVideoException();
        }
        try {
            FrameRate rate = FrameRate.parse(stream.path("avg_frame_rate").asText());
            return new VideoFacts(
                    new Dimensions(stream.path("width").asInt(), stream.path("height").asInt()),
                    frames, rate, Duration.ofNanos(Math.round(frames / rate.perSecond() * 1e9)),
                    stream.path("codec_name").asText(), stream.path("pix_fmt").asText());
        } catch (IllegalArgumentException e) {
            throw new UnplayableVideoException("The film does not say its size and frame rate.", e);
        }
    }
}
