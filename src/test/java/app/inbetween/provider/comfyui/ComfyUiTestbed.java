package app.inbetween.provider.comfyui;

import app.inbetween.fakes.FakeComfyUi;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.provider.ProviderTestbed;
import app.inbetween.provider.VideoProvider;

/** ComfyUI's adapter beside its fake, for what only ComfyUI does. */
abstract class ComfyUiTestbed extends ProviderTestbed {

    @Override
    protected VideoProvider provider(FakeProvider fake) {
        return ComfyUiSettings.of(fake, FakeComfyUi.KEY).provider();
    }

    @Override
    protected FakeProvider startFake() {
        return new FakeComfyUi(0);
    }

    @Override
    protected String model() {
        return "comfyui/wan-2.1-flf2v";
    }

    final FakeComfyUi comfy() {
        return (FakeComfyUi) fake();
    }
}
