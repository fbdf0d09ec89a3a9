package app.inbetween.provider.kolbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import app.inbetween.fakes.FakeKolbo;
import app.inbetween.media.Dimensions;
import app.inbetween.provider.AskedPrice;
import app.inbetween.provider.VideoModel;

class KolboModelsTest {

    private static final String OTHER = "[{\"identifier\":\"other\",\"name\":\"Other\",\"credit\":1}]";

    private final FakeKolbo fake = new FakeKolbo(0);
    private final Hand clock = new Hand();
    private final KolboProvider provider = KolboSettings.of(fake, FakeKolbo.KEY).provider(clock);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void theListIsFetchedOnce() {
        provider.models();
        provider.models();

        assertThat(fake.log()).containsExactly("GET /api/v1/models");
    }

    @Test
    void afterAWhileTheListIsRenewedBesideWhoeverAsks() {
        provider.models();
        fake.offer(OTHER);
        clock.advance(Duration.ofMinutes(11));

        assertThat(provider.models()).hasSize(2);
        Awaitility.await().untilAsserted(() -> assertThat(names()).containsExactly("Other"));
    }

    @Test
    void whatIsKnownStaysWhileKolboCannotBeReached() {
        provider.models();
        fake.keepQuiet(true);
        clock.advance(Duration.ofMinutes(11));
        provider.models();
        Awaitility.await().until(() -> fake.log().size() == 2);

        assertThat(names()).containsExactly("Wan first and last", "Kling Pro");
        assertThat(provider.trouble()).isEmpty();
    }

    @Test
    void aFirstListThatCannotBeHadIsAskedForAgainSoonButNotByEveryPage() {
        fake.keepQuiet(true);
        provider.models();
        provider.models();
        assertThat(fake.log()).hasSize(1);
        fake.keepQuiet(false);
        clock.advance(Duration.ofSeconds(31));

        Awaitility.await().until(() -> names().size() == 2);
    }

    @Test
    void nobodyWaitsForLongWhileKolboIsSilent() {
        KolboProvider hasty = new KolboSettings(Optional.of(FakeKolbo.KEY), Optional.of(fake.origin().resolve("/api")),
                Optional.empty(), Duration.ofMillis(50)).provider(clock);
        fake.stall(true);

        assertThat(hasty.models()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(hasty.trouble()).isPresent();
        fake.stall(false);
        Awaitility.await().until(() -> hasty.models().size() == 2);
    }

    @Test
    void whatIsListedIsUnderstood() {
        VideoModel wan = provider.models().get(0);
        VideoModel kling = provider.models().get(1);

        assertThat(wan.id()).isEqualTo("kolbo/wan_2fflf2v-14b");
        assertThat(wan.summary()).isEqualTo("By Wan, through Kolbo.");
        assertThat(wan.durations()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(wan.formats()).extracting(VideoModel.Format::size).containsExactly(new Dimensions(1280, 720),
                new Dimensions(720, 1280), new Dimensions(720, 720));
        assertThat(wan.typicalTime()).isEqualTo(Duration.ofSeconds(90));
        assertThat(wan.features()).containsExactly(VideoModel.Feature.PROMPT);
        assertThat(kling.id()).isEqualTo("kolbo/kling_2fv2.5_5f_50ro");
        assertThat(kling.durations()).hasSize(4);
        assertThat(kling.resolutions()).containsExactly("720p", "1080p");
        assertThat(kling.formats()).extracting(VideoModel.Format::size).contains(new Dimensions(1440, 1080));
    }

    @Test
    void whatIsLeftOutIsAsUsualAndNonsenseIsLeftOut() throws IOException {
        List<KolboModel> read = KolboList.read(new ObjectMapper().readTree("""
                [{"identifier":"a","supported_durations":null,"min_output_duration":null,"supported_resolutions":null},
                 {"identifier":"","name":"nameless"}, {"identifier":"b","types":["music"]}, "c",
                 {"identifier":"d","supported_aspect_ratios":["auto"]}]"""));

        assertThat(read).singleElement().satisfies(model -> {
            assertThat(model.model().name()).isEqualTo("a");
            assertThat(model.model().durations()).containsExactly(Duration.ofSeconds(5));
            assertThat(model.model().formats()).hasSize(3);
            assertThat(model.namesResolution()).isFalse();
            assertThat(model.prices(BigDecimal.ONE)).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({ "null,null,5,5", "null,4,4,4", "null,8,5,8", "3,null,3,3", "3,6,3,6", "2,90,2,60" })
    void withoutALeastLengthItIsTheUsualOneButNoLongerThanTheMost(String least, String most, int shortest, int longest)
            throws IOException {
        KolboModel read = KolboList.read(new ObjectMapper().readTree("""
                [{"identifier":"a","min_output_duration":%s,"max_output_duration":%s}]""".formatted(least, most))).get(0);

        assertThat(read.model().durations()).startsWith(Duration.ofSeconds(shortest)).endsWith(Duration.ofSeconds(longest))
                .hasSize(longest - shortest + 1);
    }

    @Test
    void pricesAreWhatItsCreditsCost() {
        assertThat(provider.prices()).containsExactlyInAnyOrder(
                new AskedPrice("kolbo/wan_2fflf2v-14b", "720p", "standard", new BigDecimal("0.100000"), "USD"),
                new AskedPrice("kolbo/kling_2fv2.5_5f_50ro", "720p", "standard", new BigDecimal("0.125000"), "USD"),
                new AskedPrice("kolbo/kling_2fv2.5_5f_50ro", "720p", "audio", new BigDecimal("0.187500"), "USD"),
                new AskedPrice("kolbo/kling_2fv2.5_5f_50ro", "1080p", "standard", new BigDecimal("0.250000"), "USD"),
                new AskedPrice("kolbo/kling_2fv2.5_5f_50ro", "1080p", "audio", new BigDecimal("0.375000"), "USD"));
    }

    @Test
    void withoutAWordOnWhatACreditCostsNoPriceIsTold() {
        KolboSettings silent = new KolboSettings(Optional.of(FakeKolbo.KEY), Optional.of(fake.origin().resolve("/api")),
                Optional.empty(), Duration.ofSeconds(10));

        assertThat(silent.provider(clock).prices()).isEmpty();
    }

    private List<String> names() {
        return provider.models().stream().map(VideoModel::name).toList();
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
