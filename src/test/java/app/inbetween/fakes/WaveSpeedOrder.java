package app.inbetween.fakes;

import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** What a submission asks for, if its model takes it. */
final class WaveSpeedOrder {

    private final FakeWaveSpeed fake;
    private final Request request;
    private final JsonNode input;
    private final WaveSpeedModel model;

    /**
     * @param id of the model
     * @throws Refusal if there is no such model, or it does not take that
     */
    WaveSpeedOrder(FakeWaveSpeed fake, Request request, String id) {
        this.fake = fake;
        this.request = request;
        input = FakeWaveSpeed.json(request);
        model = WaveSpeedModels.find(id)
                .orElseThrow(() -> new Refusal(WaveSpeedRefusals.error(404, "model " + id + " not found")));
        model.problem(input).ifPresent(problem -> {
            throw new Refusal(WaveSpeedRefusals.error(400, problem));
        });
    }

    String prompt() {
        return input.path("prompt").asText();
    }

    FakeTask task() throws IOException {
        Optional<byte[]> first = frame(model.first());
        Optional<byte[]> last = frame(model.last());
        FakeTask task = new FakeTask(UUID.randomUUID().toString().replace("-", ""), model.id(), input,
                first.orElse(new byte[0]), last.orElse(new byte[0]), model.length(input), model.frameRate(), webhook());
        if (first.isEmpty() || last.isEmpty()) {
            // An address that cannot be reached is noticed only when the task runs.
            task.suffer(Trouble.RUN_MEDIA);
        }
        return task;
    }

    private Optional<byte[]> frame(String field) throws IOException {
        String address = input.path(field).textValue();
        Optional<byte[]> bytes = address.startsWith("data:") ? Optional.of(decoded(address)) : fake.kept(address);
        if (bytes.isPresent()) {
            model.images().problem(bytes.get()).ifPresent(problem -> {
                throw new Refusal(WaveSpeedRefusals.error(400, field + " " + problem));
            });
        }
        return bytes;
    }

    private static byte[] decoded(String uri) {
        try {
            return Base64.getDecoder().decode(uri.replaceFirst("^data:image/(png|jpeg);base64,", ""));
        } catch (IllegalArgumentException e) {
            throw new Refusal(WaveSpeedRefusals.error(400, "invalid data URI"));
        }
    }

    private Optional<URI> webhook() {
        Optional<URI> webhook = Optional.ofNullable(request.query().get("webhook")).map(URI::create);
        if (webhook.filter(it -> !fake.reaches(it)).isPresent()) {
            throw new Refusal(WaveSpeedRefusals.error(400, "webhook must be a public https address"));
        }
        return webhook;
    }
}
