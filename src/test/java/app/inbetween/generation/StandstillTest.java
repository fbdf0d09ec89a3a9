package app.inbetween.generation;

import static app.inbetween.books.BookAssertions.assertBalanced;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.SettableClock;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.Fakes;
import app.inbetween.fakes.Standstill;
import app.inbetween.generation.Studio.Person;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A node stands still while it uploads frames, for longer than its lease and than absence is doubted, and comes back. */
@QuarkusTest
@TestProfile(FakeStudio.class)
class StandstillTest {

    /** Filled by its test resource. */
    Fakes fakes;

    @Inject
    Studio studio;
    @Inject
    Ledger ledger;
    @Inject
    SettableClock clock;

    private Person sam;

    @BeforeEach
    void openTheStudio() {
        studio.clear();
        fakes.all().forEach(FakeProvider::clear);
        sam = studio.person("standstill sam");
        ledger.grant(Grant.of(sam.id(), Credits.of(1000), "for clips", UUID.randomUUID().toString()));
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        assertNoViolations();
        assertBalanced(sam.id());
    }

    @ParameterizedTest
    @ValueSource(strings = { "comfyui", "fal", "wavespeed" })
    void makesOneTaskAndOneCharge(String name) {
        FakeProvider fake = fakes.all().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
        Credits before = ledger.balance(sam.id()).available();
        Generation clip = studio.asksAt(sam, name);
        Standstill upload = fake.standsStill();
        CompletableFuture<Void> stalled = CompletableFuture.runAsync(studio::dispatch);
        upload.awaitBegun();

        studio.loseLease(clip);
        studio.rescue();
        clock.advance(Duration.ofMinutes(3));
        studio.reconcile();
        studio.dispatch();
        upload.goOn();
        stalled.join();

        assertThat(fake.tasks()).hasSize(1);
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(100));
            studio.poll();
        }
        Generation end = studio.now(clip);
        assertThat(end.state).isEqualTo(State.SUCCEEDED);
        assertThat(before.minus(ledger.balance(sam.id()).available())).isEqualTo(end.charge());
        assertThat(fake.tasks()).hasSize(1);
    }
}
