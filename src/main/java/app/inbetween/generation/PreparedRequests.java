package app.inbetween.generation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.frame.Stills;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoRequest;
import app.inbetween.storage.Scratch;

/** Crops both frames to the model's exact size and puts them where a provider can read them. */
@ApplicationScoped
class PreparedRequests {

    @Inject
    Stills stills;
    @Inject
    Scratch scratch;
    @Inject
    ModelCatalog catalog;
    @Inject
    PublicAddress address;

    PreparedRequest prepare(Generation generation) throws IOException {
        Settings settings = generation.settings;
        Path first = scratch.file("first-", ".png");
        Path last = scratch.file("last-", ".png");
        PreparedRequest prepared = new PreparedRequest(new VideoRequest(generation.id, generation.attempt.attemptToken,
                settings.model(), first, last, settings.resolution(), settings.size(), settings.duration(),
                settings.frameRate(),
                settings.easing(), settings.prompt(), settings.negativePrompt(), settings.seed(), settings.options(),
                webhook(generation), Optional.ofNullable(generation.attempt.sentAt)));
        try {
            stills.write(generation.firstFrame, settings.size(), first);
            stills.write(generation.lastFrame, settings.size(), last);
            return prepared;
        } catch (IOException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private Optional<URI> webhook(Generation generation) {
        return catalog.provider(generation.provider)
                .flatMap(provider -> address.hook(provider, generation.attempt.attemptToken));
    }
}
