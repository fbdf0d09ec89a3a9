package app.inbetween.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import app.inbetween.fakes.FakeDashScope;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.provider.Neighbours;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoProviderContract;
import app.inbetween.provider.VideoRequest;

/** The same, with the frames in DashScope's own store. */
class DashScopeUploadTest extends VideoProviderContract {

    private final Neighbours others = new Neighbours();

    @Override
    protected FakeProvider startFake() {
        return new FakeDashScope(0, true);
    }

    @Override
    protected VideoProvider provider(FakeProvider fake) {
        return DashScopeSettings.of(fake, FakeDashScope.KEY, DashScopeConfig.Upload.OSS).provider(others);
    }

    @Override
    protected VideoProvider providerWithWrongKey(FakeProvider fake) {
        return DashScopeSettings.of(fake, key() + "x", DashScopeConfig.Upload.OSS).provider();
    }

    @Override
    protected String key() {
        return FakeDashScope.KEY;
    }

    @Override
    protected String model() {
        return "dashscope/wan2.2-kf2v-flash";
    }

    @Override
    protected boolean findsLostTasks() {
        return true;
    }

    @Override
    protected boolean provesAbsence() {
        return false;
    }

    @Override
    protected void isAnothers(RemoteJob job) {
        others.have(job);
    }

    @Test
    void theFramesAreStoredFirst() {
        accepted(request());

        assertThat(fake().log()).containsExactly("GET /api/v1/uploads", "POST /", "POST /",
                "POST /api/v1/services/aigc/image2video/video-synthesis");
        assertThat(fake().tasks().get(0).input().at("/input/first_frame_url").asText()).startsWith("oss://dashscope-instant/");
    }

    @Test
    void theSameAttemptMayStoreItsFramesAgain() {
        VideoRequest request = request();

        accepted(request);
        accepted(request);

        assertThat(fake().tasks()).hasSize(2);
    }
}
