package app.inbetween.generation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** A studio whose provider tells of its jobs. */
class ToldOf extends OpenStudio {

    @Inject
    Hints hints;
    @Inject
    News news;

    @Singleton
    static class News {
        final List<UUID> due = new CopyOnWriteArrayList<>();

        void heard(@Observes(during = TransactionPhase.AFTER_SUCCESS) GenerationDue event) {
            due.add(event.generation());
        }
    }

    protected Optional<UUID> hint(Generation clip, String remoteId) {
        return hint(token(clip), remoteId);
    }

    protected Optional<UUID> hint(String attemptToken, String remoteId) {
        return QuarkusTransaction.requiringNew().call(() -> hints.heed("scripted", attemptToken, remoteId));
    }

    protected String token(Generation clip) {
        return String.valueOf(studio.now(clip).attempt.attemptToken);
    }

    protected String remoteId(Generation clip) {
        return studio.now(clip).attempt.remoteId;
    }
}
