package app.inbetween.books;

import static app.inbetween.books.BookAssertions.findings;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.database.Sql;
import app.inbetween.generation.Generation;
import app.inbetween.generation.OpenStudio;
import app.inbetween.generation.Studio.Person;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Correction;
import app.inbetween.ledger.Grant;
import app.inbetween.notice.Notice;
import app.inbetween.notice.Notices;
import app.inbetween.price.Credits;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ChecksTest extends OpenStudio {

    @Inject
    Checks checks;
    @Inject
    Bookkeeper bookkeeper;
    @Inject
    Notices notices;
    @Inject
    Sql sql;

    /** Another test may have been ahead of the time. */
    @BeforeEach
    void letTheLastCheckBePast() {
        checks.last().filter(last -> !last.started().isBefore(clock.instant()))
                .ifPresent(last -> clock.set(last.started().plusSeconds(1)));
    }

    @Test
    void whatMovesWhileTheBooksAreReadIsNoFinding() {
        List<Person> people = IntStream.range(0, 4).mapToObj(i -> studio.person("busy " + i)).toList();
        UUID[] ids = people.stream().map(Person::id).toArray(UUID[]::new);
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Void>> busy = new ArrayList<>();
        people.forEach(person -> busy.add(CompletableFuture.runAsync(() -> askAndCancel(person, over))));
        busy.add(CompletableFuture.runAsync(() -> work(over)));
        List<Finding> found = new ArrayList<>();

        for (int reading = 0; reading < 25; reading++) {
            found.addAll(findings(ids));
        }
        over.set(true);
        busy.forEach(CompletableFuture::join);

        assertThat(found).isEmpty();
        assertThat(findings(ids)).isEmpty();
        int films = sql.one("SELECT count(*) FROM video WHERE owner = ANY(?)", row -> row.getInt(1), (Object) ids);
        assertThat(films).as("films delivered meanwhile").isPositive();
    }

    @Test
    void aCheckIsKeptWithWhatItFound() {
        UUID orphan = holdForNothing();

        Check check = checks.run(Optional.of(ben.id())).orElseThrow();

        assertThat(checks.last()).map(Check::id).contains(check.id());
        assertThat(check.askedBy()).contains(ben.id());
        assertThat(check.findings()).isEqualTo(checks.findings(check.id()).size()).isPositive();
        assertThat(checks.findings(check.id())).contains(new Finding(Rule.HELD_FOR_NOTHING.words(), Optional.of(ben.id()),
                Optional.of(orphan), "3 held, no such clip"));
        letGo(orphan);
        assertThat(findings(ben.id())).isEmpty();
    }

    @Test
    void nothingIsMended() {
        UUID orphan = holdForNothing();

        checks.run(Optional.empty());

        assertThat(ledger.holdOf(orphan).orElseThrow().isOpen()).isTrue();
        letGo(orphan);
    }

    @Test
    void administratorsAreToldOnceOfWhatStaysWrong() {
        UUID orphan = holdForNothing();
        QuarkusTransaction.requiringNew()
                .run(() -> sql.run("UPDATE app_user SET roles = '{user,admin}' WHERE id = ?", ben.id()));

        checks.run(Optional.empty());
        checks.run(Optional.empty());

        assertThat(notices.of(ben.id())).extracting(Notice::title).containsExactly("The books do not add up");
        QuarkusTransaction.requiringNew().run(() -> sql.run("UPDATE app_user SET roles = '{}' WHERE id = ?", ben.id()));
        letGo(orphan);
    }

    @Test
    void ofManyNodesOneChecksInTheNight() {
        clock.set(clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));

        List<Optional<Check>> made = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.supplyAsync(() -> checks.runUnlessSince(clock.instant()))).toList().stream()
                .map(CompletableFuture::join).toList();

        assertThat(made.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(checks.runUnlessSince(clock.instant())).as("a node that comes late").isEmpty();
        later();
        assertThat(checks.runUnlessSince(clock.instant())).as("the night after").isPresent();
    }

    @Test
    void whileOneChecksAnotherDoesNot() {
        QuarkusTransaction.begin();
        try {
            sql.one("SELECT pg_advisory_xact_lock(?, ?)", row -> true, 0x626F6F6B, 1);
            assertThat(checks.isUnderWay()).isTrue();
            assertThat(checks.run(Optional.empty())).isEmpty();
        } finally {
            QuarkusTransaction.rollback();
        }
        assertThat(checks.isUnderWay()).isFalse();
    }

    @Test
    void monitoringSeesTheLastCheck() {
        UUID orphan = holdForNothing();
        Check check = checks.run(Optional.empty()).orElseThrow();

        given().get("/q/metrics").then().statusCode(200)
                .body(containsString("inbetween_books_findings " + (double) check.findings()));
        given().get("/q/health").then().statusCode(200).body("checks.find { it.name == 'books' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'books' }.data.findings", equalTo(check.findings()));
        given().get("/q/health/ready").then().body("checks.name", not(hasItem("books")));
        letGo(orphan);
    }

    private void askAndCancel(Person person, AtomicBoolean over) {
        while (!over.get()) {
            Generation clip = studio.asksForBilledClip(person);
            if (clip.id.getLeastSignificantBits() % 2 == 0) {
                generations.cancel(person.id(), clip.id);
            }
            ledger.grant(Grant.of(person.id(), Credits.of(2), "more", UUID.randomUUID().toString()));
        }
    }

    private void work(AtomicBoolean over) {
        while (!over.get()) {
            studio.dispatch();
            later();
            studio.poll();
            sql.all("SELECT generation FROM video WHERE created_at >= ? LIMIT 1", row -> row.getObject(1, UUID.class),
                    clock.instant()).forEach(
                            clip -> ledger.refund(clip, Correction.of(Credits.of(1), "missed its frame", "half " + clip)));
        }
    }

    /** As if a clip had been lost between holding and storing. */
    private UUID holdForNothing() {
        UUID orphan = UUID.randomUUID();
        bookkeeper.hold(ben.id(), orphan, 3);
        return orphan;
    }

    private void letGo(UUID orphan) {
        bookkeeper.release(orphan);
    }
}
