package app.inbetween.provider.wavespeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.fakes.FakeTask;
import app.inbetween.provider.VideoRequest;

/** How frames get there: by ticket, or as a form. */
class WaveSpeedUploadTest extends WaveSpeedTestbed {

    @Test
    void framesAreUploadedByTicketUnderTheNameOfTheAttempt() {
        VideoRequest request = request();

        accepted(request);

        FakeTask task = fake().tasks().get(0);
        assertThat(task.input().path("first_image").asText()).endsWith("/first-" + request.attemptToken() + ".png");
        assertThat(task.input().path("last_image").asText()).endsWith("/last-" + request.attemptToken() + ".png");
        assertThat(fake().log()).filteredOn(line -> line.startsWith("PUT /storage/")).hasSize(2);
        assertThat(fake().log()).doesNotContain("POST /api/v3/media/upload/binary");
    }

    @Test
    void whereThereAreNoTicketsFramesAreUploadedAsAForm() {
        wavespeed().withoutTickets();

        accepted(request());

        assertThat(fake().log()).contains("POST /api/v3/media/upload/binary").noneMatch(line -> line.startsWith("PUT"));
        assertThat(fake().tasks()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://169.254.169.254", "https://169.254.169.254", "https://localhost", "http://storage.test" })
    void aTicketThatLeadsIntoTheNetworkWeStandInIsNotUsed(String storage) {
        wavespeed().ticketsLeadTo(URI.create(storage));

        accepted(request());

        assertThat(fake().log()).contains("POST /api/v3/media/upload/binary");
    }
}
