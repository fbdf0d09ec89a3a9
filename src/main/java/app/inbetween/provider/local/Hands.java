package app.inbetween.provider.local;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

import org.bytedeco.opencv.global.opencv_core;

/** The threads that draw one film. Closing waits for what they do: native memory must not be freed under them. */
class Hands implements AutoCloseable {

    /** One film takes two processors; a node draws several films before it draws one on more of them. */
    static final int COUNT = 2;

    static {
        // Steps are too small to be shared out inside OpenCV: its own threads would wait longer for each other than work.
        opencv_core.setNumThreads(1);
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT, work -> {
        Thread thread = new Thread(work, "drawing");
        thread.setDaemon(true);
        return thread;
    });

    <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    /** Does two things at once and puts their results together. */
    <A, B, T> T both(Callable<A> left, Callable<B> right, BiFunction<A, B, T> together) {
        Future<A> first = start(left);
        Future<B> second = start(right);
        return together.apply(result(first), result(second));
    }

    static <T> T result(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The film was interrupted.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        while (!isIdle()) {
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isIdle() {
        try {
            return threads.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
