package app.inbetween.generation.create;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** One draft for each person, kept on the server so that nothing that was typed or chosen depends on the page. */
@ApplicationScoped
class Drafts {

    /** The person's draft as it is after the change. */
    Draft change(UUID owner, Consumer<Draft> change) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> changed(owner, change));
        } catch (PersistenceException e) {
            // Two tabs made the first draft at once.
            return QuarkusTransaction.requiringNew().call(() -> changed(owner, change));
        }
    }

    Draft of(UUID owner) {
        return change(owner, draft -> {
        });
    }

    private static Draft changed(UUID owner, Consumer<Draft> change) {
        Draft draft = Draft.of(owner);
        change.accept(draft);
        draft.rollSeed();
        draft.persistAndFlush();
        return draft;
    }
}
