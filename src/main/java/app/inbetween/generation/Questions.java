package app.inbetween.generation;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;
import app.inbetween.generation.pace.Lane;
import app.inbetween.generation.pace.Lanes;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoProvider;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Claims the jobs that providers are asked about next: of each provider no more than it may be asked now, so that one whose
 * limit is reached holds up nobody else's.
 */
@ApplicationScoped
class Questions {

    /** In the place of a provider that is not there any more. */
    private static final String NOBODY = "";

    static final String DUE = """
            UPDATE generation SET epoch = epoch + 1, leased_by = :node, lease_until = now() + :lease * interval '1 millisecond'
            WHERE id = ANY(ARRAY(
              SELECT id FROM generation
              WHERE provider = :provider AND state = :state AND due_at <= :now AND (lease_until IS NULL OR lease_until < now())
              ORDER BY due_at LIMIT :free FOR UPDATE SKIP LOCKED))
            RETURNING id, epoch""";

    /** Whose provider is not set up any more: nobody answers, and in the end somebody must know. */
    static final String ORPHANED = """
            UPDATE generation SET epoch = epoch + 1, leased_by = :node, lease_until = now() + :lease * interval '1 millisecond'
            WHERE id = ANY(ARRAY(
              SELECT id FROM generation
              WHERE state = :state AND provider <> ALL(:providers) AND due_at <= :now
                AND (lease_until IS NULL OR lease_until < now())
              ORDER BY due_at LIMIT :free FOR UPDATE SKIP LOCKED))
            RETURNING id, epoch""";

    /**
     * The first of each provider that has any. They are found by going from provider to provider: to look for the jobs of one
     * that has none, PostgreSQL may read all the others'.
     */
    static final String FIRST = """
            WITH RECURSIVE busy (provider) AS (
              (SELECT provider FROM generation WHERE state = ? ORDER BY provider LIMIT 1)
              UNION ALL
              SELECT (SELECT g.provider FROM generation g WHERE g.state = ? AND g.provider > busy.provider
                ORDER BY g.provider LIMIT 1)
              FROM busy WHERE busy.provider IS NOT NULL)
            SELECT busy.provider, first.due_at FROM busy CROSS JOIN LATERAL (
              SELECT due_at FROM generation
              WHERE provider = busy.provider AND state = ? AND (lease_until IS NULL OR lease_until < now())
              ORDER BY due_at LIMIT 1) first
            """;

    @Inject
    ModelCatalog catalog;
    @Inject
    Lanes lanes;
    @Inject
    Leases leases;
    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /** Of running jobs, as many as may be waited for at once. */
    List<Claim> running() {
        Map<String, List<Claim>> claimed = claim(State.RUNNING,
                provider -> Math.min(leases.questionsFree(), leases.questionsFree(provider)));
        claimed.forEach(leases::ask);
        return together(claimed);
    }

    /** Of jobs of unknown fate: to look for one is work. */
    List<Claim> unknown() {
        return leases.take(together(claim(State.UNKNOWN, provider -> leases.free())));
    }

    /**
     * A running job that was heard of just now and is taken in hand by the running transaction; to be asked after once that is
     * committed.
     *
     * @return empty if it may not be asked after now
     */
    @Transactional(MANDATORY)
    Optional<Assignment> atOnce(Generation row) {
        Optional<VideoProvider> provider = catalog.provider(row.provider)
                .filter(it -> Math.min(leases.questionsFree(), leases.questionsFree(it.name())) > 0)
                .filter(it -> lanes.takeOne(it, Lane.QUERY));
        return provider.map(it -> new Assignment(leases.claim(row), row, provider));
    }

    /** When the next running job is due and may be asked after; empty when none will be. */
    Optional<Instant> next() {
        Map<String, Instant> first = first(State.RUNNING);
        Map<String, Duration> closed = lanes.closed(Lane.QUERY);
        Instant now = clock.instant();
        return catalog.providers().stream().map(VideoProvider::name).filter(first::containsKey)
                .map(name -> Optional.ofNullable(closed.get(name)).map(now::plus).filter(open -> open.isAfter(first.get(name)))
                        .orElse(first.get(name)))
                .min(Comparator.naturalOrder());
    }

    private Map<String, List<Claim>> claim(State state, ToIntFunction<String> free) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, List<Claim>> claims = new HashMap<>();
            Set<String> withDue = withDue(state);
            List<VideoProvider> asked = catalog.providers().stream().filter(it -> withDue.contains(it.name())).toList();
            Map<String, Integer> room = lanes.room(asked, Lane.QUERY);
            for (VideoProvider provider : asked) {
                int most = Math.min(room.get(provider.name()), free.applyAsInt(provider.name()));
                List<Claim> due = most < 1 ? List.of()
                        : Leases.claims(due(DUE, state, most).setParameter("provider", provider.name()));
                lanes.take(provider, Lane.QUERY, due.size());
                claims.put(provider.name(), due);
            }
            if (withDue.size() > asked.size()) {
                claims.put(NOBODY,
                        Leases.claims(due(ORPHANED, state, free.applyAsInt(NOBODY)).setParameter("providers", names())));
            }
            return claims;
        });
    }

    private Set<String> withDue(State state) {
        // PostgreSQL rounds to microseconds, upwards too; the claim itself is exact.
        Instant now = clock.instant().plus(1, ChronoUnit.MICROS);
        Map<String, Instant> first = first(state);
        first.values().removeIf(due -> due.isAfter(now));
        return first.keySet();
    }

    private Map<String, Instant> first(State state) {
        Map<String, Instant> first = new HashMap<>();
        sql.all(FIRST, row -> first.put(row.getString("provider"), Sql.instant(row, "due_at").orElseThrow()), state, state,
                state);
        return first;
    }

    private Query due(String statement, State state, int most) {
        return leases.claim(statement).setParameter("state", state.name()).setParameter("now", clock.instant())
                .setParameter("free", most);
    }

    private String[] names() {
        return catalog.providers().stream().map(VideoProvider::name).toArray(String[]::new);
    }

    private static List<Claim> together(Map<String, List<Claim>> claims) {
        return claims.values().stream().flatMap(List::stream).toList();
    }
}
