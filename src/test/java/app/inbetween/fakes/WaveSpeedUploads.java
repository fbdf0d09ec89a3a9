package app.inbetween.fakes;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The two ways to upload: with a ticket for the storage, and as a form. */
final class WaveSpeedUploads {

    private final FakeWaveSpeed fake;
    private final WaveSpeedAnswers answers;
    private final WaveSpeedStore store = new WaveSpeedStore();
    private volatile boolean ticketless;
    private volatile Optional<URI> storage = Optional.empty();

    WaveSpeedUploads(FakeWaveSpeed fake, WaveSpeedAnswers answers) {
        this.fake = fake;
        this.answers = answers;
    }

    /** Knows the older way only. */
    void withoutTickets() {
        ticketless = true;
    }

    /** Its tickets lead somewhere else. */
    void ticketsLeadTo(URI elsewhere) {
        storage = Optional.of(elsewhere);
    }

    void rename() {
        store.rename();
    }

    Reply ticket(Request request) {
        if (ticketless) {
            throw new Refusal(WaveSpeedRefusals.error(404, "not found"));
        }
        refuseIfAnnounced();
        WaveSpeedStore.Ticket ticket = store.issue(FakeWaveSpeed.json(request));
        return answers.success(Map.of("download_url", fake.origin() + "/files/" + ticket.path(), "upload",
                Map.of("method", "PUT", "url",
                        storage.orElse(fake.origin()) + "/storage/" + ticket.path() + "?sig=" + ticket.signature(),
                        "headers", Map.of("Content-Type", ticket.type()))));
    }

    /** @param path below the storage */
    Reply put(Request request, String path) {
        WaveSpeedStore.Upload upload = store.put(path, request);
        fake.keep(upload.name(), upload.bytes());
        return new Reply(200, Map.of(), new byte[0]);
    }

    Reply form(Request request) {
        refuseIfAnnounced();
        WaveSpeedStore.Upload upload = store.form(request);
        URI address = fake.keep(upload.name(), upload.bytes());
        return answers.success(Map.of("type", "image", "download_url", address.toString(), "filename",
                upload.name().substring(upload.name().indexOf('/') + 1), "size", upload.bytes().length));
    }

    private void refuseIfAnnounced() {
        if (fake.failsUpload()) {
            throw new Refusal(WaveSpeedRefusals.badGateway());
        }
    }
}
