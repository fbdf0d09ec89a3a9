package app.inbetween.provider.fal;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import app.inbetween.provider.Submission;
import app.inbetween.provider.catalog.ImageLimits.Picture;
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.PaidCall;

/** Brings frames to where fal's models can reach them. */
final class FalStorage {

    private final FalClient client;
    private final Clock clock;

    FalStorage(FalClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {
    }

    record Kept(String address) implements Outcome {
    }

    /** It was not kept, so nothing is submitted. */
    record Stopped(Submission why) implements Outcome {
    }

    Outcome keep(Picture picture, String name) {
        try {
            Answer ticket = client.initiateUpload(name, picture.type());
            return ticket.isSuccess() ? keep(picture, ticket.json().orElse(MissingNode.getInstance()))
                    : new Stopped(refused(ticket));
        } catch (IOException e) {
            return notSent(e.getMessage());
        } catch (IllegalArgumentException e) {
            // Its words would hold the address, and that one the right to write there.
            return notSent("fal named no address to upload to");
        }
    }

    private Outcome keep(Picture picture, JsonNode ticket) throws IOException {
        String address = ticket.path("file_url").asText();
        if (address.isEmpty()) {
            return notSent("fal gave no place for a frame");
        }
        Answer kept = client.upload(URI.create(ticket.path("upload_url").asText()), picture);
        return kept.isSuccess() ? new Kept(address) : notSent("fal's storage took no frame: HTTP " + kept.status());
    }

    private Submission refused(Answer answer) {
        if (answer.status() == 429) {
            return new Submission.Later(answer.retryAfter(clock.instant()).orElse(PaidCall.PAUSE));
        }
        return answer.status() / 100 == 4 && answer.status() != 408 ? new Submission.Rejected(FalError.of(answer).failure())
                : new Submission.NotSent(answer.words());
    }

    private static Stopped notSent(String reason) {
        return new Stopped(new Submission.NotSent(reason));
    }
}
