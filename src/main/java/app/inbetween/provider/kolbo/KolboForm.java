package app.inbetween.provider.kolbo;

import java.io.IOException;

import app.inbetween.provider.Option;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.catalog.ImageLimits;
import app.inbetween.provider.catalog.ImageLimits.Picture;
import app.inbetween.provider.wire.Multipart;

/** A request as Kolbo reads it: the words, then both files under one name, the first frame first. */
final class KolboForm {

    /** Both files together may have 10 MB. */
    private static final ImageLimits LIMITS = new ImageLimits(1, 16_384, 0.01, 100, 5_000_000);

    private KolboForm() {
    }

    /** @throws IOException if a frame cannot be read */
    static Multipart of(KolboModel model, VideoRequest request) throws IOException {
        Multipart form = new Multipart().field("model", model.identifier())
                .field("duration", String.valueOf(request.duration().toSeconds()))
                .field("aspect_ratio", model.ratios().get(request.size()))
                .field("enhance_prompt", chosen(model, request, KolboModel.EXPANSION));
        if (!request.prompt().isEmpty()) {
            form.field("prompt", request.prompt());
        }
        if (model.namesResolution()) {
            form.field("resolution", request.resolution());
        }
        if (model.hasSound()) {
            form.field("sound_enabled", chosen(model, request, KolboModel.SOUND));
        }
        Picture first = LIMITS.fit(request.firstFrame());
        Picture last = LIMITS.fit(request.lastFrame());
        return form.file("files", first.named("first"), first.type(), first.bytes())
                .file("files", last.named("last"), last.type(), last.bytes());
    }

    private static String chosen(KolboModel model, VideoRequest request, String option) {
        return model.model().options().stream().filter(it -> it.name().equals(option)).map(Option::standard)
                .map(standard -> request.options().getOrDefault(option, standard)).findFirst().orElseThrow();
    }
}
