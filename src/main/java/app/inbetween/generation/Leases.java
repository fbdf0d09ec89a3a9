package app.inbetween.generation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import app.inbetween.generation.pace.DatabaseTime;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * What this node has claimed and not yet let go of, kept alive by its heartbeat and measured by the database's clock, so that
 * nodes need not agree on the time. Work in hand is heavy and little of it is done at once; questions only wait for an answer.
 */
@ApplicationScoped
class Leases {

    /**
     * Waits for nobody: who holds a row is writing it down, perhaps with others that this has. What is passed over has two more
     * heartbeats before its lease runs out.
     */
    private static final String HEARTBEAT = """
            UPDATE generation SET lease_until = now() + :lease * interval '1 millisecond'
            WHERE id = ANY(ARRAY(
              SELECT id FROM generation WHERE id = ANY(:ids) AND leased_by = :node FOR NO KEY UPDATE SKIP LOCKED))""";

    private static final String RENEW = """
            UPDATE generation SET lease_until = now() + :lease * interval '1 millisecond'
            WHERE id = :id AND epoch = :epoch AND leased_by = :node""";

    private final String node = UUID.randomUUID().toString();
    private final Set<Claim> inHand = ConcurrentHashMap.newKeySet();
    private final Map<Claim, String> asked = new ConcurrentHashMap<>();

    @Inject
    EntityManager entities;
    @Inject
    DatabaseTime time;
    @Inject
    GenerationConfig config;

    /** More work that may be taken in hand. */
    int free() {
        return Math.max(0, config.maxInHand() - inHand.size());
    }

    /** More questions that may be put to a provider. */
    int questionsFree(String provider) {
        long busy = asked.values().stream().filter(provider::equals).count();
        return (int) Math.max(0, config.maxQuestionsPerProvider() - busy);
    }

    /** More questions that may be put to anybody. */
    int questionsFree() {
        return Math.max(0, config.maxQuestions() - asked.size());
    }

    /** A statement that leases rows to this node. */
    Query claim(String sql) {
        return entities.createNativeQuery(sql).setParameter("node", node).setParameter("lease", config.lease().toMillis());
    }

    /** Of a statement that returns id and epoch. */
    @SuppressWarnings("unchecked")
    static List<Claim> claims(Query query) {
        return ((List<Object[]>) query.getResultList()).stream()
                .map(row -> new Claim((UUID) row[0], ((Number) row[1]).longValue())).toList();
    }

    /** Leases a row to this node that the running transaction has locked and {@link Generation#takenInHand taken in hand}. */
    Claim claim(Generation row) {
        row.leased(node, time.now().plus(config.lease()));
        return new Claim(row.id, row.epoch);
    }

    /** What was claimed is committed, and is worked on here. */
    List<Claim> take(List<Claim> claims) {
        inHand.addAll(claims);
        return claims;
    }

    /** What was claimed is committed, and is asked after here. */
    void ask(String provider, List<Claim> claims) {
        claims.forEach(claim -> asked.put(claim, provider));
    }

    /** What was only to be asked after is worked on from now on, if there is room for it. */
    synchronized boolean keep(Claim claim) {
        return free() > 0 && inHand.add(claim);
    }

    /**
     * Runs out no earlier than one claimed just now, once the caller's transaction is committed.
     *
     * @throws ReplacedException if somebody else has taken over
     */
    void renew(Claim claim) {
        int renewed = claim(RENEW).setParameter("id", claim.generation()).setParameter("epoch", claim.epoch()).executeUpdate();
        if (renewed == 0) {
            throw new ReplacedException(claim);
        }
    }

    void answered(Claim claim) {
        asked.remove(claim);
    }

    void release(Claim claim) {
        inHand.remove(claim);
    }

    @Scheduled(every = "{inbetween.generation.heartbeat-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        UUID[] ids = Stream.concat(inHand.stream(), asked.keySet().stream()).map(Claim::generation).toArray(UUID[]::new);
        if (ids.length > 0) {
            QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(HEARTBEAT).setParameter("node", node)
                    .setParameter("lease", config.lease().toMillis()).setParameter("ids", ids).executeUpdate());
        }
    }
}
