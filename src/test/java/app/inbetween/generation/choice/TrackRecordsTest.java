package app.inbetween.generation.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.database.Sql;
import app.inbetween.generation.Generation;
import app.inbetween.generation.OpenStudio;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import io.quarkus.test.junit.QuarkusTest;

/** How models did lately, over everybody's clips. */
@QuarkusTest
class TrackRecordsTest extends OpenStudio {

    @Inject
    TrackRecords records;
    @Inject
    Sql sql;

    private String model;

    @BeforeEach
    void aModelNobodyKnows() {
        records.forget();
        model = provider.offers("tracked");
        studio.price(model, 1, 100, 0, Instant.EPOCH);
    }

    @Test
    void whatCameOutAndWhatFailedIsCounted() {
        drawn();
        drawn();
        failed(Reason.PROVIDER_FAILED);
        studio.cancel(studio.asks(ben, model));

        TrackRecord record = of(model);

        assertThat(record.ended()).isEqualTo(3);
        assertThat(record.delivered()).isEqualTo(2);
        assertThat(record.likeness()).isBetween(0.0, 1.0);
        assertThat(record.pace()).as("six minutes for two seconds").isBetween(Duration.ofSeconds(150), Duration.ofSeconds(200));
    }

    @Test
    void whatWasRefusedForItsContentSaysNothingAboutTheModel() {
        failed(Reason.CONTENT_POLICY);
        failed(Reason.INPUT_INVALID);

        assertThat(of(model)).isEqualTo(TrackRecord.NONE);
    }

    @Test
    void theyAreKeptForHalfAMinute() {
        clock.set(clock.instant());
        assertThat(of(model)).isEqualTo(TrackRecord.NONE);
        failed(Reason.PROVIDER_FAILED);

        assertThat(of(model)).as("as seen before").isEqualTo(TrackRecord.NONE);
        clock.advance(Duration.ofSeconds(31));
        assertThat(of(model).ended()).isEqualTo(1);
    }

    @Test
    void theyAreFoundByAnIndex() {
        String plan = String.join("\n", sql.all("EXPLAIN " + TrackRecords.OF_MODELS.replace("?::text[]", "ARRAY['a', 'b']")
                .replace("LIMIT ?", "LIMIT 100"), row -> row.getString(1)));

        assertThat(plan).contains("Index").doesNotContain("Seq Scan on generation");
    }

    private void drawn() {
        Generation clip = studio.asks(ben, model);
        provider.onSubmit = request -> new Submission.Accepted("job-" + request.attemptToken());
        studio.dispatch();
        later();
        studio.poll();
        assertThat(studio.now(clip).isFinished()).isTrue();
    }

    private void failed(Reason reason) {
        studio.asks(ben, model);
        provider.onSubmit = request -> new Submission.Rejected(new Failure(reason, Billing.NOT_BILLED, "as scripted"));
        studio.dispatch();
    }

    private TrackRecord of(String id) {
        return records.of(List.of(id)).get(id);
    }
}
