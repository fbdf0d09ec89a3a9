package app.inbetween.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Finds out whether a file is a playable MP4 film, and which. */
public class VideoProbe {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Ffmpeg ffmpeg;
    private final ObjectMapper json = new ObjectMapper();

    public VideoProbe(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** @throws UnplayableVideoException if the file is not an MP4, is cut short, or has no picture */
    public VideoFacts facts(Path file) {
        requireMp4(file);
        JsonNode streams = read(file).path("streams");
        if (streams.isEmpty()) {
            throw new UnplayableVideoException("The file has no video track.");
        }
        return facts(streams.get(0));
    }

    private static void requireMp4(Path file) {
        try {
            Mp4Boxes.requireWhole(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(Path file) {
        try {
            // The demuxer and the protocol are forced: a file from outside must not make ffprobe open anything else.
            return json.readTree(ffmpeg.probe(LIMIT, "-f", "mov", "-protocol_whitelist", "file",
                    "-select_streams", "v:0", "-count_packets", "-show_entries",
                    "stream=codec_name,width,height,pix_fmt,avg_frame_rate,nb_frames,nb_read_packets",
                    "-of", "json", "file:" + file.toAbsolutePath()));
        } catch (FfmpegException e) {
            throw new UnplayableVideoException("The film cannot be read.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VideoFacts facts(JsonNode stream) {
        int frames = stream.path("nb_read_packets").asInt();
        if (frames < 1 || frames < stream.path("nb_frames").asInt()) {
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
