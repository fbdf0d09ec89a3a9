package app.inbetween.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import app.inbetween.fakes.FakeProvider;

/** A remote provider's adapter beside its fake, and a pair of frames to ask it for a film with. */
public abstract class ProviderTestbed {

    /** For whoever may send. */
    public static final Clearance CLEARED = () -> {
    };

    /** For whoever may ask as much as they like. */
    public static final Turn AT_ONCE = () -> {
    };

    @TempDir
    Path directory;

    private FakeProvider fake;
    private VideoProvider provider;

    /** A fresh one on a free port, with nothing announced. */
    protected abstract FakeProvider startFake();

    /**
     * The adapter, configured to speak to that fake. Waits no longer than about half a second for the answer to a submission.
     */
    protected abstract VideoProvider provider(FakeProvider fake);

    /** A model of the fake's. */
    protected abstract String model();

    @BeforeEach
    void start() {
        fake = startFake();
        provider = provider(fake);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    protected final FakeProvider fake() {
        return fake;
    }

    protected final VideoProvider provider() {
        return provider;
    }

    protected final RemoteJob accepted(VideoRequest request) {
        Submission submission = provider.submit(request, CLEARED);
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return new RemoteJob(request.generation(), request.model(), ((Submission.Accepted) submission).remoteId());
    }

    /** How it ends, however often it has to be asked. */
    protected final RemoteStatus last(RemoteJob job) {
        for (int i = 0; i < 20; i++) {
            RemoteStatus status = provider.status(job);
            if (!(status instanceof RemoteStatus.Waiting) && !(status instanceof RemoteStatus.Running)) {
                return status;
            }
        }
        throw new AssertionError("It never ended");
    }

    /** Dark grey to orange, with words; the shortest and smallest the model makes. */
    protected final VideoRequest request() {
        return request(Optional.empty());
    }

    protected final VideoRequest request(Optional<URI> webhook) {
        VideoModel model = provider.models().stream().filter(it -> it.id().equals(model())).findFirst().orElseThrow();
        VideoModel.Format format = model.formats().get(0);
        return new VideoRequest(UUID.randomUUID(), UUID.randomUUID().toString(), model.id(),
                Stills.still(directory, format.size(), Color.DARK_GRAY), Stills.still(directory, format.size(), Color.ORANGE),
                format.resolution(), format.size(), model.durations().get(0), model.frameRates().get(0), Easing.LINEAR,
                model.supports(VideoModel.Feature.PROMPT) ? "petals open slowly" : "no words",
                model.supports(VideoModel.Feature.NEGATIVE_PROMPT) ? "flicker and haze" : "not even these", 7531902, Map.of(),
                webhook);
    }
}
