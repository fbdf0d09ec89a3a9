package app.inbetween.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import app.inbetween.fakes.Trouble;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;

/** What somebody has to install, and how they learn of it. */
class ComfyUiInstallationTest extends ComfyUiTestbed {

    @Test
    void aFileThatIsNotInstalledIsTheOperatorsBusiness() {
        comfy().uninstall("wan_2.1_vae.safetensors");

        Submission submission = provider().submit(request(), CLEARED);

        assertThat(submission).isInstanceOfSatisfying(Submission.Rejected.class, rejected -> {
            assertThat(rejected.failure().reason()).isEqualTo(Reason.PROVIDER_AUTH);
            assertThat(rejected.failure().detail()).contains("wan_2.1_vae.safetensors")
                    .endsWith("(Put this file into ComfyUI's folder of models.)");
        });
    }

    @Test
    void aNodeThatIsNotInstalledIsTheOperatorsBusiness() {
        comfy().uninstall("WanFirstLastFrameToVideo");

        Submission submission = provider().submit(request(), CLEARED);

        assertThat(submission).isInstanceOfSatisfying(Submission.Rejected.class, rejected -> {
            assertThat(rejected.failure().reason()).isEqualTo(Reason.PROVIDER_AUTH);
            assertThat(rejected.failure().detail()).contains("WanFirstLastFrameToVideo");
        });
    }

    @Test
    void aCheckUpSaysWhatTheMachineIs() {
        assertThat(provider().checkUp().words())
                .isEqualTo("ComfyUI 0.36.0 on cuda:0 NVIDIA GeForce RTX 4090, 21 of 24 GB free.");
    }

    @Test
    void aCheckUpNamesTheFileThatIsMissing() {
        comfy().uninstall("clip_vision_h.safetensors");

        Checkup checkup = provider().checkUp();

        assertThat(checkup.trouble()).contains(Reason.PROVIDER_AUTH);
        assertThat(checkup.words()).isEqualTo("ComfyUI has no clip_vision_h.safetensors for the node CLIPVisionLoader, which "
                + "comfyui/wan-2.1-flf2v needs: put the file into its folder of models.");
    }

    @Test
    void aCheckUpNamesTheNodeThatIsMissing() {
        comfy().uninstall("CreateVideo");

        assertThat(provider().checkUp().words()).startsWith("ComfyUI has no node CreateVideo, ");
    }

    @Test
    void aCardThatIsTooSmallIsSaidToTheOperator() {
        fake().announce(Trouble.RUN_FAILED);

        RemoteStatus.Failed failed = (RemoteStatus.Failed) last(accepted(request()));

        assertThat(failed.failure().detail()).contains("torch.OutOfMemoryError").contains("too little memory");
    }
}
