package app.inbetween.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.id.uuid.UuidVersion7Strategy;

import app.inbetween.database.Sql;

/** Tells people things on every page, until they put them away. */
@ApplicationScoped
public class Notices {

    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /**
     * Tells a person something, once per key.
     *
     * @param text what to do about it; may be empty
     * @param href a page of ours to go to; may be empty
     */
    @Transactional
    public void tell(UUID user, String key, Tone tone, String title, String text, String href) {
        sql.run("""
                INSERT INTO notice (id, user_id, key, tone, title, text, href, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (user_id, key) DO NOTHING
                """, UuidVersion7Strategy.INSTANCE.generateUuid(null), user, key, tone, title, text, href, clock.instant());
    }

    /** The newest of what a person has been told and not put away. */
    public List<Notice> of(UUID user) {
        return sql.all("""
                SELECT * FROM notice WHERE user_id = ? AND dismissed_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 3
                """, Notice::read, user);
    }

    /** Something of these people's is settled, and they need not be told any more. */
    @Transactional
    public void settle(Collection<UUID> users, String key) {
        sql.run("UPDATE notice SET dismissed_at = ? WHERE user_id = ANY(?) AND key = ? AND dismissed_at IS NULL",
                clock.instant(), users.toArray(UUID[]::new), key);
    }

    /** What is no longer so and was not put away was never said: the person can be told again. */
    @Transactional
    public void takeBack(UUID user, String beginningOfKey) {
        sql.run("DELETE FROM notice WHERE user_id = ? AND starts_with(key, ?) AND dismissed_at IS NULL", user, beginningOfKey);
    }

    @Transactional
    public void dismiss(UUID user, UUID id) {
        sql.run("UPDATE notice SET dismissed_at = ? WHERE id = ? AND user_id = ? AND dismissed_at IS NULL", clock.instant(), id,
                user);
    }
}
