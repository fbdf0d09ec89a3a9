package app.inbetween.generation.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.Forms;
import app.inbetween.account.People;
import app.inbetween.database.Sql;
import app.inbetween.generation.FakeStudio;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;

/** What ships without a price, as the create form shows it to whoever has just put a key in. */
@QuarkusTest
@TestProfile(FakeStudio.class)
class UnpricedModelTest {

    private static final String ME = "unpriced una";

    @Inject
    People people;
    @Inject
    Sql sql;

    @Test
    @TestSecurity(user = ME)
    void itSaysWhoSetsAPriceAndComesAfterWhatHasOne() {
        Desk desk = fresh();

        assertThat(card(desk, "fal/kling-v2.6-pro")).contains("disabled")
                .contains("It has no price yet. An administrator sets one under Admin → Prices.");
        assertThat(desk.page().indexOf("value=\"fal/kling-v2.6-pro\""))
                .isGreaterThan(desk.page().indexOf("value=\"fal/wan-2.7\""));
    }

    @Test
    @TestSecurity(user = ME)
    void aModelWithAPriceElsewhereCanBeChosenForThat() {
        Desk desk = fresh();
        desk.with("model", "fal/hailuo-02-standard").with("resolution", "512p").press("update");

        assertThat(card(desk, "fal/hailuo-02-standard")).contains("checked").doesNotContain("disabled").contains("at 768p");
        assertThat(desk.dock()).contains("Hailuo 02 has no price yet at 512p")
                .contains("An administrator sets a price under Admin → Prices.");

        desk.with("resolution", "768p").press("update");
        assertThat(desk.dock()).contains("Hailuo 02, 6 s at 768p");
    }

    private Desk fresh() {
        UUID me = people.signedInAs(ME).id;
        sql.run("DELETE FROM draft WHERE owner = ?", me);
        return Desk.opened();
    }

    private static String card(Desk desk, String model) {
        String from = desk.page().substring(desk.page().indexOf("id=\"model-" + model));
        return Forms.text(from.substring(0, from.indexOf("</label>"))) + from.substring(0, from.indexOf('>'));
    }
}
