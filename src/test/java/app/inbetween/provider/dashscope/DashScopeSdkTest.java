package app.inbetween.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesis;
import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisParam;
import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisParam.Media;
import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisResult;
import com.alibaba.dashscope.exception.ApiException;
import com.alibaba.dashscope.task.AsyncTaskListParam;
import com.alibaba.dashscope.utils.Constants;

import app.inbetween.fakes.FakeDashScope;
import app.inbetween.fakes.Trouble;

/** Alibaba's own client finds in the fake what it expects of the real one. */
class DashScopeSdkTest {

    @TempDir
    Path stills;

    private final String real = Constants.baseHttpApiUrl;
    private FakeDashScope fake;

    @BeforeEach
    void start() {
        fake = new FakeDashScope(0);
        Constants.baseHttpApiUrl = fake.origin() + "/api/v1";
    }

    @AfterEach
    void stop() {
        Constants.baseHttpApiUrl = real;
        fake.close();
    }

    @Test
    void aPairOfKeyFramesBecomesAFilm() throws Exception {
        VideoSynthesis client = new VideoSynthesis();

        VideoSynthesisResult asked = client.asyncCall(keyFrames(FakeDashScope.KEY));
        VideoSynthesisResult done = client.wait(asked, FakeDashScope.KEY);

        assertThat(asked.getOutput().getTaskStatus()).isEqualTo("PENDING");
        assertThat(done.getOutput().getTaskStatus()).isEqualTo("SUCCEEDED");
        assertThat(done.getOutput().getVideoUrl()).startsWith(fake.origin() + "/films/");
        assertThat(done.getUsage().getVideoCount()).isEqualTo(1);
        assertThat(fake.log()).startsWith("GET /api/v1/uploads").contains("POST /");
    }

    @Test
    void theLaterModelTakesItsMedia() throws Exception {
        VideoSynthesis client = new VideoSynthesis();
        VideoSynthesisParam pair = VideoSynthesisParam.builder().apiKey(FakeDashScope.KEY).model("wan2.7-i2v")
                .prompt("petals open").duration(2).resolution("720P")
                .media(List.of(Media.builder().type("first_frame").url(still("first")).build(),
                        Media.builder().type("last_frame").url(still("last")).build()))
                .build();

        VideoSynthesisResult done = client.call(pair);

        assertThat(done.getOutput().getTaskStatus()).isEqualTo("SUCCEEDED");
    }

    @Test
    void aTaskThatFailsSaysWhy() throws Exception {
        fake.announce(Trouble.RUN_POLICY);

        VideoSynthesisResult done = new VideoSynthesis().call(keyFrames(FakeDashScope.KEY));

        assertThat(done.getOutput().getTaskStatus()).isEqualTo("FAILED");
        assertThat(done.getOutput().getCode()).isEqualTo("DataInspectionFailed");
    }

    @Test
    void aTaskThatWaitsCanBeCancelledAndIsListed() throws Exception {
        fake.hold();
        VideoSynthesis client = new VideoSynthesis();
        VideoSynthesisResult asked = client.asyncCall(keyFrames(FakeDashScope.KEY));

        client.cancel(asked, FakeDashScope.KEY);

        assertThat(client.fetch(asked, FakeDashScope.KEY).getOutput().getTaskStatus()).isEqualTo("CANCELED");
        assertThat(client.list(AsyncTaskListParam.builder().apiKey(FakeDashScope.KEY).modelName("wan2.2-kf2v-flash").build())
                .getData()).singleElement().satisfies(task -> assertThat(task.getTaskId())
                        .isEqualTo(asked.getOutput().getTaskId()));
    }

    @Test
    void aWrongKeyIsRefused() {
        assertThatThrownBy(() -> new VideoSynthesis().asyncCall(keyFrames("sk-wrong")))
                .satisfiesAnyOf(it -> assertThat(it).isInstanceOf(ApiException.class),
                        it -> assertThat(it).hasRootCauseInstanceOf(ApiException.class))
                .hasStackTraceContaining("InvalidApiKey");
        assertThat(fake.tasks()).isEmpty();
    }

    private VideoSynthesisParam keyFrames(String key) throws IOException {
        return VideoSynthesisParam.builder().apiKey(key).model("wan2.2-kf2v-flash").prompt("petals open")
                .firstFrameUrl(still("first")).lastFrameUrl(still("last")).resolution("480P").build();
    }

    /** A file of this machine, which the client uploads by itself. */
    private String still(String name) throws IOException {
        Path file = stills.resolve(name + ".png");
        ImageIO.write(new BufferedImage(832, 480, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return "file://" + file;
    }
}
