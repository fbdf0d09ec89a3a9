package app.inbetween.provider.dashscope;

import app.inbetween.provider.Failure;

/** DashScope refused what has to come before a submission. */
class DashScopeRefusedException extends RuntimeException {

    private final transient Failure failure;

    DashScopeRefusedException(Failure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
