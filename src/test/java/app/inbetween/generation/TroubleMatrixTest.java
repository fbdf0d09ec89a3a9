package app.inbetween.generation;

import static app.inbetween.books.BookAssertions.assertBalanced;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.inbetween.Forms;
import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.Fakes;
import app.inbetween.fakes.Trouble;
import app.inbetween.generation.Studio.Person;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Hold;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import app.inbetween.provider.ModelCatalog;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;

/**
 * Every trouble at every provider, through the whole studio: it ends in the right state, with the right words and the right
 * credits, and with one task at the provider, or none where it was refused. Where it waits until somebody mends it, its page is
 * read meanwhile too. What was seen is written to target/trouble-matrix.md, and so is why a provider cannot have it.
 */
@QuarkusTest
@TestProfile(FakeStudio.class)
class TroubleMatrixTest {

    private static final String ME = "matrix mia";
    private static final int ROUNDS = 9;
    /** What the fakes say about keys and balances, as the real ones do. */
    private static final String[] OWN_WORDS = { "api key", "api-key", "Authentication is required", "Authorization Required",
            "insufficient credits", "INSUFFICIENT_CREDITS", "Not enough credits", "Arrearage", "in arrears",
            "Exhausted balance", "balance is exhausted", "traceback" };
    private static final Map<Trouble, Map<String, String>> SEEN = new EnumMap<>(Trouble.class);

    /** Filled by its test resource. */
    Fakes fakes;

    @Inject
    Studio studio;
    @Inject
    People people;
    @Inject
    PriceListener prices;
    @Inject
    Ledger ledger;
    @Inject
    SettableClock clock;
    @Inject
    ModelCatalog catalog;

    private final Map<FakeProvider, String> readMeanwhile = new HashMap<>();
    private Person mia;

    private record Case(FakeProvider fake, Generation clip) {

        /** Until somebody mends what it is refused for. */
        boolean isToWait(Trouble trouble) {
            return fake.ending(trouble).state().equals("SUCCEEDED") && fake.ending(trouble).reason() != null;
        }
    }

    @BeforeEach
    void openTheStudio() {
        studio.clear();
        prices.listen();
        fakes.clear(clock);
        UUID id = people.signedInAs(ME).id;
        mia = studio.equipped(id);
        ledger.grant(Grant.of(id, Credits.of(1000), "for the matrix", UUID.randomUUID().toString()));
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        assertNoViolations();
        assertBalanced(mia.id());
    }

    /** The fakes have those of new accounts: whoever kept to them met no limit but the one that was announced. */
    @AfterEach
    void theLimitsWereKept() {
        assertThat(fakes.all()).allSatisfy(fake -> assertThat(fake.overruns()).as(fake.name()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    @TestSecurity(user = ME)
    void endsWell(Trouble trouble) {
        fakes.all().forEach(fake -> Optional.ofNullable(fake.cannot().get(trouble))
                .ifPresent(why -> see(trouble, fake, "cannot happen, because " + why + " | | | ")));
        List<Case> cases = fakes.all().stream().filter(fake -> fake.knows().contains(trouble)).map(fake -> {
            fake.announce(trouble);
            return new Case(fake, studio.asksAt(mia, fake.name()));
        }).toList();

        SoftAssertions all = new SoftAssertions();
        studio.dispatch();
        cases.stream().filter(it -> it.isToWait(trouble)).forEach(it -> checkWhileItWaits(all, trouble, it));
        work(cases);

        cases.forEach(it -> check(all, trouble, it));
        all.assertAll();
    }

    @AfterAll
    static void report() throws IOException {
        assertThat(SEEN.values()).as("each of five providers, for each trouble").allMatch(row -> row.size() == 5);
        Files.writeString(Path.of("target", "trouble-matrix.md"), SEEN.entrySet().stream().map(row -> row.getValue().entrySet()
                .stream().map(cell -> "| " + row.getKey() + " | " + cell.getKey() + " | " + cell.getValue() + " |\n")
                .collect(Collectors.joining())).collect(Collectors.joining("",
                        "| trouble | provider | ends as | tasks made | held, charged | the person reads |\n"
                                + "| --- | --- | --- | --- | --- | --- |\n",
                        "")));
    }

    private void work(List<Case> cases) {
        for (int i = 0; i < ROUNDS && !cases.stream().allMatch(it -> studio.now(it.clip).isFinished()); i++) {
            studio.dispatch();
            for (int j = 0; j < 4; j++) {
                clock.advance(Duration.ofSeconds(100));
                studio.probe();
                studio.poll();
                studio.reconcile();
                studio.save();
            }
        }
    }

    private void checkWhileItWaits(SoftAssertions all, Trouble trouble, Case it) {
        Generation now = studio.now(it.clip);
        String who = it.fake.name() + " " + trouble + ", while it waits";
        all.assertThat(now.state).as(who).isEqualTo(State.QUEUED);
        all.assertThat(now.fault().reason()).as(who).isEqualTo(it.fake.ending(trouble).reason());
        all.assertThat(ledger.holdOf(now.id).orElseThrow().isOpen()).as(who + ": held").isTrue();
        List<String> promised = List.of("Waiting: " + catalog.provider(it.fake.name()).orElseThrow().label() + " has trouble",
                "An administrator has been told");
        String html = html(now);
        all.assertThat(words(html)).as(who).contains(promised);
        all.assertThat(html).as(who).doesNotContainIgnoringCase(OWN_WORDS);
        all.assertThat(now.fault().detail()).as(who + ": what administrators read").satisfies(detail -> assertThat(OWN_WORDS)
                .anySatisfy(own -> assertThat(detail).containsIgnoringCase(own)));
        readMeanwhile.put(it.fake, String.join(". ", promised) + "; then ");
    }

    private void check(SoftAssertions all, Trouble trouble, Case it) {
        Generation end = studio.now(it.clip);
        Trouble.Ending expected = it.fake.ending(trouble);
        String who = it.fake.name() + " " + trouble;
        all.assertThat(end.state.name()).as(who).isEqualTo(expected.state());
        all.assertThat(end.fault().reason()).as(who).isEqualTo(expected.state().equals("FAILED") ? expected.reason() : null);
        all.assertThat(end.fault().billing()).as(who).isEqualTo(expected.state().equals("FAILED") ? expected.billing() : null);
        all.assertThat(it.fake.made()).as(who + ": tasks made").isEqualTo(isRefused(trouble, expected) ? 0 : 1);
        Hold hold = ledger.holdOf(end.id).orElseThrow();
        all.assertThat(hold.isOpen()).as(who + ": held").isEqualTo(!end.isFinished());
        all.assertThat(end.charge()).as(who + ": charged").isEqualTo(end.state == State.SUCCEEDED ? end.hold() : Credits.ZERO);
        String html = html(end);
        all.assertThat(words(html)).as(who).contains(promised(end));
        all.assertThat(html).as(who).doesNotContainIgnoringCase(OWN_WORDS);
        see(trouble, it.fake, "%s%s | %d | %s, %s | %s%s".formatted(end.state,
                end.fault().reason() == null ? "" : ": " + end.fault().reason(), it.fake.made(),
                hold.isOpen() ? hold.amount() : "0", end.charge(), readMeanwhile.getOrDefault(it.fake, ""), promised(end)));
    }

    private static boolean isRefused(Trouble trouble, Trouble.Ending ending) {
        return trouble.when() == Trouble.When.SUBMIT && ending.state().equals("FAILED");
    }

    private static void see(Trouble trouble, FakeProvider fake, String what) {
        SEEN.computeIfAbsent(trouble, row -> new TreeMap<>()).put(fake.name(), what);
    }

    /** What must be said, whatever else is. */
    private static String promised(Generation end) {
        return switch (end.state) {
            case SUCCEEDED -> "Download";
            case FAILED -> end.fault().reason().words().replaceFirst("^The provider", "").replaceFirst("\\.$", "").strip();
            case UNKNOWN -> "We do not know yet how this ended";
            case NEEDS_ATTENTION -> "The video was made, but could not be saved here";
            default -> "an end";
        };
    }

    private static String html(Generation clip) {
        return RestAssured.get("/generations/" + clip.id).asString();
    }

    private static String words(String html) {
        return Forms.text(html).replace("&#39;", "'");
    }
}
