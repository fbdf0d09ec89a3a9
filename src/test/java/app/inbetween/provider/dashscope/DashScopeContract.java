package app.inbetween.provider.dashscope;

import app.inbetween.fakes.FakeDashScope;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.provider.Neighbours;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoProviderContract;
import app.inbetween.provider.dashscope.DashScopeConfig.Upload;

/** The same for DashScope, wherever its frames go. */
abstract class DashScopeContract extends VideoProviderContract {

    private final Neighbours others = new Neighbours();

    abstract Upload upload();

    @Override
    protected FakeProvider startFake() {
        return new FakeDashScope(0, upload() == Upload.OSS);
    }

    @Override
    protected VideoProvider provider(FakeProvider fake) {
        return DashScopeSettings.of(fake, FakeDashScope.KEY, upload()).provider(others);
    }

    @Override
    protected VideoProvider providerWithWrongKey(FakeProvider fake) {
        return DashScopeSettings.of(fake, key() + "x", upload()).provider();
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
}
