package app.inbetween.fakes;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

/** fal's models with two frames, by endpoint, as fal describes them; written down apart from our own catalogue. */
final class FakeFalModels {

    private static final long SEEDS = Integer.MAX_VALUE;
    private static final int LONG = 10_000;

    private static final Map<String, FakeFalModel> MODELS = Map.ofEntries(
            Map.entry("fal-ai/wan-flf2v", wanOfFrames()),
            Map.entry("fal-ai/kling-video/v2.5-turbo/pro/image-to-video",
                    kling("image_url", "tail_image_url").required("prompt").oneOf("duration", "5", "10")
                            .decimal("cfg_scale", 0, 1)),
            Map.entry("fal-ai/kling-video/v2.6/pro/image-to-video",
                    kling("start_image_url", "end_image_url").required("prompt").oneOf("duration", "5", "10")
                            .flag("generate_audio")),
            Map.entry("fal-ai/kling-video/v3/pro/image-to-video",
                    kling("start_image_url", "end_image_url").oneOf("duration", seconds(3, 15))
                            .flag("generate_audio").decimal("cfg_scale", 0, 1)),
            Map.entry("fal-ai/luma-dream-machine/ray-2/image-to-video",
                    new FakeFalModel("image_url", "end_image_url").words("prompt", LONG).required("prompt").flag("loop")
                            .oneOf("aspect_ratio", "16:9", "9:16", "4:3", "3:4", "21:9", "9:21")
                            .oneOf("resolution", "540p", "720p", "1080p").oneOf("duration", "5s", "9s").seconds("5s")),
            Map.entry("fal-ai/pixverse/v5/transition",
                    new FakeFalModel("first_image_url", "end_image_url").words("prompt", LONG).required("prompt")
                            .words("negative_prompt", LONG).oneOf("aspect_ratio", "16:9", "4:3", "1:1", "3:4", "9:16")
                            .oneOf("resolution", "360p", "540p", "720p", "1080p").whole("seed", 0, SEEDS)
                            .oneOf("style", "anime", "3d_animation", "clay", "comic", "cyberpunk")
                            .oneOf("duration", "5", "8").seconds("5")),
            Map.entry("fal-ai/veo3.1/first-last-frame-to-video", veo()),
            Map.entry("fal-ai/veo3.1/fast/first-last-frame-to-video", veo()),
            Map.entry("fal-ai/vidu/start-end-to-video",
                    new FakeFalModel("start_image_url", "end_image_url").words("prompt", 1500).required("prompt")
                            .oneOf("movement_amplitude", "auto", "small", "medium", "large").whole("seed", 0, SEEDS)
                            .pictures(1, 4, 50_000_000)),
            Map.entry("fal-ai/minimax/hailuo-02/standard/image-to-video",
                    hailuo().oneOf("duration", "6", "10").oneOf("resolution", "512P", "768P").seconds("6")),
            Map.entry("fal-ai/minimax/hailuo-02/pro/image-to-video", hailuo().seconds("6")),
            Map.entry("fal-ai/wan/v2.7/image-to-video",
                    new FakeFalModel("image_url", "end_image_url").words("prompt", 5000).words("negative_prompt", 500)
                            .oneOf("duration", seconds(2, 15)).oneOf("resolution", "720p", "1080p")
                            .whole("seed", 0, SEEDS).flag("enable_prompt_expansion").flag("enable_safety_checker")
                            .pictures(1, 100, 20_000_000).seconds("5")));

    private FakeFalModels() {
    }

    static Map<String, FakeFalModel> all() {
        return MODELS;
    }

    static Optional<FakeFalModel> at(String endpoint) {
        return Optional.ofNullable(MODELS.get(endpoint));
    }

    private static FakeFalModel wanOfFrames() {
        return new FakeFalModel("start_image_url", "end_image_url").words("prompt", LONG).required("prompt")
                .words("negative_prompt", LONG).whole("num_frames", 81, 100).whole("frames_per_second", 5, 24)
                .whole("seed", 0, SEEDS).oneOf("resolution", "480p", "720p").whole("num_inference_steps", 2, 40)
                .decimal("guide_scale", 1, 10).decimal("shift", 1, 10).flag("enable_safety_checker")
                .flag("enable_prompt_expansion").oneOf("acceleration", "none", "regular")
                .oneOf("aspect_ratio", "auto", "16:9", "9:16", "1:1").seconds(FakeFalModels::ofFrames);
    }

    private static Duration ofFrames(JsonNode input) {
        return Duration.ofMillis(1000L * input.path("num_frames").asInt(81) / input.path("frames_per_second").asInt(16));
    }

    private static FakeFalModel kling(String first, String last) {
        return new FakeFalModel(first, last).words("prompt", 2500).words("negative_prompt", 2500)
                .pictures(300, 2.5, 10_000_000).seconds("5");
    }

    private static FakeFalModel veo() {
        return new FakeFalModel("first_frame_url", "last_frame_url").words("prompt", LONG).required("prompt")
                .words("negative_prompt", LONG).oneOf("aspect_ratio", "auto", "16:9", "9:16")
                .oneOf("duration", "4s", "6s", "8s").oneOf("resolution", "720p", "1080p", "4k").flag("generate_audio")
                .flag("auto_fix").oneOf("safety_tolerance", "1", "2", "3", "4", "5", "6").whole("seed", 0, SEEDS)
                .seconds("8s");
    }

    private static FakeFalModel hailuo() {
        return new FakeFalModel("image_url", "end_image_url").words("prompt", 2000).required("prompt")
                .flag("prompt_optimizer").pictures(301, 2.5, 20_000_000);
    }

    private static String[] seconds(int least, int most) {
        return IntStream.rangeClosed(least, most).mapToObj(String::valueOf).toArray(String[]::new);
    }
}
