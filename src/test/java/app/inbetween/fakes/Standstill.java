package app.inbetween.fakes;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An upload that is on its way and does not arrive. */
public final class Standstill {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    public void awaitBegun() {
        await(begun);
    }

    public void goOn() {
        over.countDown();
    }

    public void stand() {
        begun.countDown();
        await(over);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
