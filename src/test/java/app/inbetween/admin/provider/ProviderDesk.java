package app.inbetween.admin.provider;

import static app.inbetween.admin.Office.html;
import static app.inbetween.admin.Office.text;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import app.inbetween.SettableClock;
import app.inbetween.budget.ProviderBudgets;
import app.inbetween.database.Sql;
import app.inbetween.generation.ScriptedProvider;
import app.inbetween.generation.Studio;
import app.inbetween.provider.Availability;
import app.inbetween.provider.ModelCatalog;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** An administrator in front of the page of providers, on which the scripted one is ready. */
class ProviderDesk {

    static final String BOSS = "providers boss";
    static final String PAGE = "/admin/providers";
    static final String SCRIPTED = PAGE + "/scripted";

    @Inject
    ScriptedProvider provider;
    @Inject
    Studio studio;
    @Inject
    ModelCatalog catalog;
    @Inject
    Availability availability;
    @Inject
    ProviderBudgets budgets;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    @BeforeEach
    void open() {
        studio.clear();
        studio.priceScripted();
        provider.open();
        // Later than whatever other tests have left, so that it is none of this week's.
        clock.set(Instant.now().plus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS));
        sql.run("DELETE FROM provider_checkup WHERE provider = 'scripted'");
    }

    @AfterEach
    void putEverythingBack() {
        QuarkusTransaction.requiringNew().run(() -> {
            availability.switchOn("scripted");
            availability.show("scripted/clip");
            budgets.remove("scripted");
        });
        provider.close();
        clock.reset();
        assertNoViolations();
    }

    /** What is said of the scripted provider. */
    static String card() {
        String page = html(PAGE);
        String card = page.substring(page.indexOf("<section class=\"card provider\" id=\"scripted\""));
        return text(card.substring(0, card.indexOf("</section>")));
    }
}
