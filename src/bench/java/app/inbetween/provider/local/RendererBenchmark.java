package app.inbetween.provider.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;

import app.inbetween.media.Ffmpeg;

/**
 * Measures the built-in renderer against motion-compensated interpolation as ffmpeg does it ({@code minterpolate}). Both work
 * on the same machine at the same time of day, in turns, so that what is printed holds on any machine: ratios and decibels.
 */
public final class RendererBenchmark {

    private static final double FASTER = 15;
    private static final double DECIBELS_BETTER = 0.3;
    /** A clean drawing that moves, one that is zoomed, and a grainy scene in depth. */
    private static final Set<String> RACED = Set.of("room", "flower", "dolly");

    private RendererBenchmark() {
    }

    /** @param arguments the file the results are written to, as JSON; how many rounds are run */
    public static void main(String[] arguments) throws IOException {
        Path json = Path.of(arguments[0]);
        Files.createDirectories(json.toAbsolutePath().getParent());
        Ffmpeg ffmpeg = new Ffmpeg();

        Map<String, Object> results = new TreeMap<>();
        results.put("quality", quality(ffmpeg));
        results.put("speed", speed(ffmpeg, Integer.parseInt(arguments[1])));
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
    }

    private static Map<String, Object> quality(Ffmpeg ffmpeg) throws IOException {
        System.out.printf("%n%-12s %10s %14s %10s%n", "held-out", "renderer", "minterpolate", "gain");
        Map<String, Object> results = new TreeMap<>();
        double sum = 0;
        List<Clip> clips = Clip.all();
        for (Clip clip : clips) {
            HeldOut heldOut = new HeldOut(clip);
            double ours = heldOut.drawn();
            double theirs = heldOut.interpolated(ffmpeg);
            System.out.printf("%-12s %7.2f dB %11.2f dB %+7.2f dB%n", clip.name(), ours, theirs, ours - theirs);
            results.put(clip.name(), Map.of("renderer", ours, "minterpolate", theirs));
            sum += ours - theirs;
        }
        double gain = sum / clips.size();
        System.out.printf("%-12s %33s %+7.2f dB   goal %+.2f dB: %s%n", "mean", "", gain, DECIBELS_BETTER,
                gain >= DECIBELS_BETTER ? "met" : "missed");
        results.put("gain", gain);
        return results;
    }

    private static Map<String, Object> speed(Ffmpeg ffmpeg, int rounds) throws IOException {
        System.out.printf("%n%-12s %s%n", "speed", "frames per second, renderer over minterpolate; 720p, 5 s, round by round");
        Map<String, Object> results = new TreeMap<>();
        List<Double> all = new ArrayList<>();
        for (Clip clip : Clip.all().stream().filter(each -> RACED.contains(each.name())).toList()) {
            List<Double> ratios = new Race(ffmpeg, clip).rounds(rounds);
            System.out.printf("%-12s %7.1f   %s%n", clip.name(), median(ratios),
                    ratios.stream().map("%.1f"::formatted).collect(Collectors.joining("  ")));
            results.put(clip.name(), ratios);
            all.addAll(ratios);
        }
        System.out.printf("%-12s %7.1f   goal %.0f: %s%n", "median", median(all), FASTER,
                median(all) >= FASTER ? "met" : "missed");
        results.put("median", median(all));
        return results;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
