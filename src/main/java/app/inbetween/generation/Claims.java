package app.inbetween.generation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Shares the work among the nodes. A claim is a lease on a row, kept alive by this node's heartbeat and measured by the
 * database's clock, so that nodes need not agree on the time.
 */
@ApplicationScoped
class Claims {

    /**
     * The oldest due jobs of each person in turn, under the person's and the provider's cap. The ids go through an array
     * because
     * the planner then takes them by primary key; a join to the locked rows is twenty times slower.
     */
    static final String TO_SUBMIT = """
            UPDATE generation SET state = 'SUBMITTING', epoch = epoch + 1, leased_by = :node,
              lease_until = now() + :lease * interval '1 millisecond', submitting_at = :now, attempts = attempts + 1,
              attempt_token = cast(gen_random_uuid() AS text), sent_at = NULL, remote_id = NULL, result_location = NULL,
              billed_millis = NULL, misses = 0, frames_done = NULL, frames_total = NULL
            WHERE id = ANY(ARRAY(
              SELECT g.id FROM generation g JOIN (
                SELECT waiting.id, waiting.nth + busy.jobs AS turn
                FROM (SELECT DISTINCT owner FROM generation WHERE provider = :provider AND state = 'QUEUED') person
                CROSS JOIN LATERAL (SELECT count(*) AS jobs FROM generation
                  WHERE owner = person.owner AND state IN ('SUBMITTING', 'RUNNING')) busy
                CROSS JOIN LATERAL (SELECT id, row_number() OVER (ORDER BY created_at, id) AS nth FROM (
                  SELECT id, created_at FROM generation
                  WHERE provider = :provider AND owner = person.owner AND state = 'QUEUED' AND due_at <= :now
                  ORDER BY created_at, id LIMIT :perUser) oldest) waiting
              ) fair ON fair.id = g.id
              WHERE g.state = 'QUEUED' AND fair.turn <= :perUser
              ORDER BY fair.turn, g.created_at, g.id
              LIMIT greatest(0, least(:free, :room, :cap - (SELECT count(*) FROM generation
                WHERE provider = :provider AND state IN ('SUBMITTING', 'RUNNING'))))
              FOR UPDATE OF g SKIP LOCKED))
            RETURNING id, epoch""";

    static final String DUE_IN_STATE = """
            UPDATE generation SET epoch = epoch + 1, leased_by = :node, lease_until = now() + :lease * interval '1 millisecond'
            WHERE id = ANY(ARRAY(
              SELECT id FROM generation
              WHERE state = :state AND due_at <= :now AND (lease_until IS NULL OR lease_until < now())
              ORDER BY due_at LIMIT :free FOR UPDATE SKIP LOCKED))
            RETURNING id, epoch""";

    static final String ABANDONED = """
            UPDATE generation SET epoch = epoch + 1, leased_by = :node, lease_until = now() + :lease * interval '1 millisecond'
            WHERE id = ANY(ARRAY(
              SELECT id FROM generation WHERE state = 'SUBMITTING' AND lease_until < now()
              ORDER BY lease_until LIMIT :free FOR UPDATE SKIP LOCKED))
            RETURNING id, epoch""";

    private static final String HEARTBEAT = """
            UPDATE generation SET lease_until = now() + :lease * interval '1 millisecond'
            WHERE leased_by = :node AND id = ANY(:ids)""";

    private final String node = UUID.randomUUID().toString();
    private final Set<Claim> inHand = ConcurrentHashMap.newKeySet();

    @Inject
    EntityManager entities;
    @Inject
    GenerationConfig config;
    @Inject
    java.time.Clock clock;

    /**
     * @param cap jobs the provider may have at once, over all nodes
     * @param room jobs this node may start
     */
    List<Claim> toSubmit(String provider, int cap, int room) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // Two nodes counting at once would both see room for the last job.
            entities.createNativeQuery("SELECT pg_advisory_xact_lock(hashtext('inbetween.dispatch'), hashtext(:provider))")
                    .setParameter("provider", provider).getSingleResult();
            return claims(
                    claim(TO_SUBMIT).setParameter("provider", provider).setParameter("cap", cap).setParameter("room", room)
                            .setParameter("perUser", config.maxConcurrentPerUser()).setParameter("now", clock.instant()));
        });
    }

    List<Claim> due(State state) {
        return QuarkusTransaction.requiringNew().call(() -> claims(
                claim(DUE_IN_STATE).setParameter("state", state.name()).setParameter("now", clock.instant())));
    }

    /** Submissions whose node has stopped beating. */
    List<Claim> abandoned() {
        return QuarkusTransaction.requiringNew().call(() -> claims(claim(ABANDONED)));
    }

    void release(Claim claim) {
        inHand.remove(claim);
    }

    @Scheduled(every = "{inbetween.generation.heartbeat-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        UUID[] ids = inHand.stream().map(Claim::generation).toArray(UUID[]::new);
        if (ids.length > 0) {
            QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(HEARTBEAT).setParameter("node", node)
                    .setParameter("lease", config.lease().toMillis()).setParameter("ids", ids).executeUpdate());
        }
    }

    private Query claim(String sql) {
        return entities.createNativeQuery(sql).setParameter("node", node).setParameter("lease", config.lease().toMillis())
                .setParameter("free", Math.max(0, config.maxInHand() - inHand.size()));
    }

    @SuppressWarnings("unchecked")
    private List<Claim> claims(Query query) {
        List<Object[]> rows = query.getResultList();
        List<Claim> claims = rows.stream().map(row -> new Claim((UUID) row[0], ((Number) row[1]).longValue())).toList();
        inHand.addAll(claims);
        return claims;
    }
}
