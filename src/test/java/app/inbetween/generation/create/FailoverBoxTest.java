package app.inbetween.generation.create;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.account.People;
import app.inbetween.database.Sql;
import app.inbetween.generation.Generation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** Having another model try, as the create form offers it. */
@QuarkusTest
class FailoverBoxTest {

    private static final String ME = "ceiling carla";

    @Inject
    People people;
    @Inject
    Sql sql;

    @BeforeEach
    void nothingIsTypedYet() {
        sql.run("DELETE FROM draft WHERE owner = ?", people.signedInAs(ME).id);
    }

    @AfterEach
    void theBooksAddUp() {
        assertNoViolations();
    }

    @Test
    @TestSecurity(user = ME)
    void theCeilingFollowsThePriceUntilSomebodyTypesAnother() {
        Desk desk = filled();
        assertThat(desk.field("failover-ceiling")).as("5 credits and a fifth").isEqualTo("6");
        assertThat(desk.field("failover")).isNull();

        desk.with("failover", "true").with("seconds", "10").press("update");
        assertThat(desk.field("failover-ceiling")).isEqualTo("12");
        assertThat(desk.field("failover")).isEqualTo("true");

        desk.with("failover-ceiling", "20.5").press("update");
        desk.with("seconds", "5").press("update");
        assertThat(desk.field("failover-ceiling")).isEqualTo("20.5");

        Generation clip = generated(desk.press("generate"));
        assertThat(clip.terms.failoverCeiling).isEqualTo(20_500);
    }

    @Test
    @TestSecurity(user = ME)
    void theCeilingShownIsTheOneAgreedTo() {
        Generation clip = generated(filled().with("failover", "true").press("generate"));
        assertThat(clip.terms.failoverCeiling).isEqualTo(6000);

        assertThat(generated(filled().press("generate")).terms.failoverCeiling).as("still wanted").isEqualTo(6000);
    }

    @Test
    @TestSecurity(user = ME)
    void whatIsNoAmountIsRefusedAtTheBox() {
        for (String typed : new String[] { "a lot", "-1", "1e9", "0,125" }) {
            Desk desk = filled();
            Response answer = desk.with("failover", "true").with("failover-ceiling", typed).press("generate");

            assertThat(answer.statusCode()).as(typed).isEqualTo(422);
            assertThat(desk.page()).contains("Write how many credits it may cost at most, such as 12.");
            assertThat(desk.field("failover-ceiling")).isEqualTo(typed);
            desk.with("failover-ceiling", "6").press("update");
        }
    }

    private static Desk filled() {
        Desk desk = Desk.opened();
        desk.press("sample:flower");
        return desk;
    }

    private static Generation generated(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        UUID id = UUID.fromString(answer.header("Location").replaceFirst(".*/", ""));
        return QuarkusTransaction.requiringNew().call(() -> Generation.findById(id));
    }
}
