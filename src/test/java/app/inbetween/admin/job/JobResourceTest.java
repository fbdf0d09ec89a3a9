package app.inbetween.admin.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import app.inbetween.generation.Generation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** The whole story of a clip is told, with what can be decided. */
@QuarkusTest
@TestSecurity(user = "ada", roles = { "admin", "user" })
class JobResourceTest extends JobDesk {

    @Test
    void theWholeStoryIsTold() {
        Generation clip = needingAttention(studio.asksForBilledClip(ben));

        assertThat(page(clip)).contains("Needs attention", "asked for by ben")
                .contains("Asked for", "Taken from the queue", "Sent to Scripted", "Accepted", "Drawn, and being saved")
                .contains("Its id there job-", "Where the film is film", "The film has expired")
                .contains("Held 2, not spent yet", "2 s × 1 at billed", "Provider would bill $0.20",
                        "Provider bills nothing so far")
                .contains("Try again now", "Attach the film", "Send it once more", "Give the credits back", "Mark it as lost")
                .contains("Scripted may bill the studio twice");
    }

    @Test
    void whatGetsOnByItselfOrHasEndedLeavesNothingToDecide() {
        Generation clip = running();
        assertThat(page(clip)).contains("Rendering", "It gets on by itself");

        later();
        studio.poll();
        assertThat(page(clip)).contains("Delivered", "It has ended", "Charged 2");
    }
}
