package app.inbetween.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.inject.Singleton;

import app.inbetween.provider.Cancellation;
import app.inbetween.provider.CancellationTerms;
import app.inbetween.provider.Clearance;
import app.inbetween.provider.Profile;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.provider.Turn;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import app.inbetween.provider.VideoModel.Texts;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoRequest;

/** A second provider that bills and knows its lines: it has no models until a test gives it some. */
@Singleton
public class UnderstudyProvider implements VideoProvider {

    public final List<VideoRequest> submitted = Collections.synchronizedList(new ArrayList<>());
    public Function<VideoRequest, Submission> onSubmit;
    private final List<VideoModel> models = Collections.synchronizedList(new ArrayList<>());

    /** Without models, obliging, and with a clean memory. */
    public void clear() {
        models.clear();
        submitted.clear();
        onSubmit = request -> new Submission.Accepted("job-" + request.attemptToken());
    }

    /** A model of two seconds that reads a prompt of a hundred characters; the id is another one each time. */
    public String offers(String name, Feature... features) {
        return offers(name, "tiny", ScriptedProvider.LENGTH, Set.of(features));
    }

    public String offers(String name, String resolution, Duration length, Set<Feature> features) {
        String id = "understudy/" + name + "-" + UUID.randomUUID();
        models.add(new VideoModel(id, "Understudy " + name, "Stands in.", List.of(length), List.of(25),
                List.of(new VideoModel.Format(resolution, ScriptedProvider.SIZE)), List.of(), features,
                new Texts(100, 50, false), List.of(), VideoModel.Life.UNLIMITED, Duration.ofSeconds(10)));
        return id;
    }

    public String offers(VideoModel model) {
        models.add(model);
        return model.id();
    }

    @Override
    public Profile profile() {
        return new Profile("understudy", "Understudy", Duration.ofSeconds(10), 100);
    }

    @Override
    public List<VideoModel> models() {
        return List.copyOf(models);
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public Submission submit(VideoRequest request, Clearance clearance) {
        clearance.obtain();
        submitted.add(request);
        return onSubmit.apply(request);
    }

    @Override
    public RemoteStatus status(RemoteJob job) {
        return new RemoteStatus.Succeeded("film", Optional.empty());
    }

    @Override
    public Cancellation cancel(RemoteJob job) {
        return Cancellation.STOPPED;
    }

    @Override
    public CancellationTerms cancellationTerms() {
        return CancellationTerms.NOTHING;
    }

    @Override
    public Reconciliation reconcile(VideoRequest request, Turn turn) {
        return new Reconciliation.Unclear("nothing is listed yet");
    }

    @Override
    public void fetch(RemoteJob job, String location, Path to) throws IOException {
        Files.copy(ScriptedProvider.film(), to);
    }
}
