package app.inbetween.provider.wavespeed;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import app.inbetween.provider.catalog.ImageLimits.Picture;
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.PaidCall;
import app.inbetween.provider.wire.RefusedAddressException;
import app.inbetween.provider.wire.ResultHosts;
import app.inbetween.provider.wire.Uploads;
import io.quarkus.logging.Log;

/** Brings frames to where the provider can see them. Costs nothing, so whatever goes wrong, nothing was sent. */
final class FrameUploads {

    private final WaveSpeedClient client;
    private final Uploads uploads;
    private final ResultHosts hosts;

    /** @param hosts where the provider may send us to put a file */
    FrameUploads(WaveSpeedClient client, Uploads uploads, ResultHosts hosts) {
        this.client = client;
        this.uploads = uploads;
        this.hosts = hosts;
    }

    /** What came of it. */
    sealed interface Upload {
    }

    /** @param address where the provider finds it */
    record Stored(String address) implements Upload {
    }

    record NotStored(Submission because) implements Upload {
    }

    /** By a ticket, and where that is not known or leads nowhere, the older way. */
    Upload upload(String fileName, Picture picture) {
        try {
            Answer answer = client.ticket(fileName, picture);
            if (answer.status() == 404 || answer.status() == 405) {
                return byForm(fileName, picture);
            }
            Optional<Envelope> envelope = Envelope.of(answer);
            if (!answer.isSuccess() || envelope.filter(it -> !it.isSuccess()).isPresent()) {
                return refused(answer);
            }
            Optional<Ticket> ticket = envelope.flatMap(it -> Ticket.of(it.data()));
            return ticket.isPresent() ? put(ticket.get(), fileName, picture) : byForm(fileName, picture);
        } catch (IOException e) {
            return notSent(e.getMessage());
        }
    }

    private Upload put(Ticket ticket, String fileName, Picture picture) throws IOException {
        try {
            Answer answer = uploads.send(ticket.call(picture.bytes()), hosts);
            return answer.isSuccess() ? new Stored(ticket.address())
                    : notSent("The upload was refused with HTTP " + answer.status());
        } catch (RefusedAddressException e) {
            Log.warnf("WaveSpeed's upload ticket is not used: %s", e.getMessage());
            return byForm(fileName, picture);
        }
    }

    private Upload byForm(String fileName, Picture picture) throws IOException {
        Answer answer = client.upload(fileName, picture);
        Optional<Envelope> envelope = Envelope.of(answer);
        if (!answer.isSuccess() || envelope.filter(it -> !it.isSuccess()).isPresent()) {
            return refused(answer);
        }
        return envelope.map(it -> it.data().path("download_url").asText()).filter(Ticket::isAddress)
                .<Upload> map(Stored::new).orElseGet(() -> notSent("The upload got no address: " + client.words(answer)));
    }

    private Upload refused(Answer answer) {
        int status = Envelope.of(answer).map(Envelope::code).filter(code -> code != 200).orElse(answer.status());
        if (status == 429) {
            return new NotStored(new Submission.Later(answer.retryAfter(client.now()).orElse(PaidCall.PAUSE)));
        }
        if (status >= 500 && status < 1000 || status >= 5000 || status / 100 == 3 || status == 408) {
            return notSent(client.words(answer));
        }
        Submission.Rejected rejected = client.rejected(answer, Envelope.of(answer));
        boolean ours = Set.of(Reason.PROVIDER_AUTH, Reason.PROVIDER_BALANCE).contains(rejected.failure().reason());
        return new NotStored(ours ? rejected
                : Submission.rejected(Reason.INPUT_MEDIA_UNREADABLE, rejected.failure().detail()));
    }

    private static Upload notSent(String reason) {
        return new NotStored(new Submission.NotSent(reason));
    }
}
