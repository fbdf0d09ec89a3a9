package app.inbetween.hook;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

import app.inbetween.generation.GenerationChanged;
import app.inbetween.generation.State;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.context.api.ManagedExecutorConfig;

/** Works off the inbox: what came just now at once, what a stopped node left behind a little later. */
@ApplicationScoped
class Clerk {

    @Inject
    @ManagedExecutorConfig(propagated = {}, cleared = ThreadContext.ALL_REMAINING)
    ManagedExecutor threads;
    @Inject
    Inbox inbox;
    @Inject
    HookConfig config;
    @Inject
    Clock clock;

    @Scheduled(every = "{inbetween.hook.process-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void processAll() {
        process(inbox.unprocessed());
    }

    @Scheduled(every = "{inbetween.hook.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        inbox.sweep(clock.instant().minus(config.keep()));
    }

    /** Lets whoever answers the provider go on. */
    void soon(UUID hook) {
        if (isAtWork()) {
            threads.execute(() -> process(List.of(hook)));
        }
    }

    /** A provider may have news of a job before it has answered the submission. */
    void submissionEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) GenerationChanged news) {
        if (isAtWork() && (news.state() == State.RUNNING || news.state() == State.UNKNOWN)) {
            threads.execute(() -> process(inbox.waitingFor(news.generation())));
        }
    }

    private boolean isAtWork() {
        return !config.processEvery().equals("off");
    }

    private void process(List<UUID> hooks) {
        for (UUID hook : hooks) {
            try {
                inbox.process(hook);
            } catch (RuntimeException e) {
                Log.errorf(e, "Webhook %s was not passed on and will be looked at again", hook);
            }
        }
    }
}
