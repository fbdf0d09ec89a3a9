package app.inbetween.generation.create;

import static app.inbetween.books.BookAssertions.assertBalanced;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.RepeatedTest;

import app.inbetween.account.People;
import app.inbetween.generation.Generation;
import app.inbetween.generation.Studio;
import app.inbetween.ledger.Correction;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** Credits for one clip, and sixty forms that ask for one at the same moment. */
@QuarkusTest
class AskingAtOnceTest {

    private static final String ME = "hasty hal";
    private static final int FORMS = 30;
    private static final Credits PRICE = Credits.of(5);

    @Inject
    People people;
    @Inject
    Studio studio;
    @Inject
    Ledger ledger;

    @RepeatedTest(3)
    @TestSecurity(user = ME)
    void oneIsMadeAndTheOthersAreAnsweredSanely() {
        UUID me = people.signedInAs(ME).id;
        leave(me);
        Desk desk = Desk.opened();
        desk.press("sample:flower");
        assertThat(desk.dock()).contains("Generate for 5 credits");

        List<Desk> forms = new ArrayList<>();
        IntStream.range(0, FORMS).forEach(i -> {
            forms.add(desk.copy());
            forms.add(desk.copy().with("key", UUID.randomUUID()));
        });
        List<Response> answers = released(forms);

        List<Generation> made = QuarkusTransaction.requiringNew().call(() -> Generation.unfinishedOf(me));
        assertThat(made).hasSize(1);
        assertThat(ledger.openHolds(me)).singleElement()
                .satisfies(hold -> assertThat(hold.generation()).isEqualTo(made.get(0).id));
        assertThat(ledger.balance(me).available()).isEqualTo(Credits.ZERO);
        sane(answers, made.get(0));
        assertNoViolations();
        assertBalanced(me);
        studio.cancel(made.get(0));
    }

    /** Either on the way to the one clip, or told that the credits do not suffice. */
    private static void sane(List<Response> answers, Generation made) {
        Set<String> places = answers.stream().filter(answer -> answer.statusCode() == 303)
                .map(answer -> answer.header("Location")).collect(Collectors.toSet());
        assertThat(places).singleElement().asString().endsWith("/generations/" + made.id);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isIn(303, 422);
            if (answer.statusCode() == 422) {
                assertThat(answer.asString()).contains("This takes 5 credits and you have 0");
            }
        });
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 303).count()).isIn(1L, (long) FORMS);
    }

    private static List<Response> released(List<Desk> forms) {
        CountDownLatch ready = new CountDownLatch(forms.size());
        List<CompletableFuture<Response>> presses = forms.stream().map(form -> CompletableFuture.supplyAsync(() -> {
            ready.countDown();
            await(ready);
            return form.press("generate");
        }, task -> new Thread(task).start())).toList();
        return presses.stream().map(CompletableFuture::join).toList();
    }

    private void leave(UUID me) {
        Credits spare = ledger.balance(me).available().minus(PRICE);
        if (spare.isPositive()) {
            ledger.takeBack(me, Correction.of(spare, "enough for one clip", UUID.randomUUID().toString()));
        }
    }

    private static void await(CountDownLatch ready) {
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
