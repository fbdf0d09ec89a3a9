package app.inbetween.provider.wavespeed;

import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.FakeWaveSpeed;
import app.inbetween.provider.ProviderTestbed;
import app.inbetween.provider.VideoProvider;

/** WaveSpeed's adapter beside its fake, for what only WaveSpeed does. */
abstract class WaveSpeedTestbed extends ProviderTestbed {

    @Override
    protected VideoProvider provider(FakeProvider fake) {
        return TestConfig.of(FakeWaveSpeed.KEY, fake.origin()).provider();
    }

    @Override
    protected FakeProvider startFake() {
        return new FakeWaveSpeed(0);
    }

    @Override
    protected String model() {
        return "wavespeed/wan-flf2v";
    }

    final FakeWaveSpeed wavespeed() {
        return (FakeWaveSpeed) fake();
    }
}
