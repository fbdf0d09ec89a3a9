package app.inbetween.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.VideoRequest;

/** The same, with the frames in DashScope's own store. */
class DashScopeUploadTest extends DashScopeContract {

    @Override
    DashScopeConfig.Upload upload() {
        return DashScopeConfig.Upload.OSS;
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
