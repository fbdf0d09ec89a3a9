package app.inbetween.fakes;

import static app.inbetween.fakes.WaveSpeedModel.flag;
import static app.inbetween.fakes.WaveSpeedModel.number;
import static app.inbetween.fakes.WaveSpeedModel.text;
import static app.inbetween.fakes.WaveSpeedModel.whole;
import static app.inbetween.fakes.WaveSpeedModel.wholes;
import static app.inbetween.fakes.WaveSpeedModel.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.inbetween.fakes.WaveSpeedModel.Field;
import app.inbetween.fakes.WaveSpeedModel.Images;

/** The models the fake has. */
final class WaveSpeedModels {

    private static final Field SEED = whole(-1, Integer.MAX_VALUE);
    private static final Field PROMPT = text(2500);
    private static final Images ANY = new Images(64, 0.1, 10, 20_000_000);
    private static final List<WaveSpeedModel> ALL = new ArrayList<>();

    static {
        ALL.add(model("wavespeed-ai/wan-flf2v", "first_image", "last_image", ANY, 16, 5).with("prompt", PROMPT)
                .with("negative_prompt", PROMPT).with("seed", SEED).with("duration", whole(5, 10))
                .with("size", words("832*480", "480*832", "1280*720", "720*1280"))
                .with("num_inference_steps", whole(1, 40)).with("guidance_scale", number(1.01, 10))
                .with("enable_fast_mode", flag()).with("enable_safety_checker", flag()));
        for (String resolution : List.of("480p", "720p")) {
            ALL.add(model("wavespeed-ai/wan-2.2/i2v-" + resolution + "-ultra-fast", "image", "last_image", ANY, 16, 5)
                    .with("prompt", PROMPT.must()).with("negative_prompt", PROMPT).with("seed", SEED)
                    .with("duration", wholes(5, 8)));
        }
        ALL.add(model("kwaivgi/kling-v2.1-i2v-pro/start-end-frame", "image", "end_image",
                new Images(300, 0.4, 2.5, 10_000_000), 24, 5).with("prompt", PROMPT.must()).with("negative_prompt", PROMPT)
                .with("guidance_scale", number(0, 1)).with("duration", wholes(5, 10)));
        ALL.add(model("pixverse/pixverse-v5-transition", "image", "end_image", ANY, 30, 5).with("prompt", text(2048).must())
                .with("negative_prompt", text(2048)).with("seed", SEED).with("duration", wholes(5, 8))
                .with("resolution", words("360p", "540p", "720p", "1080p"))
                .with("aspect_ratio", words("16:9", "4:3", "1:1", "3:4", "9:16")));
        addSeedance();
        ALL.add(model("vidu/start-end-to-video", "image", "last_image", new Images(128, 0.25, 4, 50_000_000), 24, 5)
                .with("prompt", text(1500).must()).with("seed", SEED)
                .with("movement_amplitude", words("auto", "small", "medium", "large")));
        Images hailuo = new Images(301, 0.4, 2.5, 20_000_000);
        ALL.add(model("minimax/hailuo-02/standard", "image", "end_image", hailuo, 25, 6).with("prompt", text(2000))
                .with("duration", wholes(6, 10)).with("enable_prompt_expansion", flag()));
        ALL.add(model("minimax/hailuo-02/pro", "image", "end_image", hailuo, 25, 6).with("prompt", text(2000))
                .with("duration", wholes(6)));
        ALL.add(model("google/veo3.1/image-to-video", "image", "last_image", ANY, 24, 8).with("prompt", PROMPT.must())
                .with("duration", wholes(4, 6, 8)).with("resolution", words("720p", "1080p"))
                .with("aspect_ratio", words("16:9", "9:16"))
                .with("generate_audio", flag()));
    }

    private WaveSpeedModels() {
    }

    static List<WaveSpeedModel> all() {
        return List.copyOf(ALL);
    }

    static Optional<WaveSpeedModel> find(String id) {
        return ALL.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    private static void addSeedance() {
        for (String kind : List.of("lite", "pro")) {
            for (String resolution : List.of("480p", "720p", "1080p")) {
                ALL.add(model("bytedance/seedance-v1-" + kind + "-i2v-" + resolution, "image", "last_image", ANY, 24, 5)
                        .with("prompt", PROMPT).with("duration", whole(5, 10)).with("camera_fixed", flag())
                        .with("seed", SEED));
            }
        }
        ALL.add(model("bytedance/seedance-v1.5-pro/image-to-video", "image", "last_image", ANY, 24, 5)
                .with("prompt", PROMPT.must()).with("duration", whole(4, 12))
                .with("resolution", words("480p", "720p")).with("aspect_ratio",
                        words("21:9", "16:9", "4:3", "1:1", "3:4", "9:16"))
                .with("generate_audio", flag()));
    }

    private static WaveSpeedModel model(String id, String first, String last, Images images, int frameRate, int usual) {
        return new WaveSpeedModel(id, first, last, images, frameRate, usual, Map.of());
    }
}
