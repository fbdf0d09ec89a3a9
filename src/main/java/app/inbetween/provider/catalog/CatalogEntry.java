package app.inbetween.provider.catalog;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import app.inbetween.provider.AskedPrice;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoRequest;

/**
 * A model, and how its provider wants to be told.
 *
 * @param wire the provider's own id; {@code {resolution}} in it stands for the resolution's name
 * @param prices what it costs, where the entry says so
 * @param file and {@code line} where it is written down
 */
public record CatalogEntry(VideoModel model, String wire, Wiring wiring, ImageLimits images, List<AskedPrice> prices,
        String file,
        int line) {

    public String id() {
        return model.id();
    }

    public String wireId(VideoRequest request) {
        return wire.replace("{resolution}", request.resolution());
    }

    /** What the provider is sent, with the frames as it can reach them: addresses, data URIs or names of uploads. */
    public ObjectNode body(VideoRequest request, String firstFrame, String lastFrame) {
        return wiring.body(request, firstFrame, lastFrame);
    }
}
