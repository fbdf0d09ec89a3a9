package app.inbetween.admin.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.database.Sql;
import app.inbetween.generation.Generation;
import app.inbetween.generation.ScriptedProvider;
import app.inbetween.generation.State;
import app.inbetween.notice.Notices;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** A decision about a clip is carried out, audited and told. */
@QuarkusTest
@TestSecurity(user = "ada", roles = { "admin", "user" })
class InterventionResourceTest extends JobDesk {

    @Inject
    Notices notices;
    @Inject
    Sql sql;

    @Test
    void aReleaseIsCarriedOutAuditedAndTold() {
        Generation clip = unknown();

        send(clip, "release", form(clip).formParam("reason", WHY).formParam("billing", "NOT_BILLED")).statusCode(303);

        assertThat(page(clip)).contains("Failed", "ada gave the credits back", "“" + WHY + "”", "Returned",
                "Billed by the provider no");
        assertThat(audit())
                .isEqualTo("Gave up a clip | Outcome unknown, 2 credits held | Failed, 2 credits returned, the provider "
                        + "bills nothing | " + WHY);
        assertThat(told())
                .isEqualTo("Your video “Bud to bloom” was given up: You were not charged: the 2 credits held for it can "
                        + "be spent again.");
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "delivery | Had a film fetched again | is being fetched again | NEEDS_ATTENTION",
            "retry | Sent a clip again | is being made once more | QUEUED",
            "loss | Marked a clip as lost | was lost at Scripted | FAILED" })
    void everyDecisionIsAuditedAndTold(String slug, String action, String words, State end) {
        Generation clip = needingAttention();

        send(clip, slug, form(clip).formParam("reason", WHY).formParam("billing", "UNKNOWN")).statusCode(303);

        assertThat(studio.now(clip).state).isEqualTo(end);
        assertThat(audit()).startsWith(action + " | Needs attention, 2 credits held").endsWith(WHY);
        assertThat(told()).startsWith("Your video “Bud to bloom” " + words);
    }

    @Test
    void aFilmIsDeliveredByHand() {
        Generation clip = needingAttention();

        upload(clip).multiPart("film", ScriptedProvider.film().toFile(), "video/mp4").post(path(clip, "film")).then()
                .statusCode(303);

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(page(clip)).contains("Delivered", "ada brought the film", "Charged 2");
        assertThat(told()).isEqualTo("Your video “Bud to bloom” is here: Someone who runs this studio brought it home by hand. "
                + "2 credits charged.");
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void aDoubleClickIsOneDecision() {
        Generation clip = unknown();
        String key = UUID.randomUUID().toString();

        for (int click = 0; click < 2; click++) {
            send(clip, "retry", form(clip, key).formParam("reason", WHY)).statusCode(303);
        }

        assertThat(sql.all("SELECT 1 FROM generation_intervention WHERE generation = ?", row -> true, clip.id)).hasSize(1);
        assertThat(notices.of(ben.id())).hasSize(1);
    }

    private String audit() {
        return sql.one("""
                SELECT concat_ws(' | ', action, before, after, reason) FROM audit_entry WHERE subject = ?
                ORDER BY at DESC, id DESC LIMIT 1""", row -> row.getString(1), ben.id());
    }

    private String told() {
        return notices.of(ben.id()).stream().findFirst().map(notice -> notice.title() + ": " + notice.text()).orElse("");
    }
}
