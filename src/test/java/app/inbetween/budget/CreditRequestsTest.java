package app.inbetween.budget;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.Lot;
import app.inbetween.ledger.Source;
import app.inbetween.ledger.Together;
import app.inbetween.notice.Notice;
import app.inbetween.notice.Notices;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CreditRequestsTest {

    @Inject
    People people;
    @Inject
    CreditRequests requests;
    @Inject
    Ledger ledger;
    @Inject
    Notices notices;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    private UUID ada;
    private UUID ivo;
    private UUID ben;

    @BeforeEach
    void meet() {
        clock.set(Instant.parse("2026-11-21T14:20:00Z"));
        ada = people.signsIn("ada of requests " + UUID.randomUUID(), Set.of("admin"), null).id;
        ivo = people.signsIn("ivo of requests " + UUID.randomUUID(), Set.of("admin"), null).id;
        ben = people.register("ben").id;
    }

    @AfterEach
    void theBooksAreInOrder() {
        // Nobody of these has to be told of what other tests ask for.
        sql.run("UPDATE app_user SET roles = '{}' WHERE id IN (?, ?)", ada, ivo);
        clock.reset();
        assertNoViolations();
    }

    @Test
    void everyAdministratorIsToldOnce() {
        ask(300);

        for (UUID admin : List.of(ada, ivo)) {
            assertThat(notices.of(admin)).extracting(Notice::title, Notice::text, Notice::href)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("ben asks for 300 credits", "Spring film",
                            "/admin/requests"));
        }
    }

    @Test
    void aSecondOneHasToWait() {
        ask(300);

        assertThatThrownBy(() -> ask(20)).isInstanceOf(RequestOpenException.class)
                .hasMessageContaining("already asked for 300 credits");
        assertThat(requests.of(ben)).hasSize(1);
    }

    @Test
    void ofManyAtOnceOneIsMade() throws Exception {
        List<Callable<Boolean>> clicks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clicks.add(() -> isAccepted(() -> ask(300)));
        }

        assertThat(Together.run(clicks)).containsOnlyOnce(true);
        assertThat(requests.of(ben)).hasSize(1);
    }

    @Test
    void whatIsGrantedArrivesAndIsTold() {
        UUID request = ask(300);

        requests.decide(new Answer(request, ada, Credits.of(200), Optional.of(LocalDate.parse("2026-12-05")), "for the film"));

        Lot lot = ledger.lots(ben).get(0);
        assertThat(lot.source()).isEqualTo(Source.REQUEST);
        assertThat(lot.remaining()).isEqualTo(Credits.of(200));
        assertThat(lot.expiresAt()).contains(Instant.parse("2026-12-06T00:00:00Z"));
        assertThat(notices.of(ben).get(0).title()).startsWith("ada of requests")
                .endsWith("granted you 200 of the 300 credits you asked for: for the film");
        assertThat(notices.of(ben).get(0).text()).isEqualTo("Use them until 5 December 2026.");
        assertThat(notices.of(ivo)).as("nobody is asked to decide any more").isEmpty();
    }

    @Test
    void whatIsDeclinedIsToldWithTheWord() {
        UUID request = ask(300);

        requests.decide(new Answer(request, ada, Credits.ZERO, Optional.empty(), "not this month"));

        assertThat(ledger.balance(ben).available()).isEqualTo(Credits.of(100));
        assertThat(notices.of(ben).get(0).title()).endsWith("declined the 300 credits you asked for: not this month");
        assertThat(requests.openOf(ben)).isEmpty();
    }

    @Test
    void whoDecidesSecondIsToldWhoDecidedFirst() {
        UUID request = ask(300);
        requests.decide(new Answer(request, ada, Credits.of(200), Optional.empty(), ""));

        assertThatThrownBy(() -> requests.decide(new Answer(request, ivo, Credits.ZERO, Optional.empty(), "no")))
                .isInstanceOf(RequestDecidedException.class).hasMessageContaining("ada of requests")
                .hasMessageContaining("granted 200 of 300");
    }

    @Test
    void ofManyDecisionsAtOnceOneCounts() throws Exception {
        UUID request = ask(300);
        List<Callable<Boolean>> decisions = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            Answer answer = new Answer(request, i % 2 == 0 ? ada : ivo, Credits.of(i * 10), Optional.empty(), "");
            decisions.add(() -> isAccepted(() -> requests.decide(answer)));
        }

        assertThat(Together.run(decisions)).containsOnlyOnce(true);
        Credits granted = requests.existing(request).granted().orElseThrow();
        assertThat(ledger.balance(ben).available()).isEqualTo(Credits.of(100).plus(granted));
    }

    @Test
    void whatIsWithdrawnCannotBeDecided() {
        UUID request = ask(300);
        assertThat(requests.withdraw(ivo, request)).as("somebody else's").isFalse();

        assertThat(requests.withdraw(ben, request)).isTrue();

        assertThat(notices.of(ada)).isEmpty();
        assertThatThrownBy(() -> requests.decide(new Answer(request, ada, Credits.of(1), Optional.empty(), "")))
                .isInstanceOf(RequestDecidedException.class).hasMessageContaining("ben withdrew it");
        assertThat(ask(20)).isNotEqualTo(request);
    }

    @Test
    void aWithdrawalAndADecisionAtOnceLeaveOneOfThem() throws Exception {
        UUID request = ask(300);

        List<Boolean> done = Together.run(List.of(() -> requests.withdraw(ben, request),
                () -> isAccepted(() -> requests.decide(new Answer(request, ada, Credits.of(50), Optional.empty(), "")))));

        assertThat(done).containsOnlyOnce(true);
        assertThat(ledger.balance(ben).available()).isEqualTo(Credits.of(done.get(1) ? 150 : 100));
    }

    private UUID ask(int credits) {
        requests.ask(ben, Credits.of(credits), "Spring film", Optional.empty());
        return requests.openOf(ben).orElseThrow().id();
    }

    private static boolean isAccepted(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (RequestOpenException | RequestDecidedException e) {
            return false;
        }
    }
}
