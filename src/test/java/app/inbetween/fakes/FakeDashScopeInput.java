package app.inbetween.fakes;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;

/** What DashScope's models take, to the letter; fields nobody knows are ignored. */
final class FakeDashScopeInput {

    private static final Map<String, Model> MODELS = Map.of(
            "wan2.2-kf2v-flash", new Model("image2video", Set.of("480P", "720P", "1080P"), "720P", 5, 5, 360, 2000, 800),
            "wan2.1-kf2v-plus", new Model("image2video", Set.of("720P"), "720P", 5, 5, 360, 2000, 800),
            "wan2.7-i2v", new Model("video-generation", Set.of("720P", "1080P"), "1080P", 2, 15, 240, 8000, 5000));
    private static final int MOST_BYTES = 10_000_000;

    private final String name;
    private final Model model;
    private final JsonNode input;
    private final JsonNode parameters;

    private record Model(String service, Set<String> resolutions, String usual, int shortest, int longest, int leastSide,
            int mostSide, int prompt) {
    }

    /** @param service the part of the path that differs between models */
    FakeDashScopeInput(JsonNode body, String service) {
        name = body.path("model").asText("");
        model = Optional.ofNullable(MODELS.get(name))
                .orElseThrow(() -> FakeDashScope.refusal(404, "ModelNotFound", "Model not exist."));
        input = body.path("input");
        parameters = body.path("parameters");
        require(model.service().equals(service), "url error, please check url!");
        require(input.isObject() && (parameters.isObject() || parameters.isMissingNode()), "input must be an object");
        checkTexts();
        checkParameters();
    }

    String model() {
        return name;
    }

    boolean isKeyFrames() {
        return name.contains("kf2v");
    }

    String prompt() {
        return input.path("prompt").asText("");
    }

    int duration() {
        return parameters.path("duration").asInt(5);
    }

    String resolution() {
        return parameters.path("resolution").asText(model.usual());
    }

    boolean rewrites() {
        return parameters.path("prompt_extend").asBoolean(true);
    }

    /** Where the frames are; 2.7 names the role of each. */
    String first() {
        return isKeyFrames() ? input.path("first_frame_url").asText("") : media("first_frame");
    }

    String last() {
        return isKeyFrames() ? input.path("last_frame_url").asText("") : media("last_frame");
    }

    /** @param stored what lies at an address */
    byte[] frame(String address, Function<String, Optional<byte[]>> stored) {
        require(!address.isEmpty(), "both frames are required");
        byte[] picture = address.startsWith("data:") ? inline(address)
                : stored.apply(address).orElseThrow(() -> FakeDashScope.refusal(400, "InvalidParameter.DataInspection",
                        "Unable to download the media resource during the data inspection process."));
        require(picture.length <= MOST_BYTES, "the image is larger than 10 MB");
        check(picture);
        return picture;
    }

    private static byte[] inline(String address) {
        require(address.matches("(?s)data:image/(png|jpeg|bmp|webp);base64,.+"), "the data URI is none");
        try {
            return Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
        } catch (IllegalArgumentException e) {
            throw invalid("the data URI is not base64");
        }
    }

    private void check(byte[] bytes) {
        BufferedImage picture = read(bytes);
        int least = Math.min(picture.getWidth(), picture.getHeight());
        int most = Math.max(picture.getWidth(), picture.getHeight());
        require(!picture.getColorModel().hasAlpha(), "an alpha channel is not supported");
        require(least >= model.leastSide() && most <= model.mostSide(), "The size is not match " + model.leastSide() + ".."
                + model.mostSide());
        require(isKeyFrames() || most <= 8L * least, "the aspect ratio must be between 1:8 and 8:1");
    }

    private static BufferedImage read(byte[] bytes) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(bytes))).orElseThrow(IOException::new);
        } catch (IOException e) {
            throw FakeDashScope.refusal(400, "InvalidImage.FormatNotSupported", "The image cannot be decoded.");
        }
    }

    private void checkTexts() {
        require(isTextOrMissing(input.path("prompt")) && prompt().length() <= model.prompt(), "prompt is too long");
        JsonNode negative = input.path("negative_prompt");
        require(isTextOrMissing(negative) && negative.asText("").length() <= 500, "negative_prompt is too long");
    }

    private void checkParameters() {
        require(model.resolutions().contains(resolution()), "resolution must be one of " + model.resolutions());
        require(isIntOrMissing("duration") && duration() >= model.shortest() && duration() <= model.longest(),
                "duration must be in [" + model.shortest() + ", " + model.longest() + "]");
        require(isIntOrMissing("seed") && parameters.path("seed").asInt(0) >= 0, "seed must be in [0, 2147483647]");
        require(isFlagOrMissing("prompt_extend") && isFlagOrMissing("watermark"), "a flag must be a boolean");
    }

    private String media(String type) {
        for (JsonNode one : input.path("media")) {
            if (one.path("type").asText().equals(type)) {
                return one.path("url").asText("");
            }
        }
        return "";
    }

    private boolean isIntOrMissing(String field) {
        return parameters.path(field).isMissingNode() || parameters.path(field).isInt();
    }

    private boolean isFlagOrMissing(String field) {
        return parameters.path(field).isMissingNode() || parameters.path(field).isBoolean();
    }

    private static boolean isTextOrMissing(JsonNode node) {
        return node.isMissingNode() || node.isTextual();
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw invalid(otherwise);
        }
    }

    private static Refusal invalid(String message) {
        return FakeDashScope.refusal(400, "InvalidParameter", message);
    }
}
