package app.inbetween.admin.person;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;

import app.inbetween.database.Sql;
import app.inbetween.web.Slice;

/** What somebody was charged for, newest first. */
@ApplicationScoped
class ChargedClips {

    private static final String OF_PERSON = "SELECT * FROM credit_hold WHERE user_id = ? AND state = 'CAPTURED' AND captured > 0";
    private static final String NEWEST_FIRST = " ORDER BY created_at DESC, id DESC LIMIT ?";

    @Inject
    Sql sql;

    List<ChargedClip> newest(UUID person, int limit) {
        return sql.all(OF_PERSON + NEWEST_FIRST, ChargedClip::read, person, limit);
    }

    Slice<ChargedClip> page(UUID person, int size) {
        return Slice.of(newest(person, size + 1), size, ChargedClip::hold);
    }

    /** @param before a hold; only older ones are wanted */
    Slice<ChargedClip> page(UUID person, UUID before, int size) {
        return Slice.of(sql.all(OF_PERSON + """
                 AND (created_at, id) < (SELECT created_at, id FROM credit_hold WHERE id = ? AND user_id = ?)
                """ + NEWEST_FIRST, ChargedClip::read, person, before, person, size + 1), size, ChargedClip::hold);
    }

    /** @throws NotFoundException if the person was not charged for it */
    ChargedClip clip(UUID person, UUID generation) {
        return sql.first(OF_PERSON + " AND generation_id = ?", ChargedClip::read, person, generation)
                .orElseThrow(NotFoundException::new);
    }
}
