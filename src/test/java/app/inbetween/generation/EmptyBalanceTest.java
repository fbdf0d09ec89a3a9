package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.inbetween.generation.pace.Breaker;
import app.inbetween.generation.pace.ProviderHealth;
import app.inbetween.generation.show.ProgressWords;
import app.inbetween.price.Credits;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import io.quarkus.test.junit.QuarkusTest;

/** Clips outlive a provider that takes nothing from us, also where nothing but a job can tell when that is over. */
@QuarkusTest
class EmptyBalanceTest extends OpenStudio {

    private static final Checkup BLIND = Checkup.healthy("The key works.");
    private static final Checkup TOPPED_UP = Checkup.healthy("The key works.", "50.00 USD");

    @Inject
    ProviderHealth health;
    @Inject
    Breaker breaker;
    @Inject
    ProgressWords words;
    @Inject
    Stranded stranded;

    @BeforeEach
    void oneAfterTheOther() {
        clock.advance(Duration.ZERO);
        provider.onCheckUp = () -> BLIND;
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, names = { "PROVIDER_AUTH", "PROVIDER_BALANCE" })
    void noClipIsFailedByFindingOutThatItStillIsSo(Reason reason) {
        List<Generation> clips = asked(5);
        refuse(reason);

        round(Duration.ofHours(2));

        assertThat(clips).allSatisfy(clip -> assertThat(studio.now(clip).state).isEqualTo(State.QUEUED));
        assertThat(clips).extracting(clip -> studio.now(clip).attempt.attempts).as("no tries").containsOnly(0);
        assertThat(provider.submitted).as("one every five minutes, and those that were under way").hasSizeBetween(15, 30);
    }

    @Test
    void allGoOnByThemselvesWithinMinutesOfATopUp() {
        List<Generation> clips = asked(5);
        refuse(Reason.PROVIDER_BALANCE);
        round(Duration.ofHours(1));

        provider.onSubmit = request -> new Submission.Accepted("job-" + request.attemptToken());
        round(Duration.ofMinutes(12));

        assertThat(clips).allSatisfy(clip -> {
            assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
            assertThat(studio.now(clip).fault().reason()).as("what it waited for is over").isNull();
        });
        assertThat(health.of("scripted").trouble()).isEmpty();
    }

    @Test
    void aQuestionThatCannotSeeTheBalanceIsNotBelievedAtOnce() {
        asked(3);
        provider.cap = 1;
        refuse(Reason.PROVIDER_BALANCE);
        studio.dispatch();

        round(Duration.ofMinutes(4));

        assertThat(provider.submitted).hasSize(1);
        assertThat(provider.checkUps.get()).isPositive();
    }

    @Test
    void aBalanceThatIsToldIsBelievedOnce() {
        asked(3);
        provider.cap = 1;
        refuse(Reason.PROVIDER_BALANCE);
        studio.dispatch();
        provider.onCheckUp = () -> TOPPED_UP;

        round(Duration.ofMinutes(4));

        assertThat(provider.submitted).as("a little is left, but too little").hasSize(2);
    }

    @Test
    void anAdministratorsTestIsBelievedAtOnce() {
        asked(3);
        provider.cap = 1;
        refuse(Reason.PROVIDER_BALANCE);
        studio.dispatch();

        breaker.tested("scripted", Checkup.trouble(Reason.PROVIDER_TRANSIENT, "503"));
        assertThat(health.of("scripted").trouble()).isPresent();
        breaker.tested("scripted", BLIND);
        studio.dispatch();

        assertThat(provider.submitted).hasSize(2);
    }

    @Test
    void aRefusedClipSaysWhatItWaitsForWhileAnotherGoesFirst() {
        Generation refused = asked(1).get(0);
        refuse(Reason.PROVIDER_BALANCE);
        studio.dispatch();
        breaker.tested("scripted", BLIND);

        assertThat(words.headline(studio.now(refused))).isEqualTo("Waiting: Scripted has trouble");
        assertThat(words.note(studio.now(refused))).contains("An administrator has been told. It is tried again in");
    }

    @Test
    void whatIsRefusedForItselfMeanwhileDoesNotEndTheTrouble() {
        List<Generation> clips = asked(4);
        provider.cap = 1;
        refuse(Reason.PROVIDER_BALANCE);
        studio.dispatch();
        breaker.tested("scripted", BLIND);
        refuse(Reason.CONTENT_POLICY);
        studio.dispatch();

        assertThat(breaker.isTroubled("scripted")).isTrue();
        assertThat(clips).extracting(clip -> studio.now(clip).state).filteredOn(State.FAILED::equals).hasSize(1);
    }

    @Test
    void aClipThatIsRefusedAgainWhileOthersAreTakenIsToBlame() {
        Generation odd = studio.asks(ben);
        provider.cap = 1;
        refuse(Reason.PROVIDER_AUTH);
        studio.dispatch();
        asked(1);
        breaker.tested("scripted", BLIND);
        provider.cap = 100;
        provider.onSubmit = request -> request.generation().equals(odd.id) ? refusal(Reason.PROVIDER_AUTH)
                : new Submission.Accepted("job-" + request.attemptToken());

        round(Duration.ofMinutes(10));

        assertThat(studio.now(odd).state).isEqualTo(State.FAILED);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void whereAnotherModelIsToTryItNeedNotWait() {
        Generation clip = asksWithFailover();
        refuse(Reason.PROVIDER_BALANCE);

        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);
        assertThat(studio.now(clip).fault().reason()).isEqualTo(Reason.PROVIDER_BALANCE);
    }

    @Test
    void whereAnotherModelIsToTryItNeedNotWaitForATroubleThatIsKnownEither() {
        Generation first = studio.asks(studio.person("someone"));
        refuse(Reason.PROVIDER_BALANCE);
        studio.dispatch();
        Generation clip = asksWithFailover();
        breaker.tested("scripted", BLIND);

        studio.dispatch();

        assertThat(studio.now(first).state).isEqualTo(State.QUEUED);
        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);
        assertThat(studio.now(clip).fault().reason()).isEqualTo(Reason.PROVIDER_BALANCE);
    }

    @Test
    void aWaitingClipCanBeCancelledAndEverythingComesBack() {
        Generation clip = studio.asks(ben);
        refuse(Reason.PROVIDER_BALANCE);
        studio.dispatch();

        studio.cancel(clip);

        assertThat(studio.now(clip).state).isEqualTo(State.CANCELLED);
        assertThat(studio.now(clip).fault().reason()).isNull();
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void nothingWaitsForEver() {
        Generation clip = studio.asks(ben);
        refuse(Reason.PROVIDER_BALANCE);
        studio.dispatch();
        clock.advance(Duration.ofHours(23));
        Generation later = studio.asks(studio.person("someone"));
        stranded.giveUp();
        assertThat(studio.now(clip).state).isEqualTo(State.QUEUED);

        clock.advance(Duration.ofHours(2));
        stranded.giveUp();

        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);
        assertThat(studio.now(clip).fault().reason()).isEqualTo(Reason.PROVIDER_BALANCE);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
        assertThat(studio.now(later).state).as("asked for two hours ago").isEqualTo(State.QUEUED);
    }

    private Generation asksWithFailover() {
        Ask ask = studio.ask(ben, UUID.randomUUID().toString());
        return generations.ask(new Ask(ask.owner(), ask.key(), ask.title(), ask.firstFrame(), ask.lastFrame(),
                ask.settings(), ask.quote(), Terms.of(Optional.empty(), Optional.of(Credits.of(3)))));
    }

    private void refuse(Reason reason) {
        provider.onSubmit = request -> refusal(reason);
    }

    private static Submission refusal(Reason reason) {
        return new Submission.Rejected(new Failure(reason, Billing.NOT_BILLED, "as scripted"));
    }

    /** Everything ticks, every ten seconds. */
    private void round(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(10)) {
            studio.probe();
            studio.dispatch();
            clock.advance(Duration.ofSeconds(10));
        }
    }

    private List<Generation> asked(int clips) {
        return Stream.generate(() -> studio.person("someone")).limit(clips).map(person -> {
            clock.advance(Duration.ofMillis(1));
            return studio.asks(person);
        }).toList();
    }
}
